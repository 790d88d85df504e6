"""The one clock that operations read; only tests and the demonstration may set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
_set_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The moment an operation acts at, in UTC."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """The day it is in Europe/London at :func:`now`."""
    return day_of(now())


def start_of_today() -> datetime:
    """Midnight at which today began in Europe/London."""
    return timezone.localtime(now()).replace(hour=0, minute=0, second=0, microsecond=0)


def day_of(moment: datetime) -> date:
    """The day a moment falls on in Europe/London."""
    return moment.astimezone(LONDON).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at ``moment``. The audit trail keeps the database's own time beside it."""
    if not settings.CLOCK_MAY_BE_SET:
        raise ImproperlyConfigured("The clock can be set only in tests and in the demonstration.")
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
