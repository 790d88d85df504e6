"""What an agency is asked about a person, and what it answers."""

from datetime import date
from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.agreement import as_agreed
from cases.models.case import Case
from cases.models.contributions import Contribution
from cases.models.ended import of_a_live_case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from cases.models.release import Release, as_its_agency_must
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis
from prevent_cases.reference.working_days import WorkingDays


class InformationRequestQuerySet(RecordQuerySet):
    def waiting(self) -> "InformationRequestQuerySet":
        """Those that are neither answered nor taken back, about a case that has not ended."""
        return self.filter(answered_at=None, recalled_at=None, case__ended_at=None)


@pghistory.track()
class InformationRequest(Record):
    """One question to one agency. Its people see this and whom it is about, and nothing else of the case."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="information_requests")
    # The case's own, which never changes: copied, so that an area finds what is unanswered in it.
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asked = models.TextField()
    purpose = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    # Why it is asked though no agreement with the agency is in force; nothing where one is, or none is needed.
    despite_agreement = models.TextField(blank=True)
    # The last day on which the agency can read this; without one, as long as the case goes on.
    until = models.DateField(null=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    # Of how many working days; none once somebody has set another day.
    due_within = models.PositiveSmallIntegerField(null=True)
    moved_because = models.TextField(blank=True)
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    recalled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recalled_at = models.DateTimeField(null=True)
    recalled_because = models.TextField(blank=True)

    objects = InformationRequestQuerySet.as_manager()

    field_classes = field_classes(
        public="reference lawful_basis despite_agreement until asked_at due_on due_within reminded_at answered_at "
        "recalled_at",
        special="asked purpose moved_because recalled_because",
    )
    fetch_with = ("case__individual", "case__panel", "area", "agency", "asked_by")

    class Meta(Record.Meta):
        verbose_name = "request for information"
        verbose_name_plural = "requests for information"
        constraints = [
            models.CheckConstraint(
                condition=~(Q(asked="") | Q(purpose="")), name="information_is_asked_in_words_and_for_a_purpose"
            ),
            models.UniqueConstraint(
                fields=["case", "agency"],
                condition=Q(answered_at=None, recalled_at=None),
                name="an_agency_is_asked_one_thing_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(recalled_at=None, recalled_by=None, recalled_because="")
                | (Q(recalled_at__isnull=False, recalled_by__isnull=False) & ~Q(recalled_because="")),
                name="a_request_is_taken_back_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(due_within=None) ^ Q(moved_because=""), name="a_day_is_moved_with_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-id"], name="requests_about_a_case"),
            models.Index(
                fields=["agency", "due_on"],
                condition=Q(answered_at=None, recalled_at=None),
                name="information_to_give",
            ),
            models.Index(
                fields=["area", "due_on"],
                condition=Q(answered_at=None, recalled_at=None),
                name="information_awaited_in_an_area",
            ),
        ]
        triggers = [
            of_a_live_case(),
            as_agreed("NEW.asked_at", "NEW.agency_id"),
            pgtrigger.ReadOnly(
                name="stands",
                fields=[
                    "reference", "case", "area", "agency", "asked", "purpose", "lawful_basis", "despite_agreement",
                    "until", "asked_by", "asked_at",
                ],
            ),
            pgtrigger.Protect(
                name="taken_back_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__recalled_at__isnull=False),
            ),
            pgtrigger.Protect(
                name="answered_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False)
                & pgtrigger.Q(old__answered_at__df=pgtrigger.F("new__answered_at")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Request {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_informationrequest", args=[self.reference])

    @property
    def is_waiting(self) -> bool:
        return not (self.answered_at or self.recalled_at)

    @property
    def is_overdue(self) -> bool:
        return self.is_waiting and self.due_on < clock.today()

    def counted(self, days: WorkingDays) -> date:
        """By which day it is due by the agency's working days, unless somebody set one."""
        return self.due_on if self.due_within is None else days.due(self.asked_at, self.due_within)

    def obstacle_when_over(self) -> str:
        if self.recalled_at:
            return "This is no longer asked."
        return self.case.obstacle_to_change()

    def obstacle_to_answering(self) -> str:
        answered = "Your agency has answered this. You can answer anew, and what was said first is kept."
        return self.obstacle_when_over() or (answered if self.answered_at else "")

    def obstacle_to_answering_anew(self) -> str:
        return self.obstacle_when_over() or ("" if self.answered_at else "Your agency has not answered this yet.")

    def obstacle_to_error_of_answer(self) -> str:
        return "" if self.answered_at else "This has not been answered yet."

    def obstacle_to_keeping(self) -> str:
        return self.obstacle_when_over() or ("This has been answered." if self.answered_at else "")

    def obstacle_to_telling(self) -> AlreadyDone | str:
        return "" if self.is_waiting and self.case.is_live else AlreadyDone("It is not asked any more.")

    @property
    def is_lapsed(self) -> bool:
        """Whether its agency can no longer read it."""
        return self.until is not None and self.until < clock.today()

    def obstacle_to_reminding(self) -> AlreadyDone | str:
        if self.is_lapsed:
            return AlreadyDone("They can no longer read it.")
        return AlreadyDone("They have been reminded.") if self.reminded_at else self.obstacle_to_telling()


class AnswerKind(models.TextChoices):
    SHARED = "shared", "Shared"
    NOTHING_HELD = "nothing_held", "Nothing held"
    NOT_SHARED = "not_shared", "Held, but not shared"
    BY_WORD = "by_word", "For the chair, by word"


# The words by which it is found.
ANSWER_WORDS = SearchVector("why_not", "who_tells", config="english")


@pghistory.track()
class InformationAnswer(Release, MayBeInError):
    """What an agency answered. Only added to: a later answer takes the place of this one, which is kept."""

    under = "request"

    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="information_answers")
    answer = models.CharField(max_length=20, choices=AnswerKind)
    contribution = models.OneToOneField(Contribution, on_delete=models.PROTECT, null=True, related_name="answer")
    why_not = models.TextField(blank=True)
    who_tells = models.CharField(max_length=200, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    field_classes = (
        Release.release_field_classes
        | MayBeInError.field_classes
        | field_classes(public="answered_at", special="answer why_not who_tells")
    )
    searched: ClassVar = ANSWER_WORDS

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        verbose_name = "answer to a request for information"
        verbose_name_plural = "answers to requests for information"
        constraints = [
            *Release.Meta.constraints,
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=Q(answer=AnswerKind.SHARED, contribution__isnull=False)
                | (~Q(answer=AnswerKind.SHARED) & Q(contribution=None)),
                name="what_is_shared_is_a_contribution",
            ),
            models.CheckConstraint(
                condition=Q(answer=AnswerKind.NOT_SHARED) ^ Q(why_not=""), name="what_is_not_shared_says_why"
            ),
            models.CheckConstraint(
                condition=Q(answer=AnswerKind.BY_WORD) ^ Q(who_tells=""), name="what_is_told_by_word_says_who_tells"
            ),
            models.CheckConstraint(
                condition=Q(answer=AnswerKind.NOTHING_HELD) | Q(no_intelligence=True),
                name="an_answer_holds_no_intelligence",
            ),
        ]
        indexes = [GinIndex(ANSWER_WORDS, name="information_answers_by_words")]
        triggers = [
            of_a_live_case(case="SELECT case_id FROM cases_informationrequest WHERE id = NEW.request_id"),
            *ONLY_SAID_IN_ERROR,
            pgtrigger.Trigger(
                name="the_last_one_stands",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("in_error_at"),
                func="""
                    IF NOT EXISTS (
                        SELECT FROM cases_informationanswer later
                        WHERE later.request_id = NEW.request_id AND later.id > NEW.id
                    ) THEN
                        RAISE EXCEPTION 'An answer is said to be wrong once there is another.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            as_its_agency_must(
                "(SELECT agency_id FROM cases_informationrequest WHERE id = NEW.request_id)",
                but=f"NEW.answer = '{AnswerKind.NOTHING_HELD.value}'",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.request.get_absolute_url()

    @property
    def case_id(self) -> int:
        return self.request.case_id

    def __str__(self) -> str:
        return f"{self.get_answer_display()}, on {date_format(clock.day_of(self.answered_at), 'j F Y')}"

    @property
    def moment(self) -> str:
        """Which of the answers of its case it is."""
        return f"{self.answered_at:%Y%m%dT%H%M%S%f}"

    @property
    def words(self) -> str:
        """What it says, in one text."""
        more = self.why_not or (self.who_tells and f"{self.who_tells} tells the chair.")
        return "\n".join(filter(None, [f"{self.get_answer_display()}.", more]))
