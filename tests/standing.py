"""Records that several tests ask for alike: made once, through operations, and found by each test as they were made.

Making somebody and what concerns them is half the work of most tests. Those of a module that ask for the same of these
fixtures follow one another; for the first they are made in a transaction that stays open, and each then works on a
savepoint of it, which is rolled back. So no test sees what another asked for, or what it did.
"""

import hashlib
import inspect
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import models, transaction

# Fixtures that hold a transaction open for longer, or that truly commit: nothing stands beside them.
ON_THEIR_OWN = ("made_once", "service")


@dataclass
class Standing:
    """What stands now: for whom, and the records by the name of their fixture."""

    key: tuple = ()
    records: dict[str, models.Model] = field(default_factory=dict)
    until: ExitStack = field(default_factory=ExitStack)
    blocker: Any = None  # pytest-django's, which closes the database to what is no test.

    def make(self, key: tuple, builders: dict[str, Callable], blocker) -> None:
        self.key, self.blocker = key, blocker
        with blocker.unblock():
            self.until.enter_context(transaction.atomic())
            self.until.callback(transaction.set_rollback, True)
            for name in builders:
                self._make(name, builders)

    def _make(self, name: str, builders: dict[str, Callable]) -> models.Model:
        if name not in self.records:
            needed = inspect.signature(builders[name]).parameters
            self.records[name] = builders[name](*(self._make(each, builders) for each in needed))
        return self.records[name]

    def end(self) -> None:
        with self.blocker.unblock():
            self.until.close()
        self.key, self.records = (), {}


_standing = Standing()


def standing(build: Callable) -> Any:
    """A fixture for a record made by ``build`` of others of its kind, which its arguments name."""
    name = build.__name__

    def found(request, database, **others):
        if name in _standing.records:
            record = _standing.records[name]
            return type(record)._base_manager.get(pk=record.pk)
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
    """Those that ask for the same follow one another, in one worker."""
    for item in items:
        if shared := asked_alike(item):
            item.add_marker(pytest.mark.xdist_group(shared))
    order = {}
    for item in items:
        order.setdefault(item.path, len(order))
    items.sort(key=lambda item: (order[item.path], sorted(builders_for(item))))


def asked_alike(item: pytest.Item) -> str:
    """A name for what a test shares with others, or "" if nothing."""
    if item.get_closest_marker("xdist_group"):
        return ""
    if "made_once" in getattr(item, "fixturenames", ()):
        return f"made once for {item._fixtureinfo.name2fixturedefs['made_once'][-1].baseid}"
    if builders := builders_for(item):
        return f"{item.module.__name__} {hashlib.sha256(' '.join(sorted(builders)).encode()).hexdigest()[:8]}"
    return ""


def key_for(item: pytest.Item) -> tuple:
    """What tells those who find the same standing from others; empty where nothing stands."""
    builders = builders_for(item)
    return (item.path, *sorted(builders)) if builders else ()


@pytest.fixture(autouse=True)
def stands(request):
    """Before anything else of a test: what it asks for stands."""
    key = key_for(request.node)
    if key != _standing.key:
        request.getfixturevalue("django_db_setup")
        _standing.make(key, builders_for(request.node), request.getfixturevalue("django_db_blocker"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """It goes with the last test that asks for it, before anything is made that lasts longer than a test."""
    try:
        return (yield)
    finally:
        if _standing.key and (nextitem is None or key_for(nextitem) != _standing.key):
            _standing.end()
