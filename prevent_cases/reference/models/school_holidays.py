"""When the schools of an area are closed, and nobody there can be expected to answer."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference


class SchoolHolidayQuerySet(RecordQuerySet):
    def standing(self) -> "SchoolHolidayQuerySet":
        return self.filter(withdrawn_at=None)

    def today(self) -> "SchoolHolidayQuerySet":
        return self.standing().filter(starts_on__lte=clock.today(), until__gte=clock.today())


@pghistory.track()
class SchoolHoliday(Record):
    """From a day to another, both of them among it. What schools are asked falls due after it."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    until = models.DateField()
    name = models.CharField(max_length=100)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = SchoolHolidayQuerySet.as_manager()

    field_classes = field_classes(public="reference starts_on until name added_at withdrawn_at")
    fetch_with = ("area", "added_by")

    class Meta(Record.Meta):
        ordering = ("starts_on", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_school_holiday_has_a_name"),
            models.CheckConstraint(
                condition=Q(until__gte=F("starts_on")), name="a_school_holiday_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(fields=["area", "until"], condition=Q(withdrawn_at=None), name="school_holidays_of_an_area")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reference:area_days", args=[self.area.slug])

    def obstacle_to_withdrawal(self) -> str:
        if self.withdrawn_at:
            return "This has been withdrawn already."
        return "" if self.until >= clock.today() else "These holidays are over."
