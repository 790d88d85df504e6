"""The consent ledger."""

import pghistory
import pgtrigger
from django.db import models

from cases.models.case import Case
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes


class ConsentAnswer(models.TextChoices):
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ConsentBy(models.TextChoices):
    PERSON = "person", "The person"
    PARENT = "parent", "A parent or guardian"


class ConsentHow(models.TextChoices):
    IN_PERSON = "in_person", "Spoken, in person"
    BY_TELEPHONE = "by_telephone", "Spoken, by telephone"
    IN_WRITING = "in_writing", "In writing"


@pghistory.track()
class Consent(Record):
    """One line of the consent ledger: agreement to receive support. It is not the lawful basis to share."""

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consents")
    answer = models.CharField(max_length=10, choices=ConsentAnswer)
    answered_by = models.CharField(max_length=10, choices=ConsentBy)
    how = models.CharField(max_length=20, choices=ConsentHow)
    answered_on = models.DateField()
    what_was_explained = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    field_classes = field_classes(
        public="recorded_at", personal="answer answered_by how answered_on what_was_explained"
    )

    class Meta(Record.Meta):
        ordering = ("pk",)
        triggers = [pgtrigger.Protect(name="only_added_to", operation=pgtrigger.Update)]
