"""Questions that every request and every operation asks: put together and compiled once, then only answered."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models


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
