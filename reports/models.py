"""The documents that reports makes: case summaries and board reports."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cases.models import Case
from prevent_cases.accounts.models import Area
from prevent_cases.audit.records import field_classes
from prevent_cases.documents.models import Document
from prevent_cases.operations import AlreadyDone


class ForReader(Document):
    """A document that holds what the person who asked may see at the moment it is made."""

    # The sentence for its reader, when they had lost the right by then.
    not_made_because = models.TextField(blank=True)

    for_reader_field_classes: ClassVar = Document.document_field_classes | field_classes(public="not_made_because")

    class Meta(Document.Meta):
        abstract = True
        constraints = [
            *Document.Meta.constraints,
            models.CheckConstraint(
                condition=Q(not_made_because="") | Q(made_at=None), name="a_refused_%(class)s_is_not_made"
            ),
        ]

    @property
    def trouble(self) -> str:
        return self.not_made_because or super().trouble

    def obstacle_to_making(self):
        return AlreadyDone(self.not_made_because) if self.not_made_because else super().obstacle_to_making()


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
