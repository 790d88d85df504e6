"""Permitted querysets: the records on which somebody holds a permission, all or a page of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from prevent_cases.access.declaring import rules
from prevent_cases.access.keys import is_one_of
from prevent_cases.access.shutting import not_shut
from prevent_cases.prepared import Given, prepared

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
            rest = self.filter(_comes_after(by, *given)) if given else self
            # A plan that does not know whose it is goes through all records for somebody who may see few.
            return prepared(lambda: rest._page_of_each_ground(user, permission, size, by), planned_anew=True)

        if kept_as is None:
            ask = ask_for_page()
        else:
            name = (permission, id(rules[permission]), bool(after), size, by, kept_as)
            ask = user.posts.kept(name, ask_for_page)
        return [key for key, *_ in ask(**start)]

    def _page_of_each_ground(self, user, permission: str, size: int, by: str) -> models.QuerySet:
        order = (by, "pk") if by else ("-pk",)
        columns = ("pk", by) if by else ("pk",)
        branches = [
            self.filter(is_one_of(self.model, query))
            .filter(not_shut(user, self.model, ground.despite))
            .order_by(*order)
            .values_list(*columns)[: size + 1]
            for ground in rules[permission].grounds
            for query in ground.queries(user)
        ]
        if len(branches) > 1:
            return branches[0].union(*branches[1:]).order_by(*order)[: size + 1]
        return branches[0] if branches else self.none().values_list(*columns)


def _comes_after(by: str, *start) -> Q:
    """The condition of coming behind a record in a list. The first part alone lets an index find the place."""
    if not by:
        return Q(pk__lt=start[-1])
    value, key = start
    return Q(**{f"{by}__gte": value}) & (Q(**{f"{by}__gt": value}) | Q(pk__gt=key))
