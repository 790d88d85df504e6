"""Glass that was broken: a case opened for an hour by whoever could not wait, and what was thought of it afterwards."""

from datetime import timedelta

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual
from django.urls import reverse

from cases.models.case import Case
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference

SHORTEST_REASON = 20


class GlassKind(models.TextChoices):
    IN_DANGER = "in_danger", "Somebody is in danger now"
    LOST = "lost", "The person cannot be found or reached"
    NOBODY_THERE = "nobody_there", "Nobody who can open it can be reached"
    OTHER = "other", "Something else that cannot wait"


def obstacle_to_reason(kind: str, reason: str) -> str:
    """Too few words, unless somebody is in danger: then any words do, and nobody counts them first."""
    if kind != GlassKind.IN_DANGER and len(reason.strip()) < SHORTEST_REASON:
        return f"Say it in at least {SHORTEST_REASON} characters."
    return ""


JUDGED = ("was_right", "judgement", "judged_by", "judged_at")


class BrokenGlassQuerySet(RecordQuerySet):
    def to_judge(self) -> "BrokenGlassQuerySet":
        return self.filter(judged_at=None)


@pghistory.track()
class BrokenGlass(Record):
    """That somebody opened a case to themselves, why, and until which moment; and the judgement on it."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="broken_glasses")
    broken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # Of what was broken before it was asked nobody knows: it is empty.
    kind = models.CharField(max_length=20, choices=GlassKind, blank=True)
    # Where somebody is in danger any words do.
    reason = models.TextField()
    # Whether it was a restricted case, which whoever judges it must know.
    was_restricted = models.BooleanField()
    broken_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    # Where whoever broke it needed it no longer.
    closed_at = models.DateTimeField(null=True)
    judge_by = models.DateField()
    # When whoever chairs its panel was told that it is left to them.
    left_told_at = models.DateTimeField(null=True)
    was_right = models.BooleanField(null=True)
    judgement = models.TextField(blank=True)
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)

    objects = BrokenGlassQuerySet.as_manager()

    field_classes = field_classes(
        public="reference kind was_restricted broken_at ends_at closed_at judge_by left_told_at was_right judged_at",
        special="reason judgement",
    )
    fetch_with = ("case__individual", "case__area", "broken_by", "judged_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        verbose_name_plural = "broken glasses"
        constraints = [
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(Length(Trim("reason")), SHORTEST_REASON))
                | Q(GreaterThanOrEqual(Length(Trim("reason")), 1), kind=GlassKind.IN_DANGER),
                name="broken_glass_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["", *GlassKind.values]), name="broken_glass_is_of_a_kind_that_there_is"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("broken_at"), ends_at__lte=F("broken_at") + timedelta(hours=4)),
                name="broken_glass_closes_by_itself_within_hours",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("broken_at"), closed_at__lte=F("ends_at")),
                name="broken_glass_is_closed_while_it_is_open",
            ),
            models.CheckConstraint(
                condition=Q(was_right=None, judgement="", judged_by=None, judged_at=None)
                | (Q(was_right__isnull=False, judged_by__isnull=False, judged_at__isnull=False) & ~Q(judgement="")),
                name="a_judgement_says_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(judged_by=None) | ~Q(judged_by=F("broken_by")), name="nobody_judges_their_own_broken_glass"
            ),
        ]
        indexes = [
            models.Index(fields=["broken_by", "ends_at"], name="glass_broken_by_a_person"),
            models.Index(fields=["judge_by"], condition=Q(judged_at=None), name="broken_glass_to_judge"),
        ]
        triggers = [
            # Of what is broken from now on.
            pgtrigger.Protect(name="says_its_kind", operation=pgtrigger.Insert, condition=pgtrigger.Q(new__kind="")),
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["closed_at", "left_told_at", *JUDGED]),
            ),
            pgtrigger.Protect(
                name="closed_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at"
                ),
            ),
            pgtrigger.Protect(
                name="judged_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__judged_at__isnull=False)
            ),
            pgtrigger.Protect(name="never_disappears", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Broken glass {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:judge_broken_glass", args=[self.reference])

    @property
    def address_for_owner(self) -> str:
        return reverse("cases:who_can_see", args=[self.case.reference])

    @property
    def why(self) -> str:
        """The kind, as far as it was asked, and the reason."""
        return f"{self.get_kind_display()}: {self.reason}" if self.kind else self.reason

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.ends_at > clock.now()

    @property
    def is_overdue(self) -> bool:
        return self.judged_at is None and self.judge_by < clock.today()

    def obstacle_to_closing(self) -> str:
        return "" if self.is_open else "It is closed already."

    def obstacle_to_telling_whom_it_is_left_to(self) -> AlreadyDone | str:
        return AlreadyDone("They have been told, or it has been judged.") if self.left_told_at or self.judged_at else ""

    def obstacle_to_judging(self) -> str:
        return "This has been judged already." if self.judged_at else ""
