"""For what somebody opens a case that is theirs by their post alone."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from cases.models.case import Case
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference


class PurposeKind(models.TextChoices):
    IN_DANGER = "in_danger", "Somebody may be in danger now"
    NEWS = "news", "To deal with news or a question about this person"
    HELPING = "helping", "To help or advise the owner, or to take the case over"
    MEETING = "meeting", "To prepare or write up a meeting"
    QUALITY = "quality", "To check how cases are worked on"
    RIGHTS = "rights", "To answer a request or complaint about information, or to decide how long it is kept"
    OTHER = "other", "Something else"


@pghistory.track()
class Purpose(Record):
    """What somebody said when they opened a case on which they do not work, and until when that holds."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="purposes")
    kind = models.CharField(max_length=12, choices=PurposeKind)
    words = models.TextField()
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    field_classes = field_classes(public="reference kind said_at ends_at", special="words")
    fetch_with = ("case__area", "case__individual", "said_by")

    class Meta(Record.Meta):
        ordering = ("-pk",)
        verbose_name = "purpose of opening a case"
        verbose_name_plural = "purposes of opening cases"
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_purpose_is_said_in_words"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("said_at")), name="a_purpose_holds_for_some_time"),
        ]
        indexes = [
            models.Index(fields=["said_by", "ends_at"], name="purposes_of_a_person"),
            models.Index(fields=["case", "-id"], name="purposes_of_a_case"),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"Purpose {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:list_purposes")
