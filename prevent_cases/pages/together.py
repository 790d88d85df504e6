"""Several kinds of what belongs to some records, read in one query, where ``prefetch_related`` asks one for each."""

import json
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateField, F, Func, JSONField, Model, QuerySet
from django.db.models.functions import JSONObject

from prevent_cases.prepared import PreparedRecords, Statement


class Asked:
    """Kinds of what belongs to a record, as one question to the database."""

    def __init__(self, *, planned_anew: bool = False, **kinds: QuerySet):
        # As text: as parts of one Django query each would be copied and compiled a second time.
        texts, values = [], []
        for kind in kinds.values():
            try:
                sql, of_kind = kind.values(row=row_of(kind)).query.sql_with_params()
            except EmptyResultSet:  # As a query says of itself that nothing can meet.
                sql, of_kind = "SELECT NULL::jsonb LIMIT 0", ()
            texts.append(f"ARRAY({sql})")
            values.extend(of_kind)
        self.kinds, self.statement = kinds, Statement(f"SELECT {', '.join(texts)}", values, planned_anew)

    def fetch(self, record: Model, **given: Any) -> None:
        """Read them. Each is kept where a page looks for it: under the name of a relation as if prefetched, otherwise
        as a list of this name. Its order, ``select_related``, ``only`` and annotations hold.
        """
        if not self.kinds:
            return
        with connection.cursor() as cursor:
            self.statement.ask(cursor, **given)
            found = cursor.fetchone()
        for (name, kind), rows in zip(self.kinds.items(), found, strict=True):
            keep(record, name, [made(kind, json.loads(row)) for row in rows])


def fetch_together(record: Model, **kinds: QuerySet) -> None:
    """Read what ``kinds`` say belongs to a record, which they name (``Asked.fetch``)."""
    Asked(**kinds).fetch(record)


def fetch_of_each(records: Iterable[Model], **kinds: QuerySet) -> None:
    """As ``fetch_together``, of several records of one kind, whose key is called ``OuterRef("pk")``."""
    by_key = {record.pk: record for record in records}
    if not by_key:
        return
    model = type(next(iter(by_key.values())))
    asked = [ArraySubquery(kind.values(row=row_of(kind))) for kind in kinds.values()]
    for key, *rows in model._base_manager.filter(pk__in=by_key).values_list("pk", *asked):
        for (name, kind), of_kind in zip(kinds.items(), rows, strict=True):
            keep(by_key[key], name, [made(kind, row) for row in of_kind or ()])


class AskedRecords:
    """The records of a query, each with what ``kinds`` say belongs to it, as one question to the database."""

    def __init__(self, records: QuerySet, **kinds: QuerySet):
        rows = {f"{name}_rows": ArraySubquery(kind.values(row=row_of(kind))) for name, kind in kinds.items()}
        self.kinds, self.records = kinds, PreparedRecords(records.annotate(**rows))

    def fetch(self, **given: Any) -> list[Model]:
        found = self.records(**given)
        for record in found:
            for name, kind in self.kinds.items():
                keep(record, name, [made(kind, row) for row in getattr(record, f"{name}_rows") or ()])
        return found


def fetched_with(records: QuerySet, **kinds: QuerySet) -> list[Model]:
    """The records of a query, each with what ``kinds`` say belongs to it (``Asked.fetch``)."""
    return AskedRecords(records, **kinds).fetch()


def keep(record: Model, name: str, found: list[Model]) -> None:
    if not hasattr(type(record), name):
        setattr(record, name, found)
    elif (relation := record._meta.get_field(name)).one_to_one:
        relation.set_cached_value(record, found[0] if found else None)
    else:
        prefetched = getattr(record, name).all()
        prefetched._result_cache, prefetched._prefetch_done = found, True
        record.__dict__.setdefault("_prefetched_objects_cache", {})[name] = prefetched


class Row(Func):
    """The whole row, as JSON, of the table in which its one column stands."""

    function = "TO_JSONB"
    output_field = JSONField()

    def as_sql(self, compiler, connection, **context):
        (column,) = self.get_source_expressions()
        return f"{self.function}({compiler.quote_name_unless_alias(column.alias)})", []


def row_of(kind: QuerySet) -> JSONObject:
    """A row, the rows that ``select_related`` names in it, and what it was annotated with."""
    parts = {name: F(name) for name in kind.query.annotations} | rows_of(kind.model, kind.query.select_related or {})
    only, _ = kind.query.deferred_loading
    if only:
        parts["own"] = JSONObject(**{field: F(field) for field in {"id", *only}})
    return JSONObject(**parts)


def rows_of(model: type[Model], related: dict, path: str = "") -> dict[str, Any]:
    # Not the key: of a related table it is read from the column that points at it.
    column = next(field for field in model._meta.concrete_fields if not field.primary_key)
    return {"own": Row(F(path + column.attname))} | {
        name: JSONObject(**rows_of(model._meta.get_field(name).related_model, further, f"{path}{name}__"))
        for name, further in related.items()
    }


def made(kind: QuerySet, row: dict[str, Any]) -> Model:
    record = record_of(kind.model, kind.query.select_related or {}, row)
    for name, annotation in kind.query.annotations.items():
        # JSON has no days.
        is_day = row[name] is not None and isinstance(annotation.output_field, DateField)
        setattr(record, name, annotation.output_field.to_python(row[name]) if is_day else row[name])
    return record


def record_of(model: type[Model], related: dict, row: dict[str, Any]) -> Model | None:
    """The record whose columns, as JSON has them, stand in ``row``; None of nothing related."""
    own = row["own"]
    if own is None:
        return None
    fields = [field for field in model._meta.concrete_fields if field.column in own]
    names = [field.attname for field in fields]
    record = model.from_db("default", names, [field.to_python(own[field.column]) for field in fields])
    for name, further in related.items():
        field = model._meta.get_field(name)
        field.set_cached_value(record, record_of(field.related_model, further, row[name]))
    return record
