"""The history of a record: what was done about it and about whatever is under it, by whom and when."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest

from prevent_cases.audit.models import AuditEntry, EntryQuerySet
from prevent_cases.pages.views import PAGE_SIZE, RecordPage

NO_LONGER_KNOWN = "Somebody no longer known here"
HELD_BACK = "Somebody whose name is held back"


@dataclass(frozen=True)
class HistoryLine:
    """One entry as a reader sees it: what was done, in a sentence, and the person's name as it is now."""

    at: datetime
    sentence: str
    by: str


@dataclass(frozen=True)
class HistoryOfRecord:
    """A page of lines, newest first; ``next`` is the token that the next page starts after, or ""."""

    records: list[HistoryLine]
    next: str
    with_views: bool


class RecordHistoryPage(RecordPage):
    """``history`` for the template, which includes ``pages/_history.html``; ``?views=yes`` shows who looked, too."""

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        return {"history": history_asked(self.entries(record), request.GET, self.held_back(request, record))}

    def entries(self, record) -> EntryQuerySet:
        """What may be shown of the record's entries."""
        return AuditEntry.objects.about(record)

    def held_back(self, request: HttpRequest, record) -> Collection[int]:
        """The keys of people whose names this reader is not shown."""
        return ()


def history_asked(entries: EntryQuerySet, asked: Mapping[str, str], held_back: Collection[int] = ()) -> HistoryOfRecord:
    """The page that an address asks for, with ``views`` or without."""
    with_views = asked.get("views") == "yes"
    return page_of(entries if with_views else entries.acts(), asked.get("after", ""), with_views, held_back)


def page_of(entries: EntryQuerySet, after: str, with_views: bool, held_back: Collection[int] = ()) -> HistoryOfRecord:
    """The entries after the one with the token ``after``."""
    if after:
        start = entries.filter(token=after).values_list("pk", flat=True).first() if is_token(after) else None
        if start is None:
            raise Http404
        entries = entries.filter(pk__lt=start)
    found = list(entries[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    names = names_of((entry.by for entry in shown), held_back)
    lines = [HistoryLine(entry.at, entry.deed, names.get(entry.by, NO_LONGER_KNOWN)) for entry in shown]
    return HistoryOfRecord(lines, str(shown[-1].token) if len(found) > PAGE_SIZE else "", with_views)


def names_of(people: Iterable[str], held_back: Collection[int] = ()) -> dict[str, str]:
    """The names behind ``accounts.User:12``."""
    keys = {name: int(name.rpartition(":")[2]) for name in set(people)}
    users = get_user_model().objects.in_bulk(list(keys.values()))
    names = {name: str(users[key]) for name, key in keys.items() if key in users}
    return names | {name: HELD_BACK for name, key in keys.items() if key in held_back}


def is_token(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
