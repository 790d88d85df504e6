"""The documents that reports makes: case summaries and board reports."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cases.models import Case, Contribution
from prevent_cases.accounts.models import Area
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.documents.models import ForReader


@pghistory.track()
class CaseSummary(ForReader):
    """A summary of one case, made for the person who asked and holding only what that person may see."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="summaries")

    field_classes = ForReader.for_reader_field_classes
    fetch_with = ("case__individual", "asked_by")

    class Meta(ForReader.Meta):
        verbose_name_plural = "case summaries"
        indexes = [models.Index(fields=["case", "-id"], name="summaries_of_a_case")]

    def get_absolute_url(self) -> str:
        return reverse("reports:view_casesummary", args=[self.reference])


@pghistory.track()
class SummarisedContribution(Record):
    """That a summary holds what an agency shared. Its reader opens it while they may read all that it holds."""

    under = "summary"

    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, related_name="held_contributions")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["summary", "contribution"], name="a_summary_holds_a_contribution_once")
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]


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
