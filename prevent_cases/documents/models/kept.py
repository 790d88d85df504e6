"""What is kept though its last day is past: something of a higher app says so of the records that it is under."""

from collections.abc import Callable

from django.db import models

from prevent_cases.access import way_to

# By the label of a model: the keys of those of its records under which nothing is let go of now.
keepers: dict[str, Callable[[], models.QuerySet]] = {}


def keeps(on: str, kept: Callable[[], models.QuerySet]) -> None:
    """Let something of a higher app keep what is stored under some records of the model ``on`` (``Record.under``).

    It is asked of every kind of document that is removed, here alone: no round says it, so none forgets it. What is
    kept so opens to nobody: that it is over is said of it as of any other.
    """
    keepers[on] = kept


def is_kept(record: models.Model) -> bool:
    """Whether a record is under one of them."""
    model = type(record)
    if (nearest := way_to(model, keepers)) is None:
        return False
    way, label = nearest
    return model._base_manager.filter(**{f"{way}pk__in": keepers[label]()}, pk=record.pk).exists()
