"""What a reader without a case role sees of counts: none under five, and none that arithmetic brings back.

A count is hidden with as many of its neighbours as it takes for those hidden together to number five or more, in every
part that can be worked out. What is left of a shown count after a shown part of it is taken away is a count too.
So nothing that follows from what is shown is under five, and nothing hidden follows from it (docs/adr has the proof).
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

FEWEST_SHOWN = 5

Key = TypeVar("Key", bound=Hashable)


def to_hide(rows: Mapping[Key, Sequence[int]], hidden: Collection[Key] = ()) -> set[Key]:
    """Which of ``rows`` to hide when their sum is shown, part by part. Those ``hidden`` already stay so."""
    hide = {key for key, parts in rows.items() if key in hidden or min(parts) < FEWEST_SHOWN}
    smallest_first = sorted((key for key in rows if key not in hide), key=lambda key: sum(rows[key]))
    while hide and smallest_first and not _hides_well([rows[key] for key in hide]):
        hide.add(smallest_first.pop(0))
    return hide


def _hides_well(hidden: list[Sequence[int]]) -> bool:
    return len(hidden) > 1 and all(sum(part) >= FEWEST_SHOWN for part in zip(*hidden, strict=True))


def hidden_in_tree(counts: Mapping[str, int], splits: Mapping[str, Sequence[str]]) -> set[str]:
    """Which counts to hide where ``splits`` says, from the top, which add up to which."""
    top = next(iter(splits))
    hidden = {top} if counts[top] < FEWEST_SHOWN else set()
    for whole, parts in splits.items():
        hidden |= set(parts) if whole in hidden else to_hide({part: [counts[part]] for part in parts})
    return hidden


def columns_shown(rows: Mapping[Key, Sequence[int]]) -> tuple[dict[Key, int], int]:
    """How many of its columns, from the left, each row of a table shows, and how many its total.

    Each column counts some of those in the column before it, so that a row hidden in one stays hidden in the next.
    """
    shown, of_total, hidden = dict.fromkeys(rows, 0), 0, set()
    for column in range(len(next(iter(rows.values())))):
        parts = {key: _parts(counts, column) for key, counts in rows.items()}
        if min(sum(part) for part in zip(*parts.values(), strict=True)) < FEWEST_SHOWN:
            break
        of_total += 1
        hidden = to_hide(parts, hidden)
        for key in rows.keys() - hidden:
            shown[key] = of_total
    return shown, of_total


def _parts(counts: Sequence[int], column: int) -> list[int]:
    """What a column says of a row: its own count and, but for the first, what is left of the one before it."""
    return [counts[column], counts[column - 1] - counts[column]] if column else [counts[0]]
