"""One record for a page, fetched and authorised in one query."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Model, QuerySet, TextField
from django.http import Http404

from prevent_cases.access import May, first_asked, refuse_until_said, rules, view_rule
from prevent_cases.prepared import Given, PreparedRecords


def permitted_record(model: type[Model], user, permission: str, read=None, **lookup: Any) -> Model:
    """The record, if ``user`` holds ``permission`` on it. Raises Http404 (not visible) or PermissionDenied, which it is
    too where something is to be said first.
    """
    read = read or fetched

    def permitted(name: str) -> Model | None:
        def records() -> QuerySet:
            return read(model).filter(rules[name].condition(user)).annotate(**first_asked(user, model, name))

        return the_one(records, user, ("permitted", name, read), **lookup)

    if (record := permitted(permission)) is not None:
        refuse_until_said(record)
        return record
    if permitted(view_rule(model).name) is not None:
        raise PermissionDenied
    raise Http404


def the_one(records: Callable[[], QuerySet], user, kept_as: tuple, **lookup: str | int) -> Model | None:
    """The one of ``records`` that a lookup finds.

    They are made of the user's posts and the day alone, and kept with these (docs/adr/0018) under ``kept_as``.
    """
    kinds = {str: TextField(), int: BigIntegerField()}

    def prepared() -> PreparedRecords:
        given = {name: Given(name, kinds[type(value)]) for name, value in lookup.items()}
        return PreparedRecords(records().filter(**given)[:1])  # ``first`` would sort by every column that is read.

    find = user.posts.kept((*kept_as, *lookup), prepared)
    return next(iter(find(**lookup)), None)


def fetched(model: type[Model], fetch_with: tuple[str, ...] | None = None):
    """Records with the parts their pages show, so that a page asks no query a row (``Model.fetch_with``)."""
    if fetch_with is None:
        fetch_with = getattr(model, "fetch_with", ())
    return model._base_manager.select_related(*fetch_with)


def viewed(model: type[Model], fetch_with: tuple[str, ...] | None = None):
    """The same with whatever else the record of a page is shown with (``Model.viewed_with``)."""
    read = fetched(model, fetch_with)
    return model.viewed_with(read) if hasattr(model, "viewed_with") else read


def viewed_record(model: type[Model], user, permission: str, fetch_with=None, **lookup: Any) -> tuple[Model, May]:
    """As ``permitted_record``, and all that ``user`` may do with it."""

    def records() -> QuerySet:
        return viewed(model, fetch_with).annotate(**May.asked(user, model), **first_asked(user, model))

    record = the_one(records, user, ("viewed", model, fetch_with), **lookup)
    if record is None:
        raise Http404
    may = May(record)
    if not getattr(may, rules[permission].verb):
        raise PermissionDenied if getattr(may, view_rule(model).verb) else Http404
    refuse_until_said(record)
    return record, may
