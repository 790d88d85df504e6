"""One draft in several windows: what each of them types is kept, and none overwrites another without a word.

Of every answer a window says what it last showed or sent, as a digest. So it is known, answer by answer, whether it was
changed here, elsewhere, in both or in neither. Changed in both, one version stays the answer and the other is put
beside it, until somebody has seen both and saves.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any, Self

Answers = dict[str, list[str]]


def digest(values: list[str]) -> str:
    """Tells versions of an answer apart. Nothing, and nothing but blanks, is one and the same: ""."""
    said = [value for value in values if value]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16] if said else ""


@dataclass(frozen=True)
class Window:
    """What one window knows: its own name, what it last showed or sent, which other versions it has shown."""

    typed: dict[str, str]
    shown: list[str] = field(default_factory=list)
    name: str = field(default_factory=lambda: secrets.token_hex(6))

    @classmethod
    def on(cls, answers: Answers, versions: "Versions", name: str = "") -> Self:
        """A window that shows these answers, and beside them these other versions."""
        shown = sorted({digest(values) for others in versions.values() for values in others})
        typed = {each: digest(values) for each, values in answers.items() if digest(values)}
        return cls(typed, shown, name) if name else cls(typed, shown)

    @classmethod
    def read(cls, text: str | None, answers: Answers) -> Self:
        """As a form sends it; a form that says nothing knows the answers as they are, and nonsense knows none."""
        if text is None:
            return cls.on(answers, {})
        try:
            sent = json.loads(text)
            typed = {str(name): str(value) for name, value in sent["typed"].items()}
            return cls(typed, [str(each) for each in sent["shown"]], str(sent["name"])[:12])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls({})

    def __str__(self) -> str:
        return json.dumps({"typed": self.typed, "shown": self.shown, "name": self.name})


# The versions of an answer that were typed in other windows.
Versions = dict[str, list[list[str]]]


@dataclass
class Kept:
    """A part of a draft: its answers, who wrote each, and what stands beside them.

    ``last`` is the window that saved last and how often it had: what it sent before and arrives later is old.
    """

    answers: Answers
    wrote: dict[str, str]
    beside: dict[str, dict[str, list[str]]]
    last: list[Any]

    @classmethod
    def of(cls, answers: Answers | None, windows: dict[str, Any] | None) -> Self:
        windows = windows or {}
        return cls(
            dict(answers or {}),
            dict(windows.get("wrote", {})),
            {name: dict(versions) for name, versions in windows.get("beside", {}).items()},
            windows.get("last", ["", 0]),
        )

    @property
    def windows(self) -> dict[str, Any]:
        return {"wrote": self.wrote, "beside": self.beside, "last": self.last}

    def merge(self, typed: Answers, window: Window, *, turn: int = 0, settles: bool = False) -> None:
        """Take in what a window sent. ``settles``: somebody pressed save, having seen what that window has shown."""
        if turn and self.last[0] == window.name and turn <= self.last[1]:
            return
        before = dict(self.answers), {name: dict(versions) for name, versions in self.beside.items()}
        for name in self.answers.keys() | typed.keys() | window.typed.keys():
            self._merge_answer(name, typed.get(name, []), window)
        if settles:
            for name in list(self.beside):
                self._settle(name, typed, window)
        if (self.answers, self.beside) != before:
            self.last = [window.name, turn]

    def _merge_answer(self, name: str, mine: list[str], window: Window) -> None:
        theirs = self.answers.get(name, [])
        before = window.typed.get(name, "")
        if digest(mine) == digest(theirs):
            self._take(name, theirs, window)
        elif digest(mine) == before:
            return  # Not changed here.
        elif digest(theirs) == before or self.wrote.get(name) == window.name:
            self._take(name, mine, window)
        elif name.endswith("-row") or not digest(mine):
            return  # Only a place among others; or taken out here, and written anew elsewhere.
        elif not digest(theirs):
            self._take(name, mine, window)
        else:
            self.beside.setdefault(name, {})[window.name] = mine

    def _take(self, name: str, values: list[str], window: Window) -> None:
        if digest(values) != digest(self.answers.get(name, [])):
            self.wrote[name] = window.name
        if digest(values):
            self.answers[name] = values
        else:
            self.answers.pop(name, None)
        self.beside.get(name, {}).pop(window.name, None)
        if not self.beside.get(name, True):
            del self.beside[name]

    def _settle(self, name: str, typed: Answers, window: Window) -> None:
        row, of_row, _ = name.rpartition("-")
        if of_row and f"{row}-row" not in typed:
            return  # Among the answers to a repeated question it is one that this window does not have.
        mine = typed.get(name, [])
        others = {digest(values) for values in self._versions_of(name)} - {digest(mine)}
        if others <= {*window.shown, ""}:
            del self.beside[name]
            self._take(name, mine, window)

    def _versions_of(self, name: str) -> list[list[str]]:
        return [self.answers.get(name, []), *self.beside[name].values()]

    def elsewhere(self, typed: Answers) -> Versions:
        """Of what was typed in two windows, the versions that do not stand in the one that shows ``typed``."""
        found: Versions = {}
        for name in sorted(self.beside):
            others = {digest(values): values for values in self._versions_of(name)}
            others.pop(digest(typed.get(name, [])), None)
            others.pop("", None)
            if others:
                found[name] = list(others.values())
        return found
