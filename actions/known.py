"""Actions with what is disputed of them, for every page on which they stand."""

from collections.abc import Iterable

from django.db.models import QuerySet, prefetch_related_objects
from django.db.models.query import Prefetch

from actions import permissions  # noqa: F401
from actions.models import Action, ActionDispute
from prevent_cases.access import rules
from prevent_cases.accounts.models import User


def said_against(reader: User | None = None) -> QuerySet[ActionDispute]:
    """What is disputed of actions; on the page of a ``reader`` each says whether they may answer it."""
    said = ActionDispute.objects.order_by("pk")
    return said.annotate(may_answer=rules["actions.answer_action_dispute"].held_by(reader)) if reader else said


def with_disputes(actions: Iterable[Action], reader: User | None = None) -> list[Action]:
    """Actions that somebody may see, each with what is disputed of it (``said_against``)."""
    found = list(actions)
    prefetch_related_objects(found, Prefetch("disputed_by", said_against(reader), to_attr="said_against"))
    return found
