"""The board report of an area as a document."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from prevent_cases.accounts.models import Area
from prevent_cases.audit.records import field_classes
from prevent_cases.documents.models import ForReader


@pghistory.track()
class BoardReport(ForReader):
    """The board report of an area for a period, as the person who asked may see it."""

    under = "area"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="board_reports")
    since = models.DateField()
    until = models.DateField()
    # Small numbers stand in it; whoever loses the right to see them loses this report.
    exact = models.BooleanField(default=False)

    field_classes = ForReader.for_reader_field_classes | field_classes(public="since until exact")
    fetch_with = ("area", "asked_by")

    class Meta(ForReader.Meta):
        constraints = [
            *ForReader.Meta.constraints,
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="a_period_ends_after_it_begins"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reports:view_boardreport", args=[self.reference])
