"""Two referrals side by side, with what differs said in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from referrals.matching.letters import words


@dataclass(frozen=True)
class Compared:
    """One question with both answers, and how they compare."""

    question: str
    here: str
    there: str

    @property
    def words(self) -> str:
        if not (self.here and self.there):
            return "Said in one only"
        if self.here == self.there:
            return "The same"
        return "The same, written differently" if words(self.here) == words(self.there) else "Different"


def compared(here: Iterable[tuple[str, str]], there: Iterable[tuple[str, str]]) -> list[Compared]:
    """The answers to the same questions in the same order; what neither says is left out."""
    rows = [Compared(question, one, other) for (question, one), (_, other) in zip(here, there, strict=True)]
    return [row for row in rows if row.here or row.there]
