"""What was done about a record since somebody was there last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from django.contrib.postgres.fields import ArrayField
from django.db.models import DateTimeField, QuerySet, TextField

from prevent_cases import clock
from prevent_cases.audit.models import VIEWED, AuditEntry, EntryQuerySet
from prevent_cases.audit.records import key_of
from prevent_cases.pages.history import NO_LONGER_KNOWN, HistoryLine, names_of
from prevent_cases.prepared import Given, prepared

# Looking again within this time is still the same visit.
A_VISIT = timedelta(minutes=30)
LOOKED_BACK = 200
SHOWN = 8


@dataclass(frozen=True)
class SinceLastVisit:
    """``lines`` are what others have done since ``at``, newest first; ``has_more`` where it was more than is shown."""

    at: datetime
    lines: list[HistoryLine]
    has_more: bool


def since_last_visit(record, user, done_since: Callable[..., list[AuditEntry]]) -> SinceLastVisit | None:
    """What others have done since this person's last visit, of what may be shown of a record; None on the first.

    ``done_since`` asks what is ``done_by_others``.
    """
    if (last := last_visit(record, user)) is None:
        return None
    found = done_since(since=last, reader=key_of(user))
    shown = found[:SHOWN]
    names = names_of(entry.by for entry in shown)
    lines = [HistoryLine(entry.at, entry.deed, names.get(entry.by, NO_LONGER_KNOWN)) for entry in shown]
    return SinceLastVisit(last, lines, len(found) > SHOWN)


def done_by_others(entries: EntryQuerySet) -> EntryQuerySet:
    """Of these entries the acts of others than a reader since a moment, which are given: as many as a page looks at."""
    since, reader = Given("since", DateTimeField()), Given("reader", TextField())
    return entries.acts().filter(at__gt=since).exclude(by=reader)[: SHOWN + 1]


def last_visit(record, user) -> datetime | None:
    """When this person last looked at it or at anything under it, before they came this time."""
    looked = times_looked(about=[key_of(record)], by=key_of(user))
    times = [clock.now(), *(at for (at,) in looked)]
    return next((earlier for later, earlier in pairwise(times) if later - earlier >= A_VISIT), None)


@partial(prepared, planned_anew=True)
def times_looked() -> QuerySet:
    about, by = Given("about", ArrayField(TextField())), Given("by", TextField())
    looked = AuditEntry.objects.filter(about__contains=about, by=by, sentence__endswith=VIEWED)
    return looked.newest_first().values_list("at")[:LOOKED_BACK]
