"""What is kept though its last day is past: something of a higher app says so of the records that it is under."""

from collections.abc import Callable, Iterable

from django.db import models

from prevent_cases.access import way_to

# By the label of a model: the keys of those of its records under which nothing is let go of now; and, of one of them,
# the records that whoever has it kept locks first.
keepers: dict[str, tuple[Callable[[], models.QuerySet], Callable[[int], models.QuerySet]]] = {}


def keeps(on: str, kept: Callable[[], models.QuerySet], locked: Callable[[int], Iterable[models.QuerySet]]) -> None:
    """Let something of a higher app keep what is stored under some records of the model ``on`` (``Record.under``).

    It is asked of every kind of document that is removed, here alone: no round says it, so none forgets it. What is
    kept so opens to nobody: that it is over is said of it as of any other.
    """
    keepers[on] = kept, locked


def is_kept(record: models.Model) -> bool:
    """Whether a record is under one of them.

    Whoever is about to have it kept is waited for, and waits for whoever asks: within a transaction.
    """
    model = type(record)
    if (nearest := way_to(model, keepers)) is None:
        return False
    way, label = nearest
    kept, locked = keepers[label]
    this = model._base_manager.filter(pk=record.pk)
    for rows in locked(this.values_list(f"{way}pk", flat=True).get()):
        list(rows.select_for_update(no_key=True, of=("self",)).order_by("pk"))
    return this.filter(**{f"{way}pk__in": kept()}).exists()
