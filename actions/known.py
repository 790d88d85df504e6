"""Actions with what is disputed of them, for every page on which they stand."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from actions import permissions  # noqa: F401
from actions.models import Action, ActionDispute
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.prepared import PreparedRecords, among


def said_against(reader: User | None = None) -> QuerySet[ActionDispute]:
    """What is disputed of actions; on the page of a ``reader`` each says whether they may answer it."""
    said = ActionDispute.objects.order_by("pk")
    return said.annotate(may_answer=rules["actions.answer_action_dispute"].held_by(reader)) if reader else said


def with_disputes(actions: Iterable[Action], reader: User | None = None) -> list[Action]:
    """Actions that somebody may see, each with what is disputed of it (``said_against``)."""
    found, against = list(actions), defaultdict(list)
    keys = [action.pk for action in found]
    for said in disputes_of(keys, reader) if keys else ():
        against[said.action_id].append(said)
    for action in found:
        action.said_against = against[action.pk]
    return found


def disputes_of(keys: list[int], reader: User | None) -> Iterable[ActionDispute]:
    """What is disputed of the actions with these keys; for a reader put together once (docs/adr/0018)."""
    if reader is None:
        return said_against().filter(action__in=keys)

    def asked() -> PreparedRecords:
        return PreparedRecords(said_against(reader).filter(among("action", "keys")))

    return reader.posts.kept("disputes of actions", asked)(keys=keys)
