"""That somebody searched what is written in all cases of an area, and for what purpose."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference


@pghistory.track()
class AreaSearch(Record):
    """One search beyond the cases that somebody works on. What they looked for is not kept: it may name anybody."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="searches")
    purpose = models.TextField()
    searched_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    searched_at = models.DateTimeField()

    field_classes = field_classes(public="reference searched_at", special="purpose")
    fetch_with = ("area", "searched_by")

    class Meta(Record.Meta):
        ordering = ("-pk",)
        verbose_name = "search of an area"
        verbose_name_plural = "searches of areas"
        constraints = [models.CheckConstraint(condition=~Q(purpose=""), name="a_search_of_an_area_has_its_purpose")]
        indexes = [models.Index(fields=["area", "-id"], name="searches_of_an_area")]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"Search {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:list_areasearches")
