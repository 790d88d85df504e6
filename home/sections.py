"""What a section of somebody's home page is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from cases.models import Deadlines
from prevent_cases import clock
from prevent_cases.accounts.models import Area, User

SHOWN = 8
# How many are read where working days say which of them are shown.
AMONG = 100


@dataclass(frozen=True)
class Ask:
    """One thing to do: what, where, and in a badge why it presses (urgency, never risk)."""

    text: str
    url: str
    hint: str = ""
    badge: str = ""


@dataclass
class Section:
    """What is asked in one post, the most pressing first, and where the rest is."""

    title: str
    asks: list[Ask]
    nothing: str
    more_url: str = ""
    # What whoever holds this post comes here to begin, above what is asked: its words and where it leads.
    button: tuple[str, str] | None = None
    # Where what is seldom needed is, below the rest.
    further_links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def shown(self) -> list[Ask]:
        return self.asks[:SHOWN]

    @property
    def has_more(self) -> bool:
        return len(self.asks) > SHOWN


@dataclass(frozen=True)
class FromRecords:
    """A section of records: which are asked about, the most pressing first, and what is said of those found.

    All of a page are read in one query, which is kept for whoever comes again that day: it is made of their posts and
    the day alone. Where several kinds are asked about, those of the first come first. One that says nothing where
    nothing is found gives None.
    """

    found: Callable[[User], QuerySet | tuple[QuerySet, ...]]
    shown: Callable[[User, list], Section | None]
    # Whether only working days say which press the most: a holiday in between comes to that when they are shown.
    by_working_days: bool = False

    def questions(self, user: User) -> list[QuerySet]:
        found = self.found(user)
        most = AMONG if self.by_working_days else SHOWN + 1
        return [each[:most] for each in (found if isinstance(found, tuple) else (found,))]


def deadlines_in(user: User, areas: Iterable[Area]) -> Deadlines:
    """What these areas have decided, read once for a page of ``user``, whichever of its sections asks."""
    kept = vars(user).setdefault("_deadlines", Deadlines({}, {}))
    if further := {area for area in areas if area.pk not in kept.days}:
        read = Deadlines.of_each(further)
        kept.days.update(read.days)
        kept.policies.update(read.policies)
    return kept


def day(moment) -> str:
    return day_of_year(clock.day_of(moment))


def day_of_year(on: date) -> str:
    """With the year where half a year or more is between: what is long overdue would seem to be to come."""
    return date_format(on, "j F" if abs(on - clock.today()).days < 183 else "j F Y")


def due(deadline) -> str:
    """By which day something is due and, where that has moved lately, which day it was before."""
    due_on, was = day_of_year(deadline.due_on), deadline.was_due_on
    return f"{due_on} (it was {day_of_year(was)}: working days changed)" if was else due_on


def to_ask_for_conference() -> tuple[str, str]:
    return "If something cannot wait, ask for an urgent conference", reverse("panels:choose_for_conference")
