"""Questions that every request and every operation asks: put together and compiled once, then only answered."""

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from psycopg2.extensions import AsIs

_numbers = count(1)
# The names of the questions that each connection has planned.
_planned: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


class Given(models.Expression):
    """A value of a prepared question that is given when it is asked."""

    def __init__(self, name: str, output_field: models.Field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        return "%s", (self,)


def prepared(question: Callable[[], models.QuerySet]) -> Callable[..., list[tuple]]:
    """Make of a function that gives a query of columns one that takes the values of each ``Given`` in it by name.

    It answers rows as the database gives them. Django takes longer to put such a query together than the database to
    answer it.
    """

    @cache
    def compiled() -> tuple[str, tuple]:
        try:
            return question().query.sql_with_params()
        except EmptyResultSet:  # As a query says of itself that nothing can meet.
            return "", ()

    def ask(**values: Any) -> list[tuple]:
        sql, params = compiled()
        if not sql:
            return []
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[each.name] if isinstance(each, Given) else each for each in params])
            return cursor.fetchall()

    return ask


def planned(question: Callable[[], models.QuerySet]) -> Callable[..., list[tuple]]:
    """As ``prepared``, and each connection of the database plans it once, which can take longer than to answer it.

    For what is asked all the time: it stays planned for as long as the connection lasts.
    """
    name = f"question_{next(_numbers)}"

    @cache
    def compiled() -> tuple[str, list, list[str]]:
        sql, params = question().query.sql_with_params()
        names = list(dict.fromkeys(each.name for each in params if isinstance(each, Given)))
        places = [AsIs(f"${names.index(each.name) + 1}") if isinstance(each, Given) else each for each in params]
        return sql, places, names

    def ask(**values: Any) -> list[tuple]:
        sql, places, names = compiled()
        with connection.cursor() as cursor:
            there = _planned.setdefault(connection.connection, set())
            if name not in there:
                cursor.execute(f"PREPARE {name} AS {sql}", places)
                there.add(name)
            cursor.execute(f"EXECUTE {name} ({', '.join(['%s'] * len(names))})", [values[each] for each in names])
            return cursor.fetchall()

    return ask
