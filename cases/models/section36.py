"""The referrals a case carries, and the section 36 decision on each."""

from datetime import datetime
from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Greatest
from django.utils.formats import date_format

from cases.models.case import Case
from cases.models.ended import names_an_end_reason, of_a_live_case
from cases.models.in_error import MayBeInError, MayBeInErrorQuerySet, only_said_in_error
from cases.models.panel_offer import OfferOutcome, PanelOffer
from cases.models.signed import SIGNED, SIGNED_ONCE, Signed, signed_by_another
from cases.models.stages import Stage
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import end_reason_in_words
from referrals.models import Referral


class CaseReferralQuerySet(RecordQuerySet):
    def undecided(self) -> "CaseReferralQuerySet":
        """The referrals of live cases on which the section 36 decision is asked and none counts yet: its day runs.

        It comes before a panel acting as Channel, and before no other: the one it is with, or one it is offered to.
        ``made_at`` is when one was made that waits for a second signature.
        """
        made = Section36Decision.objects.filter(case=OuterRef("case"), referral=OuterRef("referral"))
        waits = made.filter(stands=None, in_error_at=None).values("decided_at")
        offered = PanelOffer.objects.waiting().filter(case=OuterRef("case"), to_panel__acts_as_channel=True)
        asked = self.filter(Q(case__panel__acts_as_channel=True) | Exists(offered), case__ended_at=None)
        asked = asked.filter(~Exists(made.standing())).annotate(made_at=Subquery(waits[:1]))
        return asked.select_related("referral__for_agency")

    def to_decide(self) -> "CaseReferralQuerySet":
        """Those of them on which none has been made."""
        return self.undecided().filter(made_at=None)

    def with_asked_at(self) -> "CaseReferralQuerySet":
        """Each with since when it is asked: since it joined its case or, later, that was offered to Channel."""
        offered = PanelOffer.objects.filter(
            case=OuterRef("case"), to_panel__acts_as_channel=True, outcome__in=("", OfferOutcome.ACCEPTED)
        )
        latest = offered.order_by("-offered_at").values("offered_at")[:1]
        return self.annotate(asked_at=Greatest("joined_at", Subquery(latest)))


@pghistory.track()
class CaseReferral(Record):
    """That a case carries a referral. A new referral joins the individual's live case."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="carried_referrals")
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="carried_by")
    joined_at = models.DateTimeField()

    objects = CaseReferralQuerySet.as_manager()

    field_classes = field_classes(public="joined_at")

    class Meta(Record.Meta):
        # One that leaves a case joins another that is live.
        triggers = [of_a_live_case(operation=pgtrigger.Insert | pgtrigger.UpdateOf("case_id"))]

    @property
    def has_others_beside_it(self) -> bool:
        """Whether its case carries further referrals."""
        return self.case.carried_referrals.exclude(pk=self.pk).exists()


@pghistory.track()
class CarriedBefore(Record):
    """That a case carried a referral until it turned out to be about somebody else: whoever had that case meanwhile may
    have had what was referred.

    It is read, shut and kept with the referral, and so with the case that carries it now.
    """

    under = "referral"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="carried_before")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="carried_before")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField()

    field_classes = field_classes(public="reference joined_at left_at")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(left_at__gte=F("joined_at")), name="a_referral_leaves_after_it_joined")
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def was_carried(self, since: datetime, until: datetime | None) -> bool:
        """Whether it was at some time between two moments; since the first, where there is no other."""
        return since < self.left_at and (until is None or until > self.joined_at)


class Section36DecisionQuerySet(MayBeInErrorQuerySet):
    def standing(self) -> "Section36DecisionQuerySet":
        """Those that count: not in error, nor waiting for a second signature, nor sent back."""
        return super().standing().filter(stands=True)

    def counted_before(self, moment: datetime) -> "Section36DecisionQuerySet":
        """Those that had come to count: as they were signed, where it takes two, and otherwise as they were made."""
        return self.filter(Q(checked_at=None, decided_at__lt=moment) | Q(checked_at__lt=moment), stands=True)

    def to_sign(self) -> "Section36DecisionQuerySet":
        """Those with which a case of today is to end, once a second person has signed them: one of a case."""
        return self.on_carried().filter(stands=None, in_error_at=None, case__ended_at=None)

    def not_sent_back(self) -> "Section36DecisionQuerySet":
        """Those that count, and one that waits for a second signature: nobody may be there to give it."""
        return self.filter(NOT_SENT_BACK)

    def on_carried(self) -> "Section36DecisionQuerySet":
        """Those on referrals that their case carries still; a case does not stand on what is about somebody else."""
        return self.filter(referral__carried_by__case=F("case"))


class DecidedAs(models.TextChoices):
    POLICE = "police", "For the chief officer of police"
    COUNCIL = "council", "For the council, as the officer it authorised"


# What leaves nothing to decide on a referral: also a decision that waits for a second signature.
NOT_SENT_BACK = Q(in_error_at=None) & (Q(stands=None) | Q(stands=True))
# The words by which it is found.
GROUNDS_WORDS = SearchVector("grounds", config="english")


@pghistory.track()
class Section36Decision(Signed, MayBeInError):
    """Whether there are reasonable grounds to believe that the person is vulnerable to being drawn into terrorism.

    Section 36(3) of the Counter-Terrorism and Security Act 2015; by the chief officer of police or, since 12 April
    2019, a local authority. It is what a referral to a panel stands on, so each referral of a case has its own: one
    that joins a live case is decided on by itself, and what was decided on the others goes on standing.

    One with which a case ends counts once a second person has signed it; one sent back stays, and is decided anew.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="section36_decisions")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="section36_decisions")
    reasonable_grounds = models.BooleanField()
    grounds = models.TextField()
    # Section 36(4)(f) read with (6), as it holds of a panel: asked where the case ends with this decision. It was not
    # asked before.
    health_or_care_considered = models.BooleanField(null=True)
    health_or_care = models.TextField(blank=True)
    # Why it ends, where it does; as of a panel's decision.
    end_reason = models.CharField(max_length=20, blank=True)
    # What happens instead. It was not kept of those that ended a case on one person's word, before two were asked.
    end_stage = models.CharField(max_length=30, choices=Stage, blank=True)
    decided_as = models.CharField(max_length=10, choices=DecidedAs)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = Section36DecisionQuerySet.as_manager()

    field_classes = (
        MayBeInError.field_classes
        | Signed.field_classes
        | field_classes(
            public="decided_as decided_at",
            special="reasonable_grounds grounds health_or_care_considered health_or_care end_reason end_stage",
        )
    )
    searched: ClassVar = GROUNDS_WORDS

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(grounds=""), name="a_section_36_decision_has_its_grounds"),
            models.UniqueConstraint(
                fields=["case", "referral"],
                condition=NOT_SENT_BACK,
                name="one_section_36_decision_for_each_referral",
            ),
            models.CheckConstraint(
                condition=Q(health_or_care_considered=None, health_or_care="")
                | (Q(health_or_care_considered__isnull=False, reasonable_grounds=False) & ~Q(health_or_care="")),
                name="health_or_care_is_considered_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(in_error_at__isnull=False)  # Also one from before this was asked.
                | Q(health_or_care_considered=None, end_reason="")
                | (Q(health_or_care_considered__isnull=False) & ~Q(end_reason="")),
                name="a_section_36_decision_that_ends_a_case_says_why",
            ),
            models.CheckConstraint(
                condition=Q(end_stage="", stands__isnull=False, stands=True)
                | (~Q(end_stage="") & Q(reasonable_grounds=False) & ~Q(end_reason="")),
                name="only_a_section_36_decision_that_ends_a_case_is_signed",
            ),
            models.CheckConstraint(
                condition=~(~Q(end_stage="") & Q(stands=True)) | Q(checked_by__isnull=False),
                name="a_section_36_decision_that_ends_a_case_takes_two",
            ),
            *signed_by_another("decided_by"),
        ]
        indexes = [
            GinIndex(GROUNDS_WORDS, name="section36_by_words"),
            models.Index(fields=["case"], condition=Q(stands=None), name="section36_to_sign"),
        ]
        triggers = [
            of_a_live_case(),
            *only_said_in_error(*SIGNED),
            *SIGNED_ONCE,
            names_an_end_reason(),
        ]

    def __str__(self) -> str:
        day = date_format(clock.day_of(self.decided_at), "j F Y")
        found = "reasonable grounds" if self.reasonable_grounds else "no reasonable grounds"
        return f"Of {day}, on referral {self.referral.reference}: {found}"

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    def get_end_reason_display(self) -> str:
        return end_reason_in_words(self.end_reason)

    @property
    def is_of_police(self) -> bool:
        return self.decided_as == DecidedAs.POLICE

    @property
    def is_to_sign(self) -> bool:
        return self.is_unsigned and self.case.is_live

    @property
    def is_unsigned(self) -> bool:
        return self.stands is None and not self.in_error_at

    @property
    def ends_its_case(self) -> bool:
        """Whether its case ends as it says once it is signed: something may have joined, or been decided, since."""
        return self.case.ends_without(self.referral) and self.case.may_become(self.end_stage)

    @property
    def was_never_signed(self) -> bool:
        """Whether its case ended otherwise while it waited."""
        return self.is_unsigned and not self.case.is_live

    @property
    def signature_words(self) -> str:
        if self.was_never_signed:
            return "Never signed: the case ended otherwise"
        return super().signature_words

    @property
    def end_words(self) -> list[tuple[str, str]]:
        """How and why the case ends with it, each under a heading that says whether it does: it may be proposed."""
        if self.stands:
            stage, reason = "What happened instead", "Why the case ended"
        elif self.is_to_sign:
            stage, reason = "What is to happen instead", "Why the case is to end"
        else:
            stage, reason = "What was proposed instead", "Why the case was to end"
        said = (
            (stage, self.get_end_stage_display()),
            (reason, self.get_end_reason_display()),
            ("Health or social care", self.health_or_care_words),
        )
        return [(heading, words) for heading, words in said if words]

    @property
    def health_or_care_words(self) -> str:
        if self.health_or_care_considered is None:
            return ""
        return f"{'Considered' if self.health_or_care_considered else 'Not considered'}: {self.health_or_care}"
