"""Records that several tests ask for alike: made once, through operations, and found by each test as they were made.

Making somebody and what concerns them is half the work of most tests. Those of a module that ask for the same of these
fixtures follow one another, and behind them those that ask for more: for the first of each what is not there yet is
made, in a savepoint upon what stands already, and each test then works on a savepoint of that, which is rolled back. So
no test sees what another asked for, or what it did.
"""

import hashlib
import inspect
import zlib
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, models, transaction

# Fixtures that hold a transaction open for longer, or that truly commit: nothing stands beside them.
ON_THEIR_OWN = ("made_once", "service")


@dataclass
class Standing:
    """What stands now for tests of one module: the records by the name of their fixture, made one lot upon another."""

    path: Path | None = None
    records: dict[str, models.Model] = field(default_factory=dict)
    lots: list[tuple[set[str], ExitStack]] = field(default_factory=list)
    blocker: Any = None  # pytest-django's, which closes the database to what is no test.

    def make(self, path: Path, builders: dict[str, Callable], blocker) -> None:
        """Let these stand, and nothing else."""
        self.end_all_but(path, builders)
        self.path, self.blocker = path, blocker
        lot = builders.keys() - self.records.keys()
        if lot:
            with blocker.unblock():
                until = ExitStack()
                until.enter_context(transaction.atomic())
                until.callback(transaction.set_rollback, True)
                self.lots.append((lot, until))
                # As they stand, whatever a lot that has gone again did with them.
                made = {name: anew(record) for name, record in self.records.items()}
                for name in builders:
                    self._make(name, builders, made)
                self.records |= made

    def _make(self, name: str, builders: dict[str, Callable], made: dict[str, models.Model]) -> models.Model:
        if name not in made:
            needed = inspect.signature(builders[name]).parameters
            others = [self._make(each, builders, made) for each in needed]
            number_alike(builders[name])
            made[name] = builders[name](*others)
        return made[name]

    def end_all_but(self, path: Path | None, names: Iterable[str] = ()) -> None:
        while self.lots and (path != self.path or not self.records.keys() <= set(names)):
            lot, until = self.lots.pop()
            with self.blocker.unblock():
                until.close()
            self.records = {name: record for name, record in self.records.items() if name not in lot}


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
    return type(record)._base_manager.get(pk=record.pk)


def standing(build: Callable) -> Any:
    """A fixture for a record made by ``build`` of others of its kind, which its arguments name."""
    name = build.__name__

    def found(request, database, **others):
        if name in _standing.records:
            return anew(_standing.records[name])
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
    path, builders = request.node.path, builders_for(request.node)
    if builders and (path != _standing.path or builders.keys() != _standing.records.keys()):
        request.getfixturevalue("django_db_setup")
        _standing.make(path, builders, request.getfixturevalue("django_db_blocker"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """It goes with the last test that asks for it, before anything is made that lasts longer than a test."""
    try:
        return (yield)
    finally:
        if nextitem is None:
            _standing.end_all_but(None)
        else:
            _standing.end_all_but(nextitem.path, builders_for(nextitem))
