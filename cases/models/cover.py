"""Who stands in for somebody at an agency who is away."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference


class CoverQuerySet(RecordQuerySet):
    def today(self) -> "CoverQuerySet":
        return self.not_over().filter(starts_on__lte=clock.today())

    def not_over(self) -> "CoverQuerySet":
        return self.filter(ended_at=None, until__gte=clock.today())


@pghistory.track()
class Cover(Record):
    """From one day to another somebody is away, and a colleague who handles the agency's cases, too, stands in."""

    under = "agency"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    away = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    covered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    until = models.DateField()
    named_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CoverQuerySet.as_manager()

    field_classes = field_classes(public="reference starts_on until named_at ended_at")
    fetch_with = ("agency__area", "away", "covered_by", "named_by")

    class Meta(Record.Meta):
        ordering = ("starts_on", "pk")
        verbose_name_plural = "covers"
        constraints = [
            models.CheckConstraint(condition=~Q(away=F("covered_by")), name="nobody_covers_for_themselves"),
            models.CheckConstraint(condition=Q(until__gte=F("starts_on")), name="cover_ends_after_it_begins"),
        ]
        indexes = [models.Index(fields=["agency", "until"], condition=Q(ended_at=None), name="cover_at_an_agency")]

    def __str__(self) -> str:
        return f"Cover {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:agency_cover", args=[self.agency.slug])

    def obstacle_to_ending(self) -> str:
        return "" if self.ended_at is None and self.until >= clock.today() else "This is over."
