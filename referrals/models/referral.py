"""The referral as one agency sent it: who, why, what has been done, how soon."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import FilteredRelation, Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from prevent_cases.prepared import Given, prepared_records
from prevent_cases.reference.models import ConcernType
from referrals.matching.particles import as_written
from referrals.models.answers import LeadMayKnow, YesNo
from referrals.models.deadlines import Deadline
from referrals.models.further_questions import FURTHER_QUESTIONS
from referrals.models.never_otherwise import NEVER_OTHERWISE
from referrals.models.people import ADULT_AT, Individual, age_on, initials_of, plain_words
from referrals.models.said import AS_SENT, STEPS, Said
from referrals.models.stages import LIVE, NOT_IN_TRIAGE, TRANSITIONS, Stage

# What the safeguarding leads of the referrer's agency may know of.
OPEN_TO_LEADS = Q(lead_may_know=LeadMayKnow.YES) | Q(lead_let_in_at__isnull=False)


def last_of(related):
    """The last of some records, which may have been fetched with others (``prefetch_related``)."""
    return max(related.all(), key=attrgetter("pk"), default=None)


class ReferralQuerySet(RecordQuerySet):
    def named(self, text: str) -> "ReferralQuerySet":
        """Those with this reference, here or in the national system, or about somebody with such names or initials.

        The beginnings of names are enough; a reference is said in full. Small words of a name may be written apart, or
        as one with what follows.
        """
        said = text.strip()
        this = Q(reference=said.upper()) | (Q(national_reference=said) if said else Q())
        if not (words := plain_words(text)):
            return self.filter(this)
        query = SearchQuery(as_written(words), search_type="raw", config="simple")
        return self.alias(names=SearchVector("search_words", config="simple")).filter(Q(names=query) | this)


@dataclass(frozen=True)
class AnyReferral:
    """The keys of a referral and of the one it was first sent as: what is put together of them is asked of any."""

    pk: Given
    first_sent_id: Given

    @staticmethod
    def keys_of(referral: "Referral") -> dict[str, int]:
        return {"referral": referral.pk, "first_sent": referral.first_sent_id or referral.pk}


ANY_REFERRAL = AnyReferral(*(Given(name, models.BigIntegerField()) for name in ("referral", "first_sent")))


@prepared_records
def individuals_of() -> RecordQuerySet:
    """Whom a referral is about: one."""
    return Individual.objects.filter(identity_links__referral=ANY_REFERRAL.pk, identity_links__ended_at=None)


# The words by which it is found, of what everybody reads who sees it: nothing of who told.
REFERRAL_WORDS = SearchVector(
    "address", "online_names", "parents", "household_children", "setting", "other_concerns", "if_nothing_is_done",
    "told_reason", "danger_called", "urgency_reason", *(f"{step}_result" for step in STEPS), config="english",
)  # fmt: skip


@pghistory.track()
class Referral(Deadline, Said, Record):
    """A concern as one agency sent it. It is never edited afterwards (a trigger sees to it), only added to."""

    under = "individual"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="referrals")
    referred_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="referrals")
    # Who began it and handed it over to whoever sent it.
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # The draft it was when they did, where they may still look for it.
    from_draft = models.CharField(max_length=10, blank=True)
    for_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="referrals")
    submitted_at = models.DateTimeField()
    # As which it was sent at first, of one that another area has passed on, however many did.
    first_sent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="passed_on_as")
    # When it came here with a case that another area passed on: its referrer follows it where they sent it.
    came_with_case_at = models.DateTimeField(null=True)
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.SUBMITTED)
    # As far as is known: what the referrer said, until somebody here has judged it.
    is_urgent = models.BooleanField(default=False)
    # The last day of the time in which it is decided; none once it has been.
    due_on = models.DateField(null=True)
    # Whoever judged or assessed it last.
    handled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # The person's names and initials, as they are searched (``plain_words``).
    search_words = models.TextField(blank=True)

    # Decided by the coordinator for the returns; in no list, identity bar or file name.
    concern_type = models.ForeignKey(ConcernType, on_delete=models.PROTECT, related_name="+")
    # When there was last something for the referrer to read, and when they were last told by e-mail.
    news_at = models.DateTimeField(null=True)
    referrer_told_at = models.DateTimeField(null=True)
    # When something last came after sending that nobody who triages has read; none once somebody has.
    unread_at = models.DateTimeField(null=True)
    # When those at the referrer's agency were told who learn of it at once (``models.leads``).
    colleagues_told_at = models.DateTimeField(null=True)
    # Since when they may know of it after all from whom it was kept, who decided that, and why.
    lead_let_in_at = models.DateTimeField(null=True)
    lead_let_in_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    lead_let_in_because = models.TextField(blank=True)
    # When two people elsewhere, where it came from or went to, had found it untrue.
    untrue_elsewhere_at = models.DateTimeField(null=True)
    # What the police's national system calls it. Its form is not published, so any short text will do.
    national_reference = models.CharField(max_length=50, blank=True)

    objects = ReferralQuerySet.as_manager()

    field_classes = Said.said_field_classes | field_classes(
        public="reference from_draft submitted_at came_with_case_at stage is_urgent due_on due_within due_before "
        "due_moved_at due_move_told_at news_at referrer_told_at unread_at colleagues_told_at lead_let_in_at "
        "national_reference",
        personal="search_words untrue_elsewhere_at lead_let_in_because",
        special="concern_type",
    )
    searched: ClassVar = REFERRAL_WORDS
    fetch_with = (
        "area", "for_agency", "referred_by", "started_by", "decision__panel", "decision__confirmed_by",
        "feedback__answered_by", "transferred_by",
    )  # fmt: skip

    class Meta(Record.Meta):
        constraints = [
            *Deadline.Meta.constraints,
            models.CheckConstraint(condition=~Q(given_names=""), name="a_referral_names_somebody"),
            models.CheckConstraint(
                condition=Q(no_intelligence=True, as_far_as_known=True), name="a_referral_is_sent_with_its_declarations"
            ),
            *(question.constraint for question in FURTHER_QUESTIONS),
            models.CheckConstraint(
                condition=Q(lead_let_in_at=None, lead_let_in_by=None, lead_let_in_because="")
                | (Q(lead_let_in_at__isnull=False, lead_let_in_by__isnull=False) & ~Q(lead_let_in_because="")),
                name="a_lead_let_in_later_is_let_in_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(started_by=None) | ~Q(started_by=models.F("referred_by")),
                name="somebody_else_starts_what_is_handed_over",
            ),
            models.CheckConstraint(
                condition=Q(came_with_case_at=None) | Q(first_sent__isnull=False, stage=Stage.ACCEPTED),
                name="what_comes_with_a_case_was_sent_and_accepted_before",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "-id"], name="referrals_of_an_area"),
            models.Index(
                fields=["area", "due_on", "id"], condition=Q(due_on__isnull=False), name="referrals_to_be_decided"
            ),
            models.Index(
                fields=["area", "-unread_at"], condition=Q(unread_at__isnull=False), name="referrals_with_unread_words"
            ),
            GinIndex(SearchVector("search_words", config="simple"), name="referrals_by_names"),
            GinIndex(REFERRAL_WORDS, name="referrals_by_words"),
            models.Index(fields=["referred_by", "-id"], name="referrals_of_a_referrer"),
            models.Index(fields=["started_by", "-id"], name="referrals_of_a_starter"),
            models.Index(fields=["for_agency", "-id"], name="referrals_of_an_agency"),
            models.Index(
                fields=["national_reference"], condition=~Q(national_reference=""), name="referrals_by_national_ref"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="never_edited", fields=[*AS_SENT, "came_with_case_at"]),
            *NEVER_OTHERWISE,
        ]

    def __str__(self) -> str:
        return f"Referral {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_referral", args=[self.reference])

    def address_for(self, user) -> str:
        """Its page for the referrer, or for those who have received it."""
        page = "follow_referral" if self.referred_by == user else "view_referral"
        return reverse(f"referrals:{page}", args=[self.reference])

    @staticmethod
    def viewed_with(referrals: "ReferralQuerySet") -> "ReferralQuerySet":
        """Referrals, each with whom it is about: for looking only, since an operation may change that."""
        current = FilteredRelation("identity_links", condition=Q(identity_links__ended_at=None))
        return referrals.annotate(current_link=current).select_related("current_link__individual")

    @property
    def individual(self) -> Individual:
        """Who this referral is about, as far as has been settled."""
        if link := vars(self).get("current_link"):
            return link.individual
        for individual in individuals_of(referral=self.pk):
            return individual
        raise Individual.DoesNotExist(f"{self} is about nobody now.")

    @property
    def initials(self) -> str:
        return initials_of(self.given_names, self.family_name)

    @property
    def received_at(self) -> datetime:
        """When this area got it: as it was sent, or as another area passed it on, by itself or with its case."""
        if self.came_with_case_at:
            return self.came_with_case_at
        return self.transferred_by.answered_at if hasattr(self, "transferred_by") else self.submitted_at

    due_since = received_at

    def obstacle_to_word_with_referrer(self) -> str:
        return (
            "This came with a case: its referrer follows it in the area that it came from."
            if self.came_with_case_at
            else ""
        )

    @property
    def age_at_referral(self) -> int | None:
        """Age in whole years on the day of referral, as far as it was said."""
        day = clock.day_of(self.submitted_at)
        return age_on(self.born_on, day) if self.born_on else self.age_given

    @property
    def is_kept_from_leads(self) -> bool:
        return self.lead_may_know == LeadMayKnow.NO and self.lead_let_in_at is None

    @property
    def is_live(self) -> bool:
        return self.stage in LIVE

    @property
    def urgency_judgement(self):
        """How urgent it was judged to be, last; None before it was received."""
        return next((each for each in self.urgency_judgements.all() if each.superseded_at is None), None)

    @property
    def parallel_referral(self):
        """What was said last of a parallel referral to social care."""
        return last_of(self.parallel_referrals)

    @property
    def assessment(self):
        """The short assessment that stands."""
        return last_of(self.assessments)

    @property
    def gateway_has_answered(self) -> bool:
        return any(request.answered_at for request in self.gateway_requests.all())

    def become(self, stage: str, **values) -> None:
        """Move to ``stage``, by a way that is open; nothing is due any more at an end."""
        if stage not in TRANSITIONS[self.stage]:
            raise ValueError(f"No way leads from {self.stage} to {stage}.")
        ended = {} if stage in LIVE else {"due_on": None}
        self.change(stage=stage, **ended, **values)

    def obstacle_outside(self, *stages: str) -> str:
        """Why what is done at ``stages`` cannot be done where this stands."""
        if self.stage in stages:
            return ""
        stands = self.get_stage_display().lower()
        if not self.is_live:
            return f"This referral has been decided: {stands}."
        return NOT_IN_TRIAGE.get(self.stage, f"This cannot be done where it stands: {stands}.")

    def obstacle_to_receiving(self) -> str:
        return self.obstacle_outside(Stage.SUBMITTED, Stage.IN_TRIAGE)

    def obstacle_to_adding(self) -> str:
        if self.stage == Stage.TRANSFERRED:
            return "Another area has this referral now. Add to it there: the way is on the page of this one."
        return ""

    def obstacle_to_assessment(self) -> str:
        return self.obstacle_outside(Stage.IN_TRIAGE)

    def obstacle_of_withdrawal(self) -> str:
        if any(withdrawal.answered_at is None for withdrawal in self.withdrawals.all()):
            return "The referrer has withdrawn this referral. Confirm that, or say why you go on, first."
        return ""

    def obstacle_to_decision(self) -> str:
        return self.obstacle_of_withdrawal() or self.obstacle_to_any_end()

    def obstacle_to_any_end(self) -> str:
        """Why this can neither be decided nor be taken as withdrawn."""
        if obstacle := self.obstacle_to_assessment():
            return obstacle
        if self.assessment is None:
            return "Write the short assessment first. No referral ends or reaches a panel without one."
        is_child = self.age_at_referral is not None and self.age_at_referral < ADULT_AT
        concerns_children = is_child or self.lives_with_children == YesNo.YES
        if concerns_children and (self.parallel_referral is None or self.parallel_referral.answer == "unknown"):
            return "Say first whether children's social care has been told, or why that is not needed."
        return ""

    def obstacle_to_confirmation(self) -> str:
        if self.stage == Stage.IN_TRIAGE:
            return "Nobody has asked for this to end. It is in triage."
        return self.obstacle_of_withdrawal() or self.obstacle_outside(Stage.ENDING)

    def obstacle_to_monitoring(self) -> str:
        return "" if self.stage == Stage.ACCEPTED else "This is asked only after a referral has been accepted."

    def obstacle_to_reading_additions(self) -> AlreadyDone | str:
        return "" if self.unread_at else AlreadyDone("Everything that was added has been read.")

    def obstacle_to_telling(self):
        if self.referrer_told_at and (self.news_at is None or self.news_at <= self.referrer_told_at):
            return AlreadyDone("The referrer has been told.")
        return ""
