"""Whom to ring: the contacts that each area keeps, and the national ones that stand where it keeps none of a kind."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prevent_cases.accounts.models import Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference


class ContactKind(models.TextChoices):
    """What one turns to them for, the most pressing first; each label ends the sentence "Whom to ring if …"."""

    EMERGENCY = "emergency", "Somebody is in danger now"
    TERRORIST_ACT = "terrorist_act", "You think that a terrorist act is being planned"
    CHILD = "child", "A child may come to harm: child-protection duty line"
    ADULT = "adult", "An adult who needs care may come to harm: adult social care duty line"
    MATERIAL = "material", "You have found terrorist material or indecent images"
    PLACE = "place", "You are worried about a place or an event"
    POLICE = "police", "Local police, where nobody is in danger"
    EARLY_HELP = "early_help", "A family needs help early"
    PREVENT = "prevent", "You want advice before you refer"
    DATA = "data", "Something was sent or shown to the wrong person"
    OTHER = "other", "Something else"


# Shown before anybody writes anything.
DANGER = (ContactKind.EMERGENCY, ContactKind.TERRORIST_ACT, ContactKind.CHILD, ContactKind.ADULT)


class Reachable(models.Model):
    """A service, and how it is reached."""

    kind = models.CharField(max_length=20, choices=ContactKind)
    name = models.CharField(max_length=200)
    telephone = models.CharField(max_length=40, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    web = models.URLField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(telephone="", email="", web=""), name="%(class)s_can_be_reached_somehow"
            )
        ]

    def __str__(self) -> str:
        return self.name


class NationalContact(Reachable):
    """A contact for everybody, changed by migrations. An area that keeps one of the kind shows its own instead."""

    class Meta(Reachable.Meta):
        default_permissions = ()
        ordering = ("pk",)


class ContactQuerySet(RecordQuerySet):
    def current(self) -> "ContactQuerySet":
        return self.filter(removed_at=None)


@pghistory.track()
class Contact(Reachable, Record):
    """A contact that an area keeps. It is never rewritten: a change removes one and adds the next."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    objects = ContactQuerySet.as_manager()

    field_classes = field_classes(public="kind name telephone hours email web note reference added_at removed_at")
    fetch_with = ("area",)

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            *Reachable.Meta.constraints,
            models.CheckConstraint(condition=~Q(name=""), name="a_contact_has_a_name"),
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

    def get_absolute_url(self) -> str:
        return reverse("reference:contacts", args=[self.area.slug])

    def obstacle_to_change(self) -> str:
        return "This contact has been removed, or another has taken its place." if self.removed_at else ""
