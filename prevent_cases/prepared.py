"""Questions that are asked again and again: put together once, planned once by each connection, then only answered."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import Error, connection, models
from django.db.models.query import ModelIterable, prefetch_related_objects
from psycopg2.extensions import AsIs

# Characters of the statements that one connection keeps planned: about 100 MB of its memory. What people in five posts
# ask of their homes and cases is 274,000: with less room each would be forgotten before it is asked again.
MOST_PLANNED = 500_000

_numbers = count(1)
# What each connection has planned, by its text: its name there, the last asked at the end.
_planned: WeakKeyDictionary[Any, OrderedDict[str, str]] = WeakKeyDictionary()


class Given(models.Expression):
    """A value of a question that is given when it is asked."""

    def __init__(self, name: str, output_field: models.Field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        return "%s", (self,)


class IsAmong(models.Func):
    """Whether a value is among those of an array."""

    template, arg_joiner = "%(expressions)s)", " = ANY("
    output_field = models.BooleanField()


def among(column: str, name: str) -> IsAmong:
    """The condition that a key is among those which are ``Given`` under this name."""
    return IsAmong(models.F(column), Given(name, ArrayField(models.BigIntegerField())))


class Statement:
    """A question in SQL. Planning it can take ten times as long as answering it, so each connection does it once.

    Two of the same text are one, whoever asks; the values in it differ. Where these decide how it is best answered, as
    for the first of many records, it is ``planned_anew`` each time.
    """

    def __init__(self, sql: str, values: Iterable[Any], planned_anew: bool = False):
        self.sql, self.values, self.planned_anew = sql, list(values), planned_anew
        self.text, self.asked_with = "", []

    def ask(self, cursor, **given: Any) -> None:
        """Let ``cursor`` have the rows; ``given`` is by name what is ``Given`` in it."""
        if self.planned_anew:
            cursor.execute(self.sql, with_given(self.values, given))
            return
        if not self.text:
            self._write(cursor)
        planned = _planned.setdefault(connection.connection, OrderedDict())
        name, before = planned.get(self.text), ""
        if name is None:
            forgotten = "".join(f"DEALLOCATE {each}; " for each in self._make_room(planned))
            name = f"question_{next(_numbers)}"
            # As one message, so that it counts as the one question that it is.
            before = f"{forgotten}PREPARE {name} AS {self.text}; ".replace("%", "%%")
        values = with_given(self.asked_with, given)
        with_them = f" ({', '.join(['%s'] * len(values))})" if values else ""
        try:
            cursor.execute(f"{before}EXECUTE {name}{with_them}", values)
        except Error:  # It is planned anew next time: what it reads may be of another kind now.
            planned.pop(self.text, None)
            raise
        planned[self.text] = name
        planned.move_to_end(self.text)

    def _write(self, cursor) -> None:
        places, asked_with = [], []
        for value in self.values:
            if kind := kind_of(value):
                asked_with.append(value)
            places.append(AsIs(f"${len(asked_with)}::{kind}") if kind else value)
        # The text last, and each at once: several threads may write the same, and one that sees it needs the other.
        self.asked_with = asked_with
        self.text = cursor.mogrify(self.sql, places).decode()

    def _make_room(self, planned: OrderedDict[str, str]) -> Iterable[str]:
        """The names of what is forgotten: what was asked longest ago, until there is room."""
        room = MOST_PLANNED - len(self.text) - sum(map(len, planned))
        while planned and room < 0:
            text, name = planned.popitem(last=False)
            room += len(text)
            yield name


def with_given(values: Iterable[Any], given: dict[str, Any]) -> list[Any]:
    return [given[each.name] if isinstance(each, Given) else each for each in values]


def kind_of(value: Any) -> str:
    """The type that PostgreSQL has for a value which differs between those who ask the same: keys and days.

    None of any other. What stands in the text is planned better: an index of live cases serves where it says "live".
    """
    if isinstance(value, Given):
        return value.output_field.db_type(connection)
    if type(value) is int:  # As PostgreSQL reads a number.
        return "integer" if abs(value) < 2**31 else "bigint"
    return {date: "date", datetime: "timestamptz"}.get(type(value), "")


def prepared(question: Callable[[], models.QuerySet], planned_anew: bool = False) -> Callable[..., list[tuple]]:
    """Make of a function that gives a query of columns one that takes the values of each ``Given`` in it by name.

    It answers rows as the database gives them. Django takes longer to put such a query together than the database to
    answer it.
    """

    statement: Statement | None = None

    def ask(**values: Any) -> list[tuple]:
        nonlocal question, statement
        # The question is let go: whoever it was made for may hold this, and nothing would be given back.
        if (made_by := question) is not None:
            try:
                statement = Statement(*made_by().query.sql_with_params(), planned_anew)
            except EmptyResultSet:  # As a query says of itself that nothing can meet.
                statement = None
            question = None
        if statement is None:
            return []
        with connection.cursor() as cursor:
            statement.ask(cursor, **values)
            return cursor.fetchall()

    return ask


class PreparedRecords:
    """The records that a query finds with what is ``Given``, read with all that the query reads with them.

    Compiled once, for one thread, like what else is kept with somebody's posts (docs/adr/0018).
    """

    def __init__(self, records: models.QuerySet):
        self._records = records.all()
        self._compiler = self._records.query.get_compiler(connection.alias)
        try:
            self.statement = Statement(*self._compiler.as_sql())
        except EmptyResultSet:  # As a query says of itself that nothing can meet.
            self.statement = None

    def __call__(self, **given: Any) -> list[models.Model]:
        if self.statement is None:
            return []
        with connection.cursor() as cursor:
            self.statement.ask(cursor, **given)
            rows = cursor.fetchall()
        # Django makes a record of a row by what its compiler knows, and would compile anew to know it. For this once:
        # what was read is not kept, and what refers to itself would stay though nobody needs it any more.
        self._compiler.execute_sql = lambda **_: [rows]
        self._records.query.get_compiler = lambda **_: self._compiler
        try:
            found = list(ModelIterable(self._records))
        finally:
            del self._compiler.execute_sql, self._records.query.get_compiler
        prefetch_related_objects(found, *self._records._prefetch_related_lookups)
        return found


def prepared_records(question: Callable[[], models.QuerySet]) -> Callable[..., list[models.Model]]:
    """As ``prepared``, of a function that gives a query of records: compiled once by each thread."""
    of_thread = threading.local()

    def ask(**given: Any) -> list[models.Model]:
        if not hasattr(of_thread, "records"):
            of_thread.records = PreparedRecords(question())
        return of_thread.records(**given)

    return ask
