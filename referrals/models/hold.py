"""The hold: that the police ask for nothing to be done about somebody for now. A fact with a day, and no detail."""

from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q, QuerySet
from django.urls import reverse

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.prepared import Given
from referrals.models.identity import IdentityAnswer, IdentityDecision, IdentityLink
from referrals.models.people import Individual


def found_to_be(**lookup: Any) -> QuerySet:
    """The keys of those who have been found to be an individual of this lookup, while nobody has undone it."""
    referrals = IdentityLink.objects.filter(ended_at=None, **lookup).values("referral")
    merges = IdentityDecision.objects.filter(answer=IdentityAnswer.SAME, undone_by=None, referral__in=referrals)
    return merges.values("before")


def found_of(**lookup: Any) -> QuerySet:
    """The other way: the keys of those whom an individual of this lookup has been found to be."""
    merges = IdentityDecision.objects.filter(answer=IdentityAnswer.SAME, undone_by=None, **lookup)
    return IdentityLink.objects.filter(ended_at=None, referral__in=merges.values("referral")).values("individual")


class HoldQuerySet(RecordQuerySet):
    def standing(self) -> "HoldQuerySet":
        return self.filter(lifted_at=None)

    def over(self, individual: Individual | int | Given) -> "HoldQuerySet":
        """The holds that stand over somebody: also one set before it was known that two are the same person."""
        these = Q(individual=individual) | Q(individual__in=found_to_be(individual=individual))
        return self.standing().filter(these).order_by("pk")

    def over_whom(self) -> QuerySet:
        """Those over whom one of these stands, likewise."""
        keys = self.standing().values("individual")
        return Individual.objects.filter(Q(pk__in=keys) | Q(pk__in=found_of(before__in=keys)))


@pghistory.track()
class Hold(Record):
    """That nothing is to be done about an individual until the police say so; looked at again on a day at the latest.

    It holds no word of why. Who may not see it can tell by nothing that it is there: what is done about it shows in its
    own history alone, and every other page reads as before.
    """

    under = "individual"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="holds")
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    review_on = models.DateField()
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    objects = HoldQuerySet.as_manager()

    field_classes = field_classes(public="reference", sealed="set_at review_on lifted_at")
    fetch_with = ("individual", "set_by", "lifted_by")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["individual"], condition=Q(lifted_at=None), name="one_hold_on_somebody_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None) | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="a_lifted_hold_says_by_whom_and_when",
            ),
        ]
        indexes = [models.Index(fields=["review_on"], condition=Q(lifted_at=None), name="holds_by_review")]
        triggers = [pgtrigger.ReadOnly(name="stands", fields=["individual", "set_by", "set_at"])]

    def __str__(self) -> str:
        return f"Hold {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("referrals:view_hold", args=[self.reference])

    def obstacle_to_change(self) -> str:
        return "This hold has been lifted." if self.lifted_at else ""
