"""Moving a referral to another area: a handshake, in which the sender stays accountable until it is accepted."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q

from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.operations import AlreadyDone
from referrals.models.identity import IdentityAnswer
from referrals.models.referral import AnyReferral, Referral, Stage


class TransferOutcome(models.TextChoices):
    WAITING = "waiting", "Waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    TAKEN_BACK = "taken_back", "Taken back"


@pghistory.track()
class ReferralTransfer(Record):
    """That a referral is offered to another area, why, and what that area answered.

    Accepted, it ends here and begins there as a referral of its own, as it was sent; each area keeps its own history.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="transfers")
    to_area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=TransferOutcome, default=TransferOutcome.WAITING)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    # What it is there.
    becomes = models.OneToOneField(Referral, on_delete=models.PROTECT, null=True, related_name="transferred_by")
    # When whoever offered it was told of the answer.
    told_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="offered_at outcome answered_at told_at", special="reason answer")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(outcome=TransferOutcome.WAITING), name="one_offer_waits_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_transfer_has_its_reason"),
            models.CheckConstraint(
                condition=Q(outcome=TransferOutcome.WAITING, answered_by=None, answered_at=None)
                | (~Q(outcome=TransferOutcome.WAITING) & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="an_answered_transfer_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(outcome=TransferOutcome.ACCEPTED, becomes__isnull=False)
                | (~Q(outcome=TransferOutcome.ACCEPTED) & Q(becomes=None)),
                name="an_accepted_transfer_becomes_a_referral_there",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=TransferOutcome.DECLINED) | ~Q(answer=""), name="a_declined_transfer_says_why"
            ),
        ]
        indexes = [models.Index(fields=["to_area", "outcome"], name="transfers_to_an_area")]
        triggers = [
            pgtrigger.ReadOnly(
                name="never_edited", fields=["referral", "to_area", "reason", "offered_by", "offered_at"]
            ),
            pgtrigger.Protect(
                name="answer_stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answered_at__isnull=False)
                & (
                    pgtrigger.Q(old__outcome__df=pgtrigger.F("new__outcome"))
                    | pgtrigger.Q(old__answer__df=pgtrigger.F("new__answer"))
                    | pgtrigger.Q(old__answered_at__df=pgtrigger.F("new__answered_at"))
                ),
            ),
        ]


def open_transfer(referral: Referral) -> ReferralTransfer | None:
    return referral.transfers.filter(outcome=TransferOutcome.WAITING).select_related("to_area", "offered_by").first()


def accepted_transfer(referral: Referral) -> ReferralTransfer | None:
    """That by which another area has it; None while it is here."""
    if referral.stage != Stage.TRANSFERRED:
        return None
    return next(each for each in referral.transfers.all() if each.outcome == TransferOutcome.ACCEPTED)


def obstacle_to_offering(referral: Referral) -> str:
    return referral.obstacle_of_withdrawal() or referral.obstacle_outside(Stage.IN_TRIAGE)


def obstacle_to_answering_offer(referral: Referral) -> str:
    return "" if referral.stage == Stage.TRANSFERRING else "This referral is not offered to another area."


def obstacle_to_accepting_offer(referral: Referral) -> str:
    if referral.stage == Stage.TRANSFERRING and referral.obstacle_of_withdrawal():
        return f"The referrer has withdrawn this referral. {referral.area} answers that first: ring its coordinator."
    return obstacle_to_answering_offer(referral)


def as_elsewhere(referral: Referral | AnyReferral) -> models.QuerySet:
    """The same referral in other areas, where it was before or has gone since."""
    first = referral.first_sent_id or referral.pk
    return Referral.objects.filter(Q(pk=first) | Q(first_sent=first)).exclude(pk=referral.pk).order_by("pk")


def gone_on_with_case(referral: Referral) -> Referral | None:
    """The same referral where its case is now, once another area has taken that on: what comes to it is for them.

    Not once it was parted from others here since: then it is not about whom they have the case of.
    """
    undone = referral.identity_decisions.filter(answer=IdentityAnswer.UNDONE)
    went = as_elsewhere(referral).filter(pk__gt=referral.pk, came_with_case_at__isnull=False)
    return went.exclude(Exists(undone.filter(decided_at__gte=OuterRef("came_with_case_at")))).last()


def as_before(referral: Referral | AnyReferral) -> models.QuerySet:
    """The same referral in the areas that passed it on."""
    return as_elsewhere(referral).filter(pk__lt=referral.pk)


def obstacle_to_noting_untrue_elsewhere(referral: Referral) -> AlreadyDone | str:
    return AlreadyDone("This has been noted.") if referral.untrue_elsewhere_at else ""
