"""Which individual a referral is about, as far as has been settled, and who settled it and why."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.people import Individual
from referrals.models.referral import Referral


@pghistory.track()
class IdentityLink(Record):
    """That a referral is about an individual. Undoing a merge ends a link and begins another."""

    under = "individual"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="identity_links")
    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="identity_links")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="made_at ended_at")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(ended_at=None), name="a_referral_is_about_one_individual"
            )
        ]


class IdentityAnswer(models.TextChoices):
    SAME = "same", "The same person"
    DIFFERENT = "different", "Somebody else"
    UNDONE = "undone", "Not the same person after all"


@pghistory.track()
class IdentityDecision(Record):
    """What a person answered when asked whether a referral is about an earlier individual, and why.

    ``before`` is whom the referral was taken to be about until then; for a merge undone, whom it was parted from.
    """

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="identity_decisions")
    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=IdentityAnswer)
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")
    reason = models.TextField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    field_classes = field_classes(public="decided_at", personal="answer reason")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_identity_decision_has_its_reason"),
            models.CheckConstraint(
                condition=Q(answer=IdentityAnswer.UNDONE, undoes__isnull=False)
                | (~Q(answer=IdentityAnswer.UNDONE) & Q(undoes=None)),
                name="only_what_was_decided_is_undone",
            ),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]


def merge_in_force(referral: Referral) -> IdentityDecision | None:
    """The decision by which a referral is taken to be about somebody referred earlier, while nobody has undone it."""
    return referral.identity_decisions.filter(answer=IdentityAnswer.SAME, undone_by=None).last()


def obstacle_to_undoing(referral: Referral) -> str:
    return "" if merge_in_force(referral) else "Nobody has said that this is somebody referred earlier."
