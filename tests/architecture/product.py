"""What the checks look at: the product's modules, models, addresses, templates and files, all found and none listed.

A check takes one of them and yields a sentence for each fault; ``assert_none`` shows them all.
"""

import ast
import functools
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.urls import URLPattern, get_resolver

from prevent_cases import clock
from prevent_cases.audit.history import Event
from prevent_cases.operations import Operation
from prevent_cases.operations import operations as declared

ROOT = Path(settings.BASE_DIR)
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
# The packages and modules of the first contract, from the lowest; those side by side share a number.
RANKS = {
    name.strip(): rank
    for rank, layer in enumerate(reversed(CONTRACTS["contracts"][0]["layers"]))
    for name in layer.replace(":", "|").split("|")
}


def assert_none(faults: Iterator[str]) -> None:
    if found := list(faults):
        pytest.fail("\n".join(found), pytrace=False)


def todays_share(things: Iterable[Any], parts: int) -> list[Any]:
    """Of what is too much for every run those whose turn it is: on so many days that follow one another, all."""
    things, turn = list(things), clock.today().toordinal() % parts
    assert len(things) >= parts, f"On some days nothing is asked of these {len(things)}."
    # Shown beside a failure.
    print(f"On {clock.today()} it is the turn of one in {parts} of these {len(things)}, from number {turn}.")  # noqa: T201
    return things[turn::parts]


# -- Modules ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Module:
    """One Python file of the product."""

    name: str
    text: str

    @functools.cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def package(self) -> str:
        """The part of the contract that it belongs to: ``cases``, ``prevent_cases.accounts``."""
        return max((part for part in RANKS if f"{self.name}.".startswith(f"{part}.")), key=len, default="")

    @property
    def rank(self) -> int:
        return RANKS.get(self.package, -1)

    def strings(self) -> Iterator[str]:
        """The texts in it that are no docstrings."""
        docstrings = {id(node) for node in self._docstrings()}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node.value

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call, with the name of what is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield getattr(node.func, "attr", getattr(node.func, "id", "")), node

    def _docstrings(self) -> Iterator[ast.Constant]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0] if node.body else None
                if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                    yield first.value


def packages(root: Path = ROOT) -> list[str]:
    """The first-party packages at the top level."""
    return sorted(found.parent.name for found in root.glob("*/__init__.py") if found.parent.name != "tests")


@functools.cache
def modules() -> list[Module]:
    """Every module but migrations, which are history."""
    found = [path for package in packages() for path in sorted((ROOT / package).rglob("*.py"))]
    return [
        Module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path.read_text())
        for path in found
        if "migrations" not in path.parts
    ]


# -- Models -----------------------------------------------------------------------------------------------------------


@functools.cache
def models() -> list[type[Model]]:
    """Our own models, without the tables of history that are made for them."""
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in packages()]
    return [model for model in ours if not issubclass(model, Event)]


# -- Addresses --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Address:
    """One pattern of the URLconf: its name with its namespaces, what answers, and what stands in its places."""

    route: str
    name: str
    answers: Callable
    places: tuple[str, ...]

    @property
    def view_class(self) -> type | None:
        return getattr(self.answers, "view_class", None) or getattr(self.answers, "cls", None)


def addresses(resolver=None, route: str = "/", namespaces: tuple[str, ...] = (), places=()) -> Iterator[Address]:
    for pattern in (resolver or get_resolver()).url_patterns:
        found = (*places, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLPattern):
            name = ":".join((*namespaces, pattern.name or ""))
            yield Address(route + str(pattern.pattern), name, pattern.callback, found)
        else:
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from addresses(pattern, route + str(pattern.pattern), inner, found)


def operations() -> list[Operation]:
    """Every operation: the URLconf imports them all."""
    list(addresses())
    return list(declared.values())


# -- Templates and files ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class File:
    """One file of the repository, by its path from the top."""

    path: str
    text: str

    @property
    def lines(self) -> int:
        return self.text.count("\n")


def templates() -> list[File]:
    return [each for each in files() if each.path.startswith("templates/")]


@functools.cache
def files() -> list[File]:
    """Every file of text that is, or would be, committed."""
    ignored = {line.strip("/") for line in (ROOT / ".gitignore").read_text().split()} | {".git"}
    return [File(str(path.relative_to(ROOT)), text) for path, text in _texts(ROOT, ignored)]


def _texts(folder: Path, ignored: set[str]) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.iterdir()):
        if path.name in ignored or str(path.relative_to(ROOT)) in ignored or path.suffix == ".pyc":
            continue
        if path.is_dir():
            yield from _texts(path, ignored)
        else:
            try:
                yield path, path.read_text()
            except UnicodeDecodeError:
                continue
