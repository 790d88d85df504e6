"""On which grounds somebody holds any permission on anything at all."""

from itertools import chain

from django.db import connection
from django.db.models import Model, QuerySet

from prevent_cases.access import Ground, rules
from prevent_cases.accounts.models import User


def grounds_of(user: User) -> set[tuple[str, str]]:
    """The grounds that open any record to a person, asked in one query: those that their posts leave to be asked.

    That the others would open nothing, tests/architecture/test_rules.py asks of everybody.
    """
    held: dict[tuple[type[Model], Ground], set[tuple[str, str]]] = {}
    for rule in rules.values():
        for ground in rule.grounds:
            if ground.queries(user):
                held.setdefault((rule.model, ground), set()).add((rule.name, ground.sentence))
    # As SQL at once: Django would copy each of hundreds of queries again and again into one that has them all.
    opens = [opens_any(model, ground.queries(user)) for model, ground in held]
    with connection.cursor() as cursor:
        asked, values = zip(*opens, strict=True)
        cursor.execute(f"SELECT {', '.join(asked)}", [*chain.from_iterable(values)])
        answers = cursor.fetchone()
    return set().union(*(names for names, opened in zip(held.values(), answers, strict=True) if opened))


def opens_any(model: type[Model], keys: list[QuerySet]) -> tuple[str, list]:
    """The condition that there is a record whose key one of these gives, as its SQL and the values in that."""
    written = [each.query.sql_with_params() for each in keys]
    among = " OR ".join(f"id IN ({sql})" for sql, _ in written)
    return f"EXISTS (SELECT FROM {model._meta.db_table} WHERE {among})", [*chain.from_iterable(v for _, v in written)]
