"""How people describe themselves, for the returns alone; held apart from everything that decides about them."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from referrals.models.people import Individual


class MonitoringSource(models.TextChoices):
    """Who described the person. Nobody else guesses."""

    PERSON = "person", "The person described themselves"
    FAMILY = "family", "A parent or guardian described them"
    DECLINED = "declined", "They were asked and did not want to say"
    NOT_ASKED = "not_asked", "They have not been asked"


DESCRIBED = (MonitoringSource.PERSON, MonitoringSource.FAMILY)
CHARACTERISTICS = ("ethnicity", "religion", "nationality", "disability")


@pghistory.track()
class MonitoringAnswers(Record):
    """What somebody said of themselves when asked, in their own words or left blank. The latest row counts.

    Asked after acceptance only; shown at no triage, on no agenda, in no PDF.
    """

    under = "individual"

    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="monitoring_answers")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=10, choices=MonitoringSource)
    ethnicity = models.CharField(max_length=200, blank=True)
    religion = models.CharField(max_length=200, blank=True)
    nationality = models.CharField(max_length=200, blank=True)
    disability = models.CharField(max_length=200, blank=True)

    field_classes = field_classes(
        public="recorded_at", personal="source nationality", special="ethnicity religion disability"
    )

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=DESCRIBED) | Q(ethnicity="", religion="", nationality="", disability=""),
                name="nobody_is_described_by_guessing",
            )
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]
