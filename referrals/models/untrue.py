"""That what a referral says was found untrue: by one person, and confirmed by another."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.referral import AnyReferral, Referral
from referrals.models.stages import TRANSITIONS


@pghistory.track()
class FoundUntrue(Record):
    """A finding that what a referral says is not true; it counts once a second person has agreed.

    From then on the referral is not counted among the earlier ones and prompts nothing, and from its review on it is
    no longer matched. That nothing more was needed is another matter: it says nothing about whether it was true.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="findings_of_untruth")
    reason = models.TextField()
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    answer_reason = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)

    field_classes = field_classes(public="proposed_at answered_at review_on", personal="agreed reason answer_reason")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_finding_of_untruth_has_its_reason"),
            models.CheckConstraint(
                condition=Q(agreed=None, answered_by=None, answered_at=None, answer_reason="")
                | (
                    Q(agreed__isnull=False, answered_by__isnull=False, answered_at__isnull=False)
                    & ~Q(answer_reason="")
                    & ~Q(answered_by=F("proposed_by"))
                ),
                name="untrue_is_found_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(agreed=True, review_on__isnull=False)
                | Q(agreed=False, review_on=None)
                | Q(agreed=None, review_on=None),
                name="what_was_found_untrue_has_its_review",
            ),
            models.UniqueConstraint(
                fields=["referral"], condition=Q(agreed=None) | Q(agreed=True), name="one_finding_of_untruth_stands"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="answered_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__answered_at__isnull=False)
            )
        ]

    @property
    def counts(self) -> bool:
        return self.agreed is True


def findings(referral: Referral | AnyReferral) -> models.QuerySet:
    """The finding that stands or waits for the second person; one that was not agreed to is neither."""
    found = FoundUntrue.objects.filter(referral=referral.pk)
    return found.exclude(agreed=False).select_related("proposed_by", "answered_by")


def finding(referral: Referral) -> FoundUntrue | None:
    return findings(referral).first()


def obstacle_to_proposing_untrue(referral: Referral) -> str:
    if TRANSITIONS[referral.stage]:
        return "Decide about this referral first."
    stands = finding(referral)
    if stands is None:
        return ""
    return "This was found untrue already." if stands.counts else "This waits for a second person already."


def obstacle_to_answering_untrue(referral: Referral) -> str:
    stands = finding(referral)
    return "" if stands and not stands.counts else "Nobody has proposed that this is untrue."
