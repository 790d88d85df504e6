"""Record: the base of every model that holds casework. It changes only inside an operation."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models

from prevent_cases.access import PermittedQuerySet
from prevent_cases.audit import writing


class OutsideOperation(Exception):
    """A record was about to change in a way that would leave no entry. Write an operation for it."""


class RecordQuerySet(PermittedQuerySet):
    """Queries of records: they read, and create one record at a time inside an operation; nothing in bulk."""

    def _refuse(self, *args, **kwargs):
        raise OutsideOperation(f"{self.model._meta.label} changes one record at a time, inside an operation.")

    update = delete = bulk_create = bulk_update = _refuse
    update.alters_data = delete.alters_data = True


class Record(models.Model):
    """A row of casework.

    ``under`` names the attribute that leads to the record this one is part of (a case of an action, an individual of a
    case), or is None. A record is seen only where the record it is under is seen; its entries show in that one's
    history; and the chain of ``under`` is the way to the Individual that subject access and disposal follow.

    ``field_classes`` gives every field of its own its class: public, personal, special (special-category or about
    terrorism) or sealed. Keys need none.
    """

    under: ClassVar[str | None] = None
    field_classes: ClassVar[dict[str, str]]

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("view",)

    def save(self, *, update_fields=None, **kwargs):
        entry = writing.current()
        if entry is None:
            raise OutsideOperation(f"{self._meta.label} changes only inside an operation.")
        super().save(update_fields=update_fields, **kwargs)
        entry.note(self, update_fields or [field.name for field in self._meta.concrete_fields])

    def change(self, **values: Any) -> None:
        """Set these fields and save them and no others."""
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=list(values))

    def delete(self, *args, **kwargs):
        raise OutsideOperation(f"{self._meta.label} is never deleted here; disposal is an operation of governance.")


def key_of(record: models.Model) -> str:
    """The name of a record in the trail: ``cases.Case:12``."""
    return f"{record._meta.label}:{record.pk}"


def key_of_top(record: models.Model, under: str) -> str | None:
    """The name of what a record is directly under, if that is under nothing: it is known without being read."""
    field = next((each for each in record._meta.concrete_fields if each.name == under), None)
    if field is None or getattr(field.related_model, "under", None) or getattr(record, field.attname) is None:
        return None
    return f"{field.related_model._meta.label}:{getattr(record, field.attname)}"


def chains_of(records: Iterable[models.Model]) -> list[list[str]]:
    """For each record the trail's names of it, of what it is under, and so on up; one that is no Record stands alone.

    What several are under is followed once: the way up from a referral takes a query.
    """
    followed: dict[models.Model, list[str]] = {}

    def chain(record: models.Model) -> list[str]:
        if record not in followed:
            followed[record] = [key_of(record), *above(record)]
        return followed[record]

    def above(record: models.Model) -> list[str]:
        if not (under := getattr(record, "under", None)):
            return []
        if (key := key_of_top(record, under)) is not None:
            return [key]
        parent = getattr(record, under)
        return chain(parent) if parent is not None else []

    return [chain(record) for record in records]


def field_classes(**names: str) -> dict[str, str]:
    """``field_classes(public="stage", personal="given_names family_name")`` as a class for each field."""
    return {field: kind for kind, fields in names.items() for field in fields.split()}
