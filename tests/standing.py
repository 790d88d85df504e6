"""Records that several tests ask for alike: made once, through operations, and found by each test as they were made.

Making somebody and what concerns them is half the work of most tests. Those of a module that ask for the same of these
fixtures follow one another, and behind them those that ask for more. Each record is made in a savepoint upon what
stands already, and goes again before a test that does not ask for it, also of another module; each test works on a
savepoint of all of it, which is rolled back. So no test sees what another asked for, or what it did.
"""

import functools
import hashlib
import inspect
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connections, models, transaction
from django.utils import timezone

from prevent_cases import clock
from prevent_cases.prepared import PreparedRecords, among

# Fixtures that hold a transaction open for longer, or that truly commit: nothing stands beside them.
ON_THEIR_OWN = ("made_once", "service")


@dataclass
class Stood:
    """A record that stands until its savepoint is rolled back, and what made it."""

    record: models.Model
    build: Callable
    until: ExitStack


@dataclass
class Standing:
    """What stands now, by the name of its fixture, each made upon those before it."""

    stood: dict[str, Stood] = field(default_factory=dict)
    made_at: datetime | date | None = None  # The moment to which a module has set the clock for its tests, or the day.
    blocker: Any = None  # pytest-django's, which closes the database to what is no test.

    @property
    def builders(self) -> dict[str, Callable]:
        return {name: each.build for name, each in self.stood.items()}

    def make(self, builders: dict[str, Callable], blocker) -> None:
        """Let these stand, and nothing else."""
        moment = moment_or_day_set()
        self.end_all_but(builders if moment == self.made_at else {})
        self.made_at, self.blocker = moment, blocker
        with blocker.unblock():
            for name in sorted(builders, key=lambda name: what_most_ask_for_first(builders[name])):
                self._make(name, builders)

    def _make(self, name: str, builders: dict[str, Callable]) -> models.Model:
        """The record, as it stands, whatever one that has gone again did with it."""
        if name in self.stood:
            return anew(self.stood[name].record)
        build = builders[name]
        others = [self._make(each, builders) for each in inspect.signature(build).parameters]
        with ExitStack() as until:
            until.enter_context(transaction.atomic())
            until.callback(transaction.set_rollback, True)
            number_alike(build)
            record = build(*others)
            self.stood[name] = Stood(record, build, until.pop_all())
        return record

    def end_all_but(self, builders: dict[str, Callable]) -> None:
        while not self.builders.items() <= builders.items():
            _, last = self.stood.popitem()
            with self.blocker.unblock():
                last.until.close()


def moment_or_day_set() -> datetime | date:
    """The day, where no module has set the clock: nothing stands from before midnight."""
    now = clock.now()
    return clock.today() if abs(timezone.now() - now) < timedelta(minutes=1) else now


def what_most_ask_for_first(build: Callable) -> tuple[int, str, int]:
    """So that the most stands already when another module begins: what is of all tests, then as it is written."""
    return build.__module__.count("."), build.__module__, build.__code__.co_firstlineno


_standing = Standing()

# What posts are made of.
NUMBERED_ALIKE = ("accounts_area", "accounts_agency", "accounts_panel", "accounts_user", "auth_group")
SET_THEM = "SELECT " + ", ".join(f"setval('{table}_id_seq', %(start)s)" for table in NUMBERED_ALIKE)


def number_alike(build: Callable) -> None:
    """The people whom ``build`` makes get the same keys wherever it is asked, so that what was put together from their
    posts for one module (docs/adr/0018) serves the next. Of two of one file the upper has the lower ones.
    """
    place = zlib.crc32(build.__module__.encode()) % 200 * 10_000 + build.__code__.co_firstlineno
    with connections["owner"].cursor() as cursor:  # The role of the product may only draw the next.
        cursor.execute(SET_THEM, {"start": place * 1000})


def anew(record: models.Model) -> models.Model:
    (found,) = reading(type(record))(keys=[record.pk])
    return found


@functools.cache
def reading(model: type[models.Model]) -> PreparedRecords:
    """Asked before nearly every test, for each record that it asks for: put together once."""
    return PreparedRecords(model._base_manager.filter(among("pk", "keys")))


def standing(build: Callable) -> Any:
    """A fixture for a record made by ``build`` of others of its kind, which its arguments name."""
    name = build.__name__

    def found(request, database, **others):
        if name in _standing.stood:
            return anew(_standing.stood[name].record)
        return build(**others)

    needed = inspect.signature(build).parameters
    asked = [inspect.Parameter(each, inspect.Parameter.POSITIONAL_OR_KEYWORD) for each in ("request", "database")]
    found.__signature__ = inspect.Signature([*asked, *needed.values()])
    found.__name__, found.__doc__, found.builder = name, build.__doc__, build
    return pytest.fixture(found)


def builders_for(item: pytest.Item) -> dict[str, Callable]:
    """The builders of what stands for a test, by name; none if it commits, is beside what lasts, or has its own."""
    names = getattr(item, "fixturenames", ())
    manager = item.session._fixturemanager
    beside_others = any(manager.getfixturedefs(name, item) for name in ON_THEIR_OWN)
    if "committed" in names or beside_others or item.get_closest_marker("made_anew"):
        return {}
    used = {
        name: item._fixtureinfo.name2fixturedefs[name][-1].func
        for name in names
        if name in item._fixtureinfo.name2fixturedefs
    }
    return {name: func.builder for name, func in used.items() if hasattr(func, "builder")}


def put_together(items: list[pytest.Item]) -> None:
    """Those that ask for the same follow one another, those that ask for more behind them, in one worker."""
    order, asked = {}, {}
    for item in items:
        order.setdefault(item.path, len(order))
        asked.setdefault(item.path, set()).add(frozenset(builders_for(item)))
    lots = {path: one_upon_another(sets) for path, sets in asked.items()}
    place = {item: lots[item.path][frozenset(builders_for(item))] for item in items}
    for item in items:
        if shared := asked_alike(item, place[item]):
            item.add_marker(pytest.mark.xdist_group(shared))
    items.sort(key=lambda item: (order[item.path], place[item]))


def one_upon_another(asked: set[frozenset[str]]) -> dict[frozenset[str], list[list[str]]]:
    """For each of what is asked for that which can stand under it, and it itself: sorted, each comes behind that."""
    found: dict[frozenset[str], list[list[str]]] = {}
    for names in sorted(asked, key=lambda names: (len(names), sorted(names))):
        under = max((each for each in found if each < names), key=len, default=frozenset())
        found[names] = [*found.get(under, []), sorted(names)] if names else []
    return found


def asked_alike(item: pytest.Item, place: list[list[str]]) -> str:
    """A name for what a test shares with others, or "" if nothing."""
    if item.get_closest_marker("xdist_group"):
        return ""
    if "made_once" in getattr(item, "fixturenames", ()):
        return f"made once for {item._fixtureinfo.name2fixturedefs['made_once'][-1].baseid}"
    if place:
        return f"{item.module.__name__} {hashlib.sha256(' '.join(place[0]).encode()).hexdigest()[:8]}"
    return ""


@pytest.fixture(autouse=True)
def stands(request):
    """Before anything else of a test: what it asks for stands."""
    builders = builders_for(request.node)
    if builders != _standing.builders or (builders and moment_or_day_set() != _standing.made_at):
        request.getfixturevalue("django_db_setup")
        _standing.make(builders, request.getfixturevalue("django_db_blocker"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """It goes with the last test that asks for it, before anything is made that lasts longer than a test."""
    try:
        return (yield)
    finally:
        _standing.end_all_but(builders_for(nextitem) if nextitem else {})
