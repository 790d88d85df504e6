"""What is asked of somebody before a record opens to them, though they may see it (docs/adr/0028)."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from prevent_cases.access.declaring import rules
from prevent_cases.access.shutting import way_to

TO_SAY_FIRST = "to_say_first"


@dataclass(frozen=True)
class First:
    """The permission to say it, held on the records of which it is asked; and that which spares somebody."""

    permission: str
    unless: str


# What is asked, by the label of the model before whose records, and whatever is under them; None where nothing is.
firsts: dict[str, First | None] = {}
# By the label of a model, how a further such record is found before which it is asked of its records and what is under
# them: the label of that one, its lookup, and what of the record this meets.
ways_besides: dict[str, tuple[str, str, str]] = {}


def asks_first(on: str, first: First | None) -> None:
    """Let something be asked before records of ``on`` open, and whatever is nearer to it than to another named so.

    It is asked where one record is fetched for a page or an endpoint, and there alone: no page asks, so none forgets.
    """
    firsts[on] = first


def asks_first_besides(model: str, on: str, lookup: str, of: str) -> None:
    """Let it be asked of a record ``on`` which the model is not under, that ``lookup`` finds by a field ``of`` it.

    Whoever sees that one and not the one it is under, if there is such, is asked of what they see.
    """
    ways_besides[model] = on, lookup, of


class SayFirst(PermissionDenied):
    """They may see it, once they have said what is asked of them before ``record``, the reference of one above it."""

    def __init__(self, first: First, record: str):
        super().__init__("Say first what you open this for.")
        self.first = first
        self.record = record

    def address(self, suffix: str = "") -> str:
        """Of the page where it is said or, with a suffix to its namespace, of the endpoint."""
        app, _, name = self.first.permission.partition(".")
        return reverse(f"{app}{suffix}:{name}", args=[self.record])


def first_of(model: type[models.Model]) -> First | None:
    """What is asked before records of a model, if anything is."""
    if nearest := way_to(model, firsts):
        return firsts[nearest[1]]
    beside = way_to(model, ways_besides)
    return firsts[ways_besides[beside[1]][0]] if beside else None


def first_asked(user, model: type[models.Model], permission: str = "") -> dict[str, Any]:
    """What a query of records is annotated with: of which record above each something is to be said. Often nothing.

    Whoever may not see that record is not asked: what they see is theirs on other grounds. Nor is anybody whose
    permission stands despite whatever shuts the record, and so shows no word of it.
    """
    first = first_of(model)
    if first is None or (permission and is_open_despite_all(permission)):
        return {}
    if permission == first.permission or not rules[first.permission].queries(user):
        return {}
    asked: list[models.Expression] = []
    if nearest := way_to(model, firsts):
        way, on = nearest
        # Kept like what grounds make: every page of everybody who oversees cases asks it.
        text = user.posts.kept(
            ("to ask first", on), lambda: to_ask(user, first).values("pk", "reference").query.sql_with_params()
        )
        asked.append(ReferenceOf(f"{way}pk", *text))
    if beside := way_to(model, ways_besides):
        way, of = beside[0], ways_besides[beside[1]]
        other = to_ask(user, first).filter(**{of[1]: OuterRef(way + of[2])})
        asked.append(Subquery(other.values("reference")[:1]))
    return {TO_SAY_FIRST: Coalesce(*asked) if len(asked) > 1 else asked[0]}


def to_ask(user, first: First) -> models.QuerySet:
    """The records before which ``user`` is asked."""
    asked, spared = rules[first.permission], rules[first.unless]
    return asked.model._base_manager.filter(asked.condition(user)).exclude(spared.condition(user))


class ReferenceOf(models.Func):
    """The reference of the record that has a key, if it is among the keys and references that ``sql`` finds."""

    output_field = models.CharField()

    def __init__(self, key: str, sql: str, params: tuple):
        super().__init__(key)
        self.found = sql, params

    def as_sql(self, compiler, connection, **more) -> tuple[str, tuple]:
        (sql, params), (key, of_key) = self.found, compiler.compile(self.source_expressions[0])
        return f"(SELECT found.reference FROM ({sql}) AS found WHERE found.pk = {key})", (*params, *of_key)  # noqa: S608


def is_open_despite_all(permission: str) -> bool:
    return all(ground.despite for ground in rules[permission].grounds)


def to_say_first(record: models.Model) -> str:
    """Of which record something is to be said before one that was read with what is ``first_asked``; often of none."""
    return getattr(record, TO_SAY_FIRST, None) or ""


def refuse_until_said(record: models.Model) -> None:
    """Raise :class:`SayFirst` if something is to be said before a record that was read with what is ``first_asked``."""
    if reference := to_say_first(record):
        raise SayFirst(first_of(type(record)), reference)
