"""Conditions on records that are compiled once. Django copies and compiles a condition anew in each query it is in."""

import re

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import BaseExpression
from django.db.models.sql import Query

# In the text of a condition: the record that it is about, and the names that Django gives to tables within it.
RECORD = "THE_RECORD"
TABLES_WITHIN = re.compile(r"\b(K*[T-Z][0-9]+)\b")


class Written(BaseExpression):
    """A condition on a record, as its SQL and the values in that."""

    def __init__(self, sql: str, values: tuple):
        super().__init__(output_field=models.BooleanField())
        self.sql, self.values = sql, values
        self.record = ""  # What the query that it stands in calls the table of its record.

    def resolve_expression(self, query=None, allow_joins=True, reuse=None, summarize=False, for_save=False):
        return self if self.record else self._of(query.get_initial_alias())  # Once, like a column.

    def relabeled_clone(self, change_map):
        return self._of(change_map.get(self.record, self.record))

    def _of(self, record: str) -> "Written":
        other = self.copy()
        other.record = record
        return other

    def as_sql(self, compiler, connection) -> tuple[str, tuple]:
        return self.sql.replace(RECORD, compiler.quote_name_unless_alias(self.record)), self.values


def written(model: type[models.Model], condition: Q) -> Q:
    """The same condition on records of ``model``, compiled; as it was, if it is one on other tables or on nothing."""
    query = Query(model)
    query.add_q(condition)
    if tables_used(query) != [query.get_initial_alias()]:
        return condition
    query.change_aliases({query.get_initial_alias(): RECORD})
    try:
        sql, values = query.get_compiler(connection.alias).compile(query.where)
    except (EmptyResultSet, FullResultSet):
        return condition
    # By other names than Django gives in the query that it will stand in, where one within would hide the record's.
    return Q(Written("(" + TABLES_WITHIN.sub(r"K\1", sql) + ")", tuple(values)))


def tables_used(query: Query) -> list[str]:
    """The names of the tables on whose columns a query has conditions, or that it reads."""
    return [name for name, times in query.alias_refcount.items() if times]
