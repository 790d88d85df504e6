"""Whose a case is: its owner, who owned it before, and who stands in while an owner is away."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from cases.models.case import Case
from prevent_cases import clock
from prevent_cases.accounts.models import Area, Post, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference


def coordinators_of(area: Area | int) -> models.QuerySet[User]:
    """Those who coordinate in an area today, by name: each of its cases is one's own."""
    posts = Post.objects.current().filter(area=area, kind=PostKind.COORDINATOR)
    return User.objects.filter(pk__in=posts.values("user"), is_active=True).order_by("name", "pk")


def owner_coordinates(case: str = "") -> Exists:
    """Whether the owner of a case of an outer query, to which ``case`` leads, still coordinates in its area."""
    return Exists(
        Post.objects.current().filter(
            user=OuterRef(f"{case}owner"), area=OuterRef(f"{case}area"), kind=PostKind.COORDINATOR, user__is_active=True
        )
    )


def without_owner(among: models.QuerySet[Case]) -> models.QuerySet[Case]:
    """Live ones of some cases whose owner coordinates in their area no more."""
    return among.filter(~owner_coordinates(), ended_at=None)


# The words by which it is found.
NOTE_WORDS = SearchVector("note", config="english")


@pghistory.track()
class Allocation(Record):
    """That a case became somebody's own, and what they were told with it. The latest says whose it is."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="allocations")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # What whoever takes it on must know; nothing where the case begins with them.
    note = models.TextField(blank=True)
    allocated_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    allocated_at = models.DateTimeField()

    field_classes = field_classes(public="allocated_at", special="note")
    searched: ClassVar = NOTE_WORDS

    class Meta(Record.Meta):
        ordering = ("pk",)
        indexes = [GinIndex(NOTE_WORDS, name="allocations_by_words")]
        # Also once it has ended: somebody answers for what is kept.
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    @property
    def moment(self) -> str:
        """Which of the allocations of its case it is."""
        return f"{self.allocated_at:%Y%m%dT%H%M%S%f}"


class OwnerCoverQuerySet(RecordQuerySet):
    def current(self) -> "OwnerCoverQuerySet":
        """Those in force today."""
        return self.filter(starts_on__lte=clock.today(), until__gte=clock.today(), ended_at=None)

    def to_come(self) -> "OwnerCoverQuerySet":
        """Those in force today or later."""
        return self.filter(until__gte=clock.today(), ended_at=None)


@pghistory.track()
class OwnerCover(Record):
    """That somebody stands in for the owner of cases in an area while they are away."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="owner_covers")
    away = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    covered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    until = models.DateField()
    arranged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    arranged_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = OwnerCoverQuerySet.as_manager()

    field_classes = field_classes(public="reference starts_on until arranged_at ended_at")
    fetch_with = ("area", "away", "covered_by")

    class Meta(Record.Meta):
        ordering = ("starts_on", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("starts_on")), name="owner_cover_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(away=F("covered_by")), name="nobody_covers_their_own_cases"),
        ]
        indexes = [models.Index(fields=["area", "until"], condition=Q(ended_at=None), name="owner_cover_to_come")]
        triggers = [
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=["ended_at"])
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("cases:owners", args=[self.area.slug])

    def obstacle_to_ending(self) -> str:
        return "" if self.ended_at is None and self.until >= clock.today() else "This cover has ended."
