"""SQL behind Django's back, and that the database refuses it."""

import pytest
from django.db import DatabaseError, connection, transaction


def refused(sql: str, *values, match: str) -> None:
    with pytest.raises(DatabaseError, match=match), transaction.atomic():
        executed(sql, *values)


def executed(sql: str, *values) -> None:
    """With what is otherwise asked at the commit."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
