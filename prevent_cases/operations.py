"""Operations: the only way a record changes. Each is a plain function, and calling it supplies everything around it."""

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, connection, models, transaction

from prevent_cases import access
from prevent_cases.audit import writing
from prevent_cases.audit.models import AuditEntry
from prevent_cases.prepared import Given, prepared_records

CHECK_VIOLATION = "23514"
operations: dict[str, "Operation"] = {}
_asked_at_the_commit: ContextVar[bool] = ContextVar("what is deferred is asked at the commit", default=False)


class Refused(Exception):
    """What was asked is not possible now. Its text is a sentence for the person who asked.

    ``field`` names the argument the sentence is about, so that a page shows it beside the question.
    """

    def __init__(self, sentence: str, *, field: str | None = None):
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class AlreadyDone(Refused):
    """The effect is there already: what a task that arrives twice is told."""


class NotVisible(ObjectDoesNotExist):
    """For this person the record does not exist."""


class Operation:
    """A verb of the field, carried out on one record by one person.

    Calling it locks the record and reads it anew (the instance passed is the one refreshed), asks the permission of
    ``by`` on that row and then for an obstacle, runs the function in one transaction, and writes one audit entry with
    the first line of the docstring.

    Raises :class:`NotVisible`, :class:`~django.core.exceptions.PermissionDenied` or :class:`Refused`: also with the
    sentence of a trigger, where what stands in the way came about after the obstacle was asked.
    """

    def __init__(
        self,
        function: Callable,
        permission: str,
        unless: Callable | None,
        locked: bool,
        if_refused: str = "",
        locked_first: str = "",
    ):
        functools.update_wrapper(self, function)
        self.function = function
        self.permission = permission
        self.obstacle: Callable[[Any], str] = unless or (lambda record: "")
        self.locked = locked
        self.if_refused = if_refused
        self.locked_first = locked_first
        app = function.__module__.removeprefix("prevent_cases.").split(".")[0]
        self.name = f"{app}.{function.__name__}"
        self.sentence, _, self.explanation = inspect.getdoc(function).partition("\n")
        self.title = function.__name__.replace("_", " ").capitalize()

    @property
    def model(self) -> type[models.Model]:
        return access.rules[self.permission].model

    def __call__(self, record, *, by, **arguments):
        if not isinstance(record, self.model):
            raise TypeError(f"{self.name} is carried out on {self.model.__name__}, not on {type(record).__name__}.")
        with said_by_triggers(), transaction.atomic(), writing.open_entry() as entry:
            self._read_anew(record)
            self._authorise(by, record)
            if obstacle := self.obstacle(record):
                raise obstacle if isinstance(obstacle, Refused) else Refused(obstacle)
            result = self.function(record, by=by, **arguments)
            AuditEntry.close(entry, by=by, record=record, what=self.name, sentence=self.sentence)
            if entry.outer is None and not _asked_at_the_commit.get():
                # What deferred triggers would say at the commit, when nobody could be told any more. What follows in
                # the transaction is deferred as before: whatever can be, is so from the start.
                connection.check_constraints()
            return result

    def note_refusal(self, *, by, **lookup) -> None:
        """Write that somebody tried, where that is kept: after what they were refused has been rolled back."""
        if self.if_refused and by.is_authenticated and (record := self.model._base_manager.filter(**lookup).first()):
            AuditEntry.tell(record, by=by, what=f"{self.name} refused", sentence=self.if_refused)

    def _read_anew(self, record) -> None:
        if self.locked_first:
            above = self.model._meta.get_field(self.locked_first)
            of_key(above.related_model, locked=True)(key=getattr(record, above.attname))
        found = of_key(type(record), self.locked)(key=record.pk)
        record.refresh_from_db(from_queryset=ReadAnew(type(record), found))

    def _authorise(self, by, record) -> None:
        by.forget_posts()
        if not access.rules[self.permission].permits(by, record):
            view = access.view_rule(type(record))
            if view.permits(by, record):
                raise PermissionDenied(f"You may see this, but not {self.title.lower()}.")
            raise NotVisible


@functools.cache
def of_key(model: type[models.Model], locked: bool) -> Callable[..., list[models.Model]]:
    """Reads the record of a ``key``, and locks it until the transaction ends."""

    def question() -> models.QuerySet:
        rows = model._base_manager.filter(pk=Given("key", models.BigIntegerField()))
        # NO KEY: other rows may go on pointing at this one.
        return rows.select_for_update(no_key=True, of=("self",)) if locked else rows

    return prepared_records(question)


class ReadAnew:
    """What was found of one record, as the query that ``refresh_from_db`` would ask."""

    def __init__(self, model: type[models.Model], found: list[models.Model]):
        self.model, self.found = model, found

    def filter(self, **key: Any) -> "ReadAnew":
        return self

    def only(self, *names: str) -> "ReadAnew":
        return self

    def get(self) -> models.Model:
        if not self.found:
            raise self.model.DoesNotExist(f"{self.model.__name__} matching query does not exist.")
        return self.found[0]


@contextmanager
def asked_at_the_commit() -> Iterator[None]:
    """Leave what the database defers to the commit, for thousands of operations that share one.

    At the end of each it would look through whatever all before it have deferred.
    """
    reset = _asked_at_the_commit.set(True)
    try:
        yield
    finally:
        _asked_at_the_commit.reset(reset)


@contextmanager
def said_by_triggers() -> Iterator[None]:
    """Let the sentence with which a trigger of the database refuses what is written be told to whoever asked for it.

    A constraint has a name and no sentence: what it refuses is a fault of ours.
    """
    try:
        yield
    except IntegrityError as fault:
        said = getattr(fault.__cause__, "diag", None)
        if said is None or said.sqlstate != CHECK_VIOLATION or said.constraint_name:
            raise
        raise Refused(said.message_primary) from fault


def operation(
    permission: str,
    *,
    unless: Callable | None = None,
    locked: bool = True,
    if_refused: str = "",
    locked_first: str = "",
):
    """Make a function an operation under ``permission``.

    ``unless`` is a method of the record that returns the sentence of what stands in the way, or "". ``locked=False``
    is for what is created in an area, agency or panel, which many people do at once. ``if_refused`` is the
    sentence of the entry that is written when its page or endpoint refuses somebody, where that they tried is kept.
    ``locked_first`` names what the record is under, where others lock that and then such a record: whoever locked it
    the other way round would wait for them, and they for them.
    """

    def decorate(function: Callable) -> Operation:
        made = Operation(function, permission, unless, locked, if_refused, locked_first)
        if made.name in operations:
            raise ValueError(f"The operation {made.name} is declared twice.")
        operations[made.name] = made
        access.done_under[made.name] = permission
        return made

    return decorate
