"""Queries of keys: what is known of one without asking, and the condition that a record's key is among theirs."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.expressions import Col
from django.db.models.lookups import In, IsNull
from django.db.models.sql import Query
from django.db.models.sql.where import AND, WhereNode

from prevent_cases.access.written import Written, tables_used


def finds_nothing(query: Query) -> bool:
    """Whether it is known without asking that a query gives no key: it compares with an empty set, or a query does."""
    needed = query.where.children if query.where.connector == AND and not query.where.negated else []
    sets = [each.rhs for each in needed if isinstance(each, In)]
    return query.is_empty() or any(finds_nothing(each) if isinstance(each, Query) else each == [] for each in sets)


def is_of_own_table(model: type[models.Model], query: models.QuerySet) -> bool:
    """Whether a query gives the keys of a model's own records, by conditions that join no other table."""
    return query.model is model and query.query.values_select == ("pk",) and len(tables_used(query.query)) <= 1


def is_of_own_columns(model: type[models.Model], query: models.QuerySet) -> bool:
    """The same by conditions on nothing but their columns."""
    asks_others = any(isinstance(value, Query | Written) for value in compared_with(query.query.where))
    return is_of_own_table(model, query) and not asks_others


def has_them_in_order(model: type[models.Model], query: models.QuerySet) -> bool:
    """Whether a query gives keys of a model's records as another table has them, which refers to one in each row, and
    can read them off in their order: each of its lists of values has one.
    """
    columns = {field.name: field for field in query.model._meta.concrete_fields}
    column = columns.get(query.query.values_select[0])
    if column is None or column.related_model is not model or column.null or not column.target_field.primary_key:
        return False
    lists = [each.rhs for each in query.query.where.children if isinstance(each, In)]
    return all(isinstance(values, Query) or len(values) == 1 for values in lists)


def asked_of_keys(query: Query, model: type[models.Model]) -> dict[str, Any] | None:
    """What a query asks of its records, as asked of a table that refers to one in each row and has a copy of what is
    asked (``copied``: columns there by columns of the record). None where it does not.
    """
    if query.is_sliced or query.combinator or query.where.connector != AND or query.where.negated:
        return None
    copied, own, asked = getattr(model, "copied", {}), query.get_initial_alias(), {}
    for each in query.where.children:
        if not (isinstance(each, IsNull) and isinstance(each.lhs, Col) and each.lhs.alias == own):
            return None
        if each.lhs.target.name not in copied:
            return None
        name = f"{copied[each.lhs.target.name]}__isnull"
        if asked.setdefault(name, each.rhs) != each.rhs:
            return None
    return asked


def said_of_keys(model: type[models.Model], condition: Q, column: str) -> Q:
    """A condition on a model's records, as one on a column of another table that has their keys."""
    said = []
    for each in condition.children:
        if isinstance(each, Q):
            said.append(said_of_keys(model, each, column))
            continue
        name, value = each
        keys = value if name == "pk__in" else model._base_manager.filter(each).values("pk")
        said.append((f"{column}__in", keys))
    return Q(*said, _connector=condition.connector, _negated=condition.negated)


def is_one_of(model: type[models.Model], query: models.QuerySet) -> Q | WhereNode:
    """The condition that a record of a list is one that a query gives: where it can be, without reading it again."""
    return query.query.where if is_of_own_table(model, query) else Q(pk__in=query)


def compared_with(condition) -> Iterator[Any]:
    for part in condition.children:
        yield from compared_with(part) if isinstance(part, WhereNode) else [part.lhs, part.rhs]


def key_is_among(model: type[models.Model], queries: list[models.QuerySet]) -> Q:
    """The condition that some query gives a record's key.

    Where a query is on the record's own columns its conditions are asked of these, so that an index of both them and
    what else is asked can serve. Another is asked for that key alone: one that gives many is then one look into its
    index and not all of them.
    """
    conditions = [
        query.query.where
        if is_of_own_columns(model, query)
        else ("pk__in", query.filter(**{query.query.values_select[0]: OuterRef("pk")}))
        for query in queries
    ]
    # Put together at once: each `|` copies and compares what is there already.
    return Q(*conditions, _connector=Q.OR) if conditions else Q(pk__in=[])
