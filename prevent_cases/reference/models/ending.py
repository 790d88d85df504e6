"""Why cases end, as it is counted."""

from functools import cache
from typing import NamedTuple

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value
from django.urls import reverse

from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models.dated import DatedQuerySet
from prevent_cases.reference.models.retention import ENDED, ENDED_IN_WORDS


class CaseEndReason(models.Model):
    """A reason for which a case ends, and in which ways it may then end. Changed by migrations; no row is rewritten:
    another wording is another code.
    """

    code = models.SlugField(max_length=20, unique=True)
    label = models.CharField(max_length=200)
    ends = ArrayField(models.CharField(max_length=30, choices=[(ended, ended) for ended in ENDED]))
    # Nobody is there whom to plan for, to assess or to look back on.
    nothing_follows = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("position",)

    def __str__(self) -> str:
        return self.label


class AreaEndReasonQuerySet(RecordQuerySet):
    def current(self) -> "AreaEndReasonQuerySet":
        return self.filter(retired_at=None)


@pghistory.track()
class AreaEndReason(Record):
    """A reason of an area's own, beside those of all areas. It is never rewritten: once it is retired it is named in
    nothing new, and cases that ended for it go on saying so and being counted.
    """

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    ends = ArrayField(models.CharField(max_length=30, choices=[(ended, ended) for ended in ENDED]))
    nothing_follows = models.BooleanField(default=False)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    retired_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)

    objects = AreaEndReasonQuerySet.as_manager()

    field_classes = field_classes(public="reference name ends nothing_follows added_at retired_at")
    fetch_with = ("area", "added_by")

    class Meta(Record.Meta):
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_end_reason_has_a_name"),
            models.CheckConstraint(condition=Q(ends__len__gte=1), name="an_end_reason_goes_with_an_end"),
            models.UniqueConstraint(
                fields=["area", "name"], condition=Q(retired_at=None), name="one_end_reason_of_a_name_in_an_area"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["retired_by", "retired_at"]),
            ),
            pgtrigger.Protect(
                name="retired_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__retired_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reference:end_reasons", args=[self.area.slug])

    @property
    def ends_in_words(self) -> list[str]:
        return [ENDED_IN_WORDS[ended] for ended in self.ends]

    def obstacle_to_retiring(self) -> str:
        return "This has been retired already." if self.retired_at else ""


class EndReason(NamedTuple):
    """One of either kind: as it is kept, in words, and whether anything follows after it."""

    kept_by: str
    name: str
    nothing_follows: bool


def _of_both(of_all: models.QuerySet, own: models.QuerySet) -> list[EndReason]:
    """In one query; the area's own come last, those of one name as they were added."""
    of_all = of_all.order_by().annotate(is_own=Value(False))
    own = own.order_by().annotate(is_own=Value(True), position=Value(0))
    found = of_all.values_list("is_own", "position", "label", "pk", "code", "nothing_follows").union(
        own.values_list("is_own", "position", "name", "pk", "reference", "nothing_follows"), all=True
    )
    return [EndReason(kept_by, name, nothing) for _, _, name, _, kept_by, nothing in sorted(found)]


def end_reasons_today(area_id: int, *ends: str) -> list[EndReason]:
    """What can be named today of a case of an area that ends in one of these ways."""
    if not ends:
        return []
    own = AreaEndReason.objects.current().filter(area=area_id, ends__overlap=ends)
    return _of_both(CaseEndReason.objects.current().filter(ends__overlap=ends), own)


def end_reasons(area_id: int, *ends: str) -> list[tuple[str, str]]:
    """The same as a form offers it."""
    return [(each.kept_by, each.name) for each in end_reasons_today(area_id, *ends)]


def end_reasons_ever(area_id: int) -> dict[str, str]:
    """All that were ever named of the cases of an area, in words."""
    found = _of_both(CaseEndReason.objects.all(), AreaEndReason.objects.filter(area=area_id))
    return {each.kept_by: each.name for each in found}


def after_which_nothing_follows(area_id: int) -> set[str]:
    """The reasons, as they are kept, after which nobody is there to plan for, to assess or to look back on."""
    own = AreaEndReason.objects.filter(area=area_id, nothing_follows=True).order_by().values_list("reference")
    of_all = CaseEndReason.objects.filter(nothing_follows=True).order_by().values_list("code")
    return {kept_by for (kept_by,) in of_all.union(own, all=True)}


@cache  # No row is rewritten.
def end_reason_in_words(kept_by: str) -> str:
    if not kept_by:
        return ""
    own = AreaEndReason.objects.filter(reference=kept_by).order_by().values_list("name", flat=True)
    of_all = CaseEndReason.objects.filter(code=kept_by).order_by().values_list("label", flat=True)
    return own.union(of_all, all=True).get()
