"""Named exclusions: somebody who must see nothing of the work on a person, and is not told so."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.shut_to_owner import owner_is_not_excluded
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference


class ExclusionKind(models.TextChoices):
    RELATIVE = "relative", "A relative or somebody close"
    STAFF = "staff", "The person works with them or for them"
    INTEREST = "interest", "Another interest, which they or others declared"


class ExclusionQuerySet(RecordQuerySet):
    def standing(self) -> "ExclusionQuerySet":
        return self.filter(ended_at=None)

    def about(self, individual) -> "ExclusionQuerySet":
        """Those from the casework about somebody, in whichever of their cases each was written."""
        return self.standing().filter(case__individual=individual)


@pghistory.track()
class Exclusion(Record):
    """That somebody must see nothing of the work on the person of a case: of any case about them, nor of referrals."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="exclusions")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=ExclusionKind)
    reason = models.TextField()
    excluded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    excluded_at = models.DateTimeField()
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = ExclusionQuerySet.as_manager()

    field_classes = field_classes(public="reference excluded_at ended_at", special="kind reason")
    fetch_with = ("case__individual", "person", "excluded_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"], condition=Q(ended_at=None), name="a_person_is_excluded_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_exclusion_has_its_reason"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="whoever_ends_an_exclusion_is_known",
            ),
        ]
        indexes = [models.Index(fields=["person"], condition=Q(ended_at=None), name="exclusions_of_a_person")]
        triggers = [
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["ended_by", "ended_at"]),
            ),
            pgtrigger.Protect(
                name="ended_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__ended_at__isnull=False)
            ),
            owner_is_not_excluded(
                "nobody_is_excluded_from_their_own",
                pgtrigger.Insert,
                "(SELECT individual_id FROM cases_case WHERE id = NEW.case_id)",
            ),
        ]

    def __str__(self) -> str:
        return f"Exclusion {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:who_can_see", args=[self.case.reference])

    def obstacle_to_ending(self) -> str:
        return "This exclusion has ended already." if self.ended_at else ""
