"""The consent ledger, and who was told: two of the three things that are called consent, kept apart.

Agreement to receive support is section 36(4) of the Counter-Terrorism and Security Act 2015; having been told is
openness with the person; the lawful basis to share stands with each share.
"""

from datetime import date
from typing import ClassVar

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.formats import date_format

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from cases.models.held_to import consent_as_the_ledger_has_it
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError, MayBeInErrorQuerySet, only_said_in_error
from cases.models.stages import Stage
from cases.models.support import SupportPlan
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes
from prevent_cases.pages.models import new_reference
from referrals.models import ADULT_AT, Individual, NotTold


class ConsentAnswer(models.TextChoices):
    """The first is none: it was asked, and nobody had answered by then. It counts for nothing."""

    ASKED = "asked", "Asked"
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"
    UNABLE = "unable", "Could not decide"


class ConsentBy(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"
    LOCAL_AUTHORITY = "authority", "The council, which has parental responsibility"


class ConsentHow(models.TextChoices):
    IN_PERSON = "in_person", "Spoken, in person"
    BY_TELEPHONE = "by_telephone", "Spoken, by telephone or video"
    IN_WRITING = "in_writing", "In writing"


class Capacity(models.TextChoices):
    """The Mental Capacity Act 2005 presumes it of everybody from the age of 16."""

    PRESUMED = "presumed", "Nothing suggests that they cannot decide"
    ABLE = "able", "It was assessed: they can decide this"
    UNABLE = "unable", "It was assessed: they cannot decide this now"


class ConsentQuerySet(MayBeInErrorQuerySet):
    def answers(self) -> "ConsentQuerySet":
        """Those by which something was answered, and not only asked."""
        return self.standing().exclude(answer=ConsentAnswer.ASKED)

    def support_went_on_from(self) -> "ConsentQuerySet":
        """Answers, and agreement also where it was said to be in error since: support was given on it until then."""
        return self.filter(Q(in_error_at=None) & ~Q(answer=ConsentAnswer.ASKED) | Q(answer=ConsentAnswer.GIVEN))

    def unanswered_on(self, day: date) -> "Consent | None":
        """By which it had been asked by a day, where nobody had answered by then."""
        return self.unanswered_by(day).first()

    def unanswered_by(self, day: date) -> "ConsentQuerySet":
        """Those by which it was asked, and no answer recorded after them: also one of an earlier day answers them.

        The latest first. Who was asked about a plan that was in error is still to be asked about the one that stands.
        """
        earlier = SupportPlan.objects.filter(
            case=OuterRef(OuterRef("case")), made_at__lte=OuterRef(OuterRef("recorded_at"))
        )
        about = SupportPlan.objects.standing().filter(pk=Subquery(earlier.order_by("-pk").values("pk")[:1]))
        since = Consent.objects.answers().filter(case=OuterRef("case"), pk__gt=OuterRef("pk"), answered_on__lte=day)
        asked = self.standing().filter(answer=ConsentAnswer.ASKED, answered_on__lte=day)
        return asked.filter(Exists(about), ~Exists(since)).order_by("-answered_on", "-pk")

    def awaited(self) -> "ConsentQuerySet":
        """Of those cases that are to be asked about support now: by which it was asked, and nobody has answered."""
        return self.unanswered_by(clock.today()).filter(case__stage=Stage.CONSENT_PENDING)

    def latest_by(self, day: date) -> "Consent | None":
        """The line that counts on a day: the last by the day of the answer, of one day the one written last."""
        return self.answers().filter(answered_on__lte=day).order_by("-answered_on", "-pk").first()

    def in_force_on(self, day: date) -> "Consent | None":
        """What had been agreed to on a day, if anything had."""
        line = self.latest_by(day)
        return line if line and line.holds_on(day) else None

    def in_force_beside(self, case: str, day: str) -> "ConsentQuerySet":
        """The same, read beside what has its case and a day under these names."""
        lines = Consent.objects.answers().filter(
            case=OuterRef(OuterRef(case)), answered_on__lte=OuterRef(OuterRef(day))
        )
        counts = lines.order_by("-answered_on", "-pk").values("pk")[:1]
        holds = Q(ends_on=None) | Q(ends_on__gt=OuterRef(day))
        return self.filter(holds, pk=Subquery(counts), answer=ConsentAnswer.GIVEN)


# The words by which it is found.
CONSENT_WORDS = SearchVector(
    "responsibility", "wording", "what_was_explained", "agreed_to", "own_view", "reason", "evidence", config="english"
)


@pghistory.track()
class Consent(MayBeInError):
    """One line of the consent ledger: an answer about receiving support, or that it was asked and none came yet.

    It is not the lawful basis to share.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consents")
    answer = models.CharField(max_length=10, choices=ConsentAnswer)
    answered_by = models.CharField(max_length=10, choices=ConsentBy)
    # Of a parent, guardian or council: who, and how it is known that they may decide.
    answered_name = models.CharField(max_length=200, blank=True)
    responsibility = models.TextField(blank=True)
    # Not of whoever was only asked.
    capacity = models.CharField(max_length=10, choices=Capacity, blank=True)
    # How it was asked: of consent always; nothing where somebody said by themselves that they do not want support.
    asked_by = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20, choices=ConsentHow)
    answered_on = models.DateField()
    wording = models.TextField(blank=True)
    language = models.CharField(max_length=100, blank=True)
    what_was_explained = models.TextField(blank=True)
    agreed_to = models.TextField(blank=True)
    # Where nobody else can answer for the person any more: their eighteenth birthday, as far as it is known.
    ends_on = models.DateField(null=True)
    # Where nobody has answered: the day of asking stands in the place of the answer's.
    ask_again_on = models.DateField(null=True)
    own_view = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ConsentQuerySet.as_manager()

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference recorded_at",
        personal="answer answered_by answered_name responsibility capacity asked_by how answered_on wording language "
        "what_was_explained agreed_to ends_on ask_again_on own_view reason evidence",
    )
    fetch_with = ("case__individual", "recorded_by", "in_error_by")
    searched: ClassVar = CONSENT_WORDS

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(answer=ConsentAnswer.GIVEN)
                | ~(Q(asked_by="") | Q(wording="") | Q(language="") | Q(evidence="")),
                name="consent_says_who_asked_in_which_words_and_where_it_is_kept",
            ),
            models.CheckConstraint(
                condition=~Q(answer=ConsentAnswer.GIVEN) | ~Q(agreed_to=""), name="consent_says_what_was_agreed_to"
            ),
            models.CheckConstraint(
                condition=Q(answered_by=ConsentBy.PERSON)
                | Q(answer=ConsentAnswer.ASKED)
                | (~Q(answered_name="") & ~Q(responsibility="")),
                name="whoever_answers_for_somebody_says_by_what_right",
            ),
            models.CheckConstraint(
                condition=~Q(answer=ConsentAnswer.GIVEN, answered_by=ConsentBy.PERSON, capacity=Capacity.UNABLE),
                name="whoever_cannot_decide_does_not_consent",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | ~Q(answered_by=ConsentBy.PERSON),
                name="only_anothers_consent_ends_by_itself",
            ),
            models.CheckConstraint(
                condition=(~Q(answer=ConsentAnswer.ASKED) & Q(ask_again_on=None) & ~Q(capacity=""))
                | (
                    Q(answer=ConsentAnswer.ASKED, ask_again_on__isnull=False, ask_again_on__gt=F("answered_on"))
                    & Q(ends_on=None, capacity="", responsibility="", agreed_to="", own_view="", reason="", evidence="")
                    & ~(Q(asked_by="") | Q(wording="") | Q(language=""))
                ),
                name="what_was_only_asked_says_by_whom_and_when_it_is_asked_again",
            ),
        ]
        indexes = [
            GinIndex(CONSENT_WORDS, name="consents_by_words"),
            models.Index(
                fields=["ask_again_on"], condition=Q(answer=ConsentAnswer.ASKED, in_error_at=None), name="asked_by_day"
            ),
        ]
        triggers = [
            of_a_live_case(),
            *only_said_in_error("ends_on"),
            consent_as_the_ledger_has_it("case_id", "in_error_at", "ends_on"),
        ]

    def __str__(self) -> str:
        return f"Answer {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:consent", args=[self.case.reference])

    @property
    def heading(self) -> str:
        return f"{self.get_answer_display()}, {date_format(self.answered_on, 'j F Y')}"

    @property
    def words(self) -> str:
        """What was agreed to; of any other answer why, as far as that was said."""
        return self.agreed_to or self.reason

    def holds_on(self, day: date) -> bool:
        """Whether it is consent, and nobody else's that had ended by then."""
        return self.answer == ConsentAnswer.GIVEN and (self.ends_on is None or day < self.ends_on)


def obstacle_to_asking_for_support(case: Case) -> str:
    """Why nobody is asked about support now."""
    if case.stage == Stage.CONSENT_PENDING or case.consent_has_ended:
        return ""
    return case.obstacle_to_consent() or "It was given already."


def agreement_that_counts(case: Case) -> Consent | None:
    """What support can rest on now: not what was agreed to before the panel offered it anew, and asks anew."""
    line = case.consents.in_force_on(clock.today())
    return line if line and line.answered_on == case.consent_given_on else None


def answers_possible(case: Case) -> tuple[ConsentAnswer, ...]:
    """What can be answered now: support that runs ends, or is asked about."""
    if case.is_withdrawn or (case.stage == Stage.ACTIVE and not case.consent_has_ended):
        return ConsentAnswer.WITHDRAWN, ConsentAnswer.UNABLE
    return ConsentAnswer.GIVEN, ConsentAnswer.REFUSED, ConsentAnswer.UNABLE


def may_answer(individual: Individual, answered_by: str, day: date) -> str:
    """The sentence of why this person's agreement would not count on a day, or "" (section 36 with its notes).

    By an age alone, without a birthday, somebody is under 18 for as long as they can be.
    """
    if individual.adult_on is None:
        return "Who agrees depends on how old the person is, and nobody has said. Record their birthday or age first."
    if individual.is_surely_adult_on(day):
        return "" if answered_by == ConsentBy.PERSON else "From the age of 18 only the person agrees."
    if answered_by != ConsentBy.PERSON:
        return ""
    if individual.born_on is None and individual.age_given < ADULT_AT:
        return (
            f"Under 18, a parent or guardian agrees, and on {date_format(individual.age_given_on, 'j F Y')} the person "
            f"was {individual.age_given}. If they are 18 by now, record their birthday first."
        )
    return "Under 18, a parent or guardian agrees. Write what the person says about it under their own words."


def obstacle_to_being_asked_on(case: Case, day: date) -> str:
    """Why what was asked or agreed to on this day is not about the support that the panel has offered."""
    plan = case.support_plans.that_counts().first()
    if plan and day < plan.offered_on:
        offered_on = date_format(plan.offered_on, "j F Y")
        return f"The panel offered this support on {offered_on}. Give a day from then on, or ask again."
    return ""


def obstacle_to_agreement_on(case: Case, day: date) -> str:
    """Why no support rests on an agreement of this day: it is to what was offered, and to what was asked last.

    Of one day it is not asked which came first. A refusal that is learnt of late stands.
    """
    if case.consents.unanswered_by(clock.today()).filter(answered_on__gt=day).exists():
        return "It was asked on a later day. Record what is answered to that."
    return obstacle_to_being_asked_on(case, day)


class ToldWhom(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"


def may_be_told(individual: Individual, whom: str, day: date) -> str:
    """The sentence of why they are told nothing of it on a day, whether by letter or otherwise, or ""."""
    if whom == ToldWhom.PARENT and individual.is_surely_adult_on(day):
        return "From the eighteenth birthday on only the person is told or written to, and no parent."
    return ""


# The words by which it is found.
TOLD_WORDS = SearchVector("what", "reason", config="english")


@pghistory.track()
class BeingTold(MayBeInError):
    """That somebody was told of the referral and what became of it, or was not, and why."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="being_told")
    whom = models.CharField(max_length=10, choices=ToldWhom)
    told = models.BooleanField()
    on = models.DateField()
    what = models.TextField(blank=True)
    because = models.CharField(max_length=20, choices=NotTold, blank=True)
    reason = models.TextField(blank=True)
    ask_again_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference recorded_at", personal="whom told on what because ask_again_on", special="reason"
    )
    fetch_with = ("case__individual", "recorded_by", "in_error_by")
    searched: ClassVar = TOLD_WORDS

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        verbose_name = "record of being told"
        verbose_name_plural = "records of being told"
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(told=True, because="", reason="", ask_again_on=None) & ~Q(what=""))
                | (Q(told=False, what="", ask_again_on__isnull=False) & ~Q(because="") & ~Q(reason="")),
                name="told_says_what_and_not_told_says_why_and_when_it_is_asked_again",
            ),
        ]
        indexes = [
            GinIndex(TOLD_WORDS, name="being_told_by_words"),
            models.Index(fields=["ask_again_on"], condition=Q(told=False, in_error_at=None), name="not_told_by_day"),
        ]
        triggers = [*ONLY_SAID_IN_ERROR]

    def get_absolute_url(self) -> str:
        return reverse("cases:consent", args=[self.case.reference])

    @property
    def words(self) -> str:
        """What they were told; where they were not, why."""
        return self.what or self.reason
