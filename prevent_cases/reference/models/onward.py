"""Who can help instead, where a referral or a case ends with help from somebody else."""

from functools import cache

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q, Value
from django.urls import reverse

from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models.dated import DatedQuerySet


class OnwardService(models.Model):
    """A service that any area may name, changed by migrations. No row is rewritten: another wording is another code."""

    code = models.SlugField(max_length=20, unique=True)
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("position",)

    def __str__(self) -> str:
        return self.label


class AreaOnwardServiceQuerySet(RecordQuerySet):
    def current(self) -> "AreaOnwardServiceQuerySet":
        return self.filter(removed_at=None)


@pghistory.track()
class AreaOnwardService(Record):
    """A service as an area calls it, beside those that any area may name or ``instead_of`` one. It is never rewritten:
    what was decided goes on naming it after it was removed.
    """

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    instead_of = models.ForeignKey(OnwardService, on_delete=models.PROTECT, null=True, related_name="+")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    objects = AreaOnwardServiceQuerySet.as_manager()

    field_classes = field_classes(public="reference name added_at removed_at")
    fetch_with = ("area", "instead_of", "added_by")

    class Meta(Record.Meta):
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_onward_service_has_a_name"),
            models.UniqueConstraint(
                fields=["area", "name"], condition=Q(removed_at=None), name="one_onward_service_of_a_name_in_an_area"
            ),
            models.UniqueConstraint(
                fields=["area", "instead_of"],
                condition=Q(removed_at=None),
                name="one_onward_service_instead_of_another",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["removed_by", "removed_at"]),
            ),
            pgtrigger.Protect(
                name="removed_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__removed_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reference:onward_services", args=[self.area.slug])

    def obstacle_to_removal(self) -> str:
        return "This has been removed already." if self.removed_at else ""


def onward_services(area_id: int) -> list[tuple[str, str]]:
    """What can be named in an area today: as it is kept, and in words. The area's own further ones come first."""
    own = AreaOnwardService.objects.current().filter(area=area_id).annotate(is_own=Value(True))
    of_all = OnwardService.objects.current().annotate(is_own=Value(False))
    found = own.values_list("instead_of__position", "is_own", "name", "reference").union(
        of_all.values_list("position", "is_own", "label", "code"), all=True
    )
    instead = {position for position, is_own, *_ in found if is_own}
    named = [row for row in found if row[1] or row[0] not in instead]
    in_order = sorted(named, key=lambda row: (row[0] is not None, row[0], row[2]))
    return [(kept_by, name) for *_, name, kept_by in in_order]


@cache  # No row is rewritten.
def onward_service_in_words(kept_by: str) -> str:
    """What a service was called, as a decision names it."""
    if not kept_by:
        return ""
    own = AreaOnwardService.objects.filter(reference=kept_by).values_list("name", flat=True)
    of_all = OnwardService.objects.filter(code=kept_by).values_list("label", flat=True)
    return own.union(of_all, all=True).get()


# Of a decision: what it names was kept here.
NAMES_A_SERVICE = pgtrigger.Trigger(
    name="names_a_service",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=~pgtrigger.Q(new__onward_service=""),
    func="""
        IF NOT EXISTS (SELECT FROM reference_onwardservice WHERE code = NEW.onward_service)
            AND NOT EXISTS (SELECT FROM reference_areaonwardservice WHERE reference = NEW.onward_service)
        THEN
            RAISE EXCEPTION 'Whoever helps instead is one of the services that are kept.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)
