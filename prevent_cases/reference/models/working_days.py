"""Which nation's bank holidays an area keeps, and the days on which it works otherwise."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models.policy import Policy, Question


class Nation(models.TextChoices):
    """By the codes of ISO 3166-2, under which the package ``holidays`` knows them."""

    ENGLAND = "ENG", "England"
    WALES = "WLS", "Wales"
    SCOTLAND = "SCT", "Scotland"
    NORTHERN_IRELAND = "NIR", "Northern Ireland"


@pghistory.track()
class WorkingDaysPolicy(Policy):
    """Whose bank holidays an area keeps."""

    slug = "bank-holidays"
    title = "Bank holidays"
    about = "Time limits are counted in working days: Monday to Friday, without the bank holidays of a nation."
    questions = {"nation": Question("Whose bank holidays does the area keep?")}

    nation = models.CharField(max_length=3, choices=Nation, default=Nation.ENGLAND)

    field_classes = Policy.field_classes | field_classes(public="nation")

    class Meta(Policy.Meta):
        verbose_name = "policy on bank holidays"
        verbose_name_plural = "policies on bank holidays"


class DayOverrideQuerySet(RecordQuerySet):
    def standing(self) -> "DayOverrideQuerySet":
        return self.filter(withdrawn_at=None)


@pghistory.track()
class DayOverride(Record):
    """A day on which an area works, or does not, against the calendar: a holiday announced late, say."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    is_worked = models.BooleanField()
    name = models.CharField(max_length=100)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = DayOverrideQuerySet.as_manager()

    field_classes = field_classes(public="reference day is_worked name added_at withdrawn_at")
    fetch_with = ("area", "added_by")

    class Meta(Record.Meta):
        ordering = ("day",)
        constraints = [
            models.UniqueConstraint(
                fields=["area", "day"], condition=Q(withdrawn_at=None), name="one_word_of_an_area_on_a_day"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="an_overridden_day_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reference:area_days", args=[self.area.slug])

    def obstacle_to_withdrawal(self) -> str:
        if self.withdrawn_at:
            return "This has been withdrawn already."
        return obstacle_to_changing(self.day)


def obstacle_to_changing(day: date) -> str:
    return "" if day >= clock.today() else "This day is past. What was late by the days as they stood stays late."
