"""What is shut to somebody whatever ground would open it (docs/adr/0020)."""

from collections.abc import Callable, Collection
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q

# The lookups that a record meets which is shut to somebody; nothing where nothing is.
Shut = Callable[[Any], dict[str, Any]]

# What is shut, by the name of what shuts it and the label of the model whose records it shuts (``shuts``).
closures: dict[str, dict[str, Shut]] = {}


def shuts(name: str, on: str, shut: Shut) -> None:
    """Let something of a higher app shut records of the model ``on``, and whatever is under them, to somebody.

    It holds whatever ground would open them, and is asked in this package alone: no rule says it, so none forgets it. A
    record is shut with the nearest one above it of which something of this name is said (``Record.under``).
    """
    closures.setdefault(name, {})[on] = shut


def way_to(model: type[models.Model], labels: Collection[str]) -> tuple[str, str] | None:
    """The lookup that leads from a model to the nearest of some that it is under, and the label of that one."""
    way = ""
    while model._meta.label not in labels:
        try:
            under = model._meta.get_field(getattr(model, "under", None) or "")
        except FieldDoesNotExist:
            return None
        way, model = f"{way}{under.name}__", under.related_model
    return way, model._meta.label


def shut_to(user, model: type[models.Model]) -> dict[str, Q]:
    """By what shuts something to ``user``: the condition that a record of ``model`` meets which is shut by it.

    Nearly always there is none, and then nothing is asked.
    """
    if not user.is_authenticated:
        return {}

    def found() -> dict[str, Q]:
        shut = {}
        for name, said in closures.items():
            if (nearest := way_to(model, said)) and (lookups := said[nearest[1]](user)):
                way = nearest[0]
                shut[name] = Q(*((way + each, keys) for each, keys in lookups.items()), _connector=Q.OR)
        return shut

    return user.posts.kept(("shut", model), found)


def shut(user, model: type[models.Model], despite: Collection[str] = ()) -> Q:
    """The condition that a record is shut to ``user``, by anything but what is named; empty where nothing is."""
    return Q(*(each for name, each in shut_to(user, model).items() if name not in despite), _connector=Q.OR)


def not_shut(user, model: type[models.Model], despite: Collection[str] = ()) -> Q:
    """The condition that it is not; empty where nothing is."""
    condition = shut(user, model, despite)
    return ~condition if condition else condition


def is_shut(user, record: models.Model, despite: Collection[str] = ()) -> bool:
    """Whether one record is shut to somebody: what is asked before they are written to about it."""
    condition = shut(user, type(record), despite)
    return bool(condition) and type(record)._base_manager.filter(condition, pk=record.pk).exists()
