"""Restricted cases: seen by named people only, whatever their posts would open; and who these are."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from cases.models.shut_to_owner import owner_is_named
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference


class RestrictionQuerySet(RecordQuerySet):
    def standing(self) -> "RestrictionQuerySet":
        return self.filter(lifted_at=None)


@pghistory.track()
class Restriction(Record):
    """That a case is seen by those only who are named on it, and why, until it is lifted."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="restrictions")
    reason = models.TextField()
    restricted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    restricted_at = models.DateTimeField()
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    objects = RestrictionQuerySet.as_manager()

    field_classes = field_classes(public="reference restricted_at lifted_at", special="reason")
    fetch_with = ("case__individual", "case__area", "restricted_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(lifted_at=None), name="one_restriction_of_a_case_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_restriction_has_its_reason"),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None) | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="whoever_lifts_a_restriction_is_known",
            ),
        ]
        triggers = [
            of_a_live_case(),
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["lifted_by", "lifted_at"]),
            ),
            pgtrigger.Protect(
                name="lifted_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__lifted_at__isnull=False)
            ),
            owner_is_named("owner_named_on_it", pgtrigger.Insert, "restriction.id = NEW.id"),
        ]

    def __str__(self) -> str:
        return f"Restriction of case {self.case.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:who_can_see", args=[self.case.reference])

    def obstacle_to_change(self) -> str:
        return "This restriction has been lifted." if self.lifted_at else ""


@pghistory.track()
class NamedReader(Record):
    """That somebody is named on a restricted case: what their posts open of it is not shut to them."""

    under = "restriction"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="named")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    named_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="reference named_at removed_at")
    fetch_with = ("restriction__case__individual", "person")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["restriction", "person"], condition=Q(removed_at=None), name="a_reader_is_named_once"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_by=None) | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="whoever_removes_a_reader_is_known",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["removed_by", "removed_at"]),
            ),
            pgtrigger.Protect(
                name="removed_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__removed_at__isnull=False)
            ),
            owner_is_named("owner_stays_named", pgtrigger.Update, "restriction.id = NEW.restriction_id"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    def get_absolute_url(self) -> str:
        return self.restriction.get_absolute_url()

    def obstacle_to_removing(self) -> str:
        if self.removed_at or self.restriction.lifted_at:
            return "They are not named on it any more."
        if self.person_id == self.restriction.case.owner_id:
            if self.restriction.case.is_live:
                return "They own this case. Allocate it to somebody else first."
            return "They owned this case when it ended, and stay named on it."
        return ""
