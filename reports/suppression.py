"""What a reader without a case role sees of counts: none under five, and none that arithmetic brings back.

A count is hidden when it is under five, or what is left of the count above it is; and with it as many others as it
takes until those hidden together, which can always be worked out, number five or more in every part. One other is
enough, since a count that need not be hidden is five or more. Which one is drawn by lot: a choice by a rule that
anybody can read here would give away why it was made.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any

from django.utils.crypto import salted_hmac

FEWEST_SHOWN = 5

Lot = Callable[[Hashable], Any]


def lot(*about: Any) -> Lot:
    """A lot for each row, which nobody can foresee and which is the same each time that the same counts are shown."""
    return lambda row: salted_hmac(__name__, "|".join(map(str, (*about, row))), algorithm="sha256").hexdigest()


def to_hide(rows: Mapping[Hashable, Sequence[int]], lot: Lot, hidden: Collection[Hashable] = ()) -> set[Hashable]:
    """Which rows to hide where the sum of all is shown, part by part. Those ``hidden`` already stay so."""
    hide = {row for row, parts in rows.items() if row in hidden or min(parts) < FEWEST_SHOWN}
    together = [sum(part) for part in zip(*(rows[row] for row in hide), strict=True)]
    if hide and (len(hide) == 1 or min(together) < FEWEST_SHOWN):
        hide.update(sorted(rows.keys() - hide, key=lot)[:1])
    return hide


def hidden_in_tree(counts: Mapping[str, int], splits: Mapping[str, Sequence[str]], lot: Lot) -> set[str]:
    """Which counts to hide where ``splits`` says, from the top, which add up to which."""
    top = next(iter(splits))
    hidden = {top} if counts[top] < FEWEST_SHOWN else set()
    for whole, parts in splits.items():
        hidden |= set(parts) if whole in hidden else to_hide({part: [counts[part]] for part in parts}, lot)
    return hidden


def columns_shown(rows: Mapping[Hashable, Sequence[int]], lot: Lot) -> tuple[dict[Hashable, int], int]:
    """How many of its columns, from the left, each row of a table shows, and how many its total.

    Each column counts some of those in the column before it, so a row that is hidden in one is hidden in the next.
    """
    shown, of_total, hidden = dict.fromkeys(rows, 0), 0, set()
    for column in range(len(next(iter(rows.values())))):
        parts = {row: _parts(counts, column) for row, counts in rows.items()}
        if min(sum(part) for part in zip(*parts.values(), strict=True)) < FEWEST_SHOWN:
            break
        of_total += 1
        hidden = to_hide(parts, lot, hidden)
        shown |= dict.fromkeys(rows.keys() - hidden, of_total)
    return shown, of_total


def _parts(counts: Sequence[int], column: int) -> list[int]:
    """What a column says of a row: its own count and, but for the first, what it leaves of the one before it."""
    return [counts[column], counts[column - 1] - counts[column]] if column else [counts[0]]
