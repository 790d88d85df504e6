"""Permitted querysets: the records on which somebody holds a permission, all or a page of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from prevent_cases.access.declaring import rules
from prevent_cases.access.keys import asked_of_keys, has_them_in_order, is_one_of, said_of_keys
from prevent_cases.access.shutting import shut
from prevent_cases.prepared import Given, prepared

# What the key of a record in a list is called: in a query of another table it is not its own.
KEY = "key_in_list"
# What a page of a list starts after.
KINDS_OF_START = {int: models.BigIntegerField, date: models.DateField}


class PermittedQuerySet(models.QuerySet):
    """Queries that know what a person may."""

    def permitted(self, user, permission: str) -> "PermittedQuerySet":
        """The records on which ``user`` holds ``permission``."""
        return self.filter(rules[permission].condition(user))

    def permitted_page(
        self, user, permission: str, *, after: tuple = (), size: int = 25, by: str = "", kept_as: Any = None
    ) -> list[int]:
        """Keys of a page of permitted records and one more when there is a next page: newest first, or least ``by``.

        Each ground gives its own first keys from its own index and the union is cut: the cost does not grow with what
        the reader may not see. This queryset's own filters are applied inside each ground. ``after`` is where the page
        starts: the key of the record before it, behind its value of ``by``. With ``kept_as`` this queryset is made of
        the user's posts and the day alone, and kept with these under that name (docs/adr/0018).
        """
        start = {f"start_{place}": value for place, value in enumerate(after)}
        given = [Given(name, KINDS_OF_START[type(value)]()) for name, value in start.items()]

        def ask_for_page() -> Callable[..., list[tuple]]:
            # A plan that does not know whose it is goes through all records for somebody who may see few.
            return prepared(lambda: self._page_of_each_ground(user, permission, size, by, given), planned_anew=True)

        if kept_as is None:
            ask = ask_for_page()
        else:
            name = (permission, id(rules[permission]), bool(after), size, by, kept_as)
            ask = user.posts.kept(name, ask_for_page)
        return [key for key, *_ in ask(**start)]

    def _page_of_each_ground(self, user, permission: str, size: int, by: str, start: list[Given]) -> models.QuerySet:
        order = (by, KEY) if by else (f"-{KEY}",)
        columns = (KEY, by) if by else (KEY,)
        branches = [
            branch.order_by(*order).values_list(*columns)[: size + 1]
            for ground in rules[permission].grounds
            for query in ground.queries(user)
            for branch in [self._met(query, shut(user, self.model, ground.despite), by, start)]
        ]
        if len(branches) > 1:
            return branches[0].union(*branches[1:]).order_by(*order)[: size + 1]
        return branches[0] if branches else self.none().values_list("pk")

    def _met(self, query: models.QuerySet, closed: Q, by: str, start: list[Given]) -> models.QuerySet:
        """Those whose keys a ground's query gives, behind where the page starts, without what is closed."""
        asked = None if by or not has_them_in_order(self.model, query) else asked_of_keys(self.query, query.model)
        if asked is None:
            rest = self.filter(_comes_after(by, *start)) if start else self
            rest = rest.filter(is_one_of(self.model, query))
            return (rest.exclude(closed) if closed else rest).annotate(**{KEY: F("pk")})
        # Nothing more is asked of them than is known there: their rows are not looked for.
        column = query.query.values_select[0]
        rest = query.filter(**asked, **({f"{column}__lt": start[-1]} if start else {}))
        if closed:
            rest = rest.exclude(said_of_keys(self.model, closed, column))
        return rest.annotate(**{KEY: F(column)}).distinct()


def _comes_after(by: str, *start) -> Q:
    """The condition of coming behind a record in a list. The first part alone lets an index find the place."""
    if not by:
        return Q(pk__lt=start[-1])
    value, key = start
    return Q(**{f"{by}__gte": value}) & (Q(**{f"{by}__gt": value}) | Q(pk__gt=key))
