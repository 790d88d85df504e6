"""Grounds: the reasons for which somebody may."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from prevent_cases.access.keys import finds_nothing


class HoldsNoPost(Exception):
    """Somebody holds no post of those that a ground asks for: it opens nothing to them."""


@dataclass(frozen=True, eq=False)  # Each is one of its own: what is kept for it is found by that alone.
class Ground:
    """One reason for which a person holds a permission.

    ``sentence`` is said to that person; ``ids`` gives, for a user, a query of one column: the keys of the records it
    opens. It compares constants (the user's posts are read once), because a list takes a page from each ground's index.

    ``despite`` names what does not shut what it opens (``shuts``): nobody loses what they sent themselves.
    """

    sentence: str
    ids: Callable[[Any], models.QuerySet]
    despite: tuple[str, ...] = ()

    def queries(self, user) -> list[models.QuerySet]:
        """The query, or the parts of which it is a union, since each has an index of its own.

        None for somebody who is not signed in or has left, or who holds no post that the query asks for.
        """
        if not (user.is_authenticated and user.is_active):
            return []
        # Kept with the posts that they were made from: a page asks the same ground many times.
        return user.posts.kept(self, lambda: self._made(user))

    def _made(self, user) -> list[models.QuerySet]:
        # Most grounds are of posts that somebody does not hold: for these nothing is built.
        try:
            with user.posts.needed():
                query = self.ids(user)
        except HoldsNoPost:
            return []
        parts = [models.QuerySet(part.model, part) for part in query.query.combined_queries] or [query]
        return [part for part in parts if not finds_nothing(part.query)]
