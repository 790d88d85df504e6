"""Writing the trail: an entry opened by an operation collects what changes and is closed with it."""

import hashlib
import hmac
import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

_current: ContextVar["OpenEntry | None"] = ContextVar("open entry", default=None)


class OpenEntry:
    """What an operation has changed so far."""

    def __init__(self, outer: "OpenEntry | None"):
        self.token = uuid.uuid4()
        self.outer = outer
        self.changed: dict[models.Model, list[str]] = {}

    def note(self, record: models.Model, fields: list[str]) -> None:
        noted = self.changed.setdefault(record, [])
        noted.extend(field for field in fields if field not in noted)


def current() -> OpenEntry | None:
    """The entry of the operation that is running here, or None outside one."""
    return _current.get()


@contextmanager
def open_entry() -> Iterator[OpenEntry]:
    """An open entry, to whose token the history of values is tied until the inner operation ends."""
    outer = _current.get()
    entry = OpenEntry(outer)
    reset = _current.set(entry)
    _tie_history_to(entry)
    try:
        yield entry
    finally:
        _current.reset(reset)
    # Not after a failure: the transaction is rolled back to its savepoint, and the setting with it.
    if outer:
        _tie_history_to(outer)


def _tie_history_to(entry: OpenEntry) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', %s, true)", [str(entry.token)])


def digest(key: bytes, record: models.Model, fields: list[str]) -> str:
    """The keyed digest of some values of a record: proof of what they were to whoever holds key and values."""
    values = {}
    for name in sorted(fields):
        field = record._meta.get_field(name)
        values[name] = field.get_prep_value(getattr(record, field.attname))
    text = json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
