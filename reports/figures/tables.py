"""Numbers as a reader may see them: figures with their base, and tables of referrals, discussed and adopted."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import get_text_list

from reports.figures.counts import along_splits
from reports.suppression import Lot, columns_shown

HIDDEN = "[c]"

# Each column counts some of those in the one before it.
COLUMNS = ("referrals", "discussed", "adopted")


@dataclass(frozen=True)
class Figure:
    """A number and its share of a base. A number of None is not shown; without a base there is no share."""

    number: int | None
    base: int | None = None

    @property
    def words(self) -> str:
        return HIDDEN if self.number is None else f"{self.number:,}"

    @property
    def percent(self) -> str:
        if self.number is None:
            return HIDDEN
        return f"{100 * self.number / self.base:.0f}%" if self.base else "–"


@dataclass(frozen=True)
class Row:
    label: str
    figures: list[Figure]


@dataclass(frozen=True)
class Table:
    """Referrals by something that is known of most of them. The last row is of those of whom it is not."""

    title: str
    heading: str
    rows: list[Row]
    total: Row
    base: str


def table(
    title: str, heading: str, labels: Mapping[Hashable, str], outcomes: Mapping[Hashable, Counter], lot: Lot | None
) -> Table:
    """The table of ``labels``, the unknown one last, from where the referrals of each stand.

    ``lot`` draws what is hidden along with small numbers; without one, everything is shown.
    """
    counts = {key: [along_splits(outcomes.get(key, Counter()))[name] for name in COLUMNS] for key in labels}
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    if lot is None:
        shown, of_total = dict.fromkeys(counts, len(COLUMNS)), len(COLUMNS)
    else:
        shown, of_total = columns_shown(counts, lot)
    *known, unknown = labels
    bases = _bases(total[:of_total], counts[unknown][: shown[unknown]])
    words = [base.words(name) for name, base in zip(COLUMNS, bases, strict=False)]
    return Table(
        title=title,
        heading=heading,
        rows=[Row(labels[key], _figures(counts[key][: shown[key]], [base.number for base in bases])) for key in known]
        + [Row(labels[unknown], _figures(counts[unknown][: shown[unknown]], [base.of_unknown for base in bases]))],
        total=Row("Total", _figures(total[:of_total], [base.of_unknown for base in bases])),
        base=f"Percentages are of {get_text_list(words, 'and')}." if words else "",
    )


@dataclass(frozen=True)
class _Base:
    """What a column's percentages are of: those known; or all, where how many are unknown is not shown."""

    total: int
    unknown: int | None

    @property
    def number(self) -> int:
        return self.total - (self.unknown or 0)

    @property
    def of_unknown(self) -> int | None:
        """The base of the rows that count the unknown too."""
        return None if self.unknown else self.total

    def words(self, column: str) -> str:
        return f"{self.number:,} {column} ({'those known' if self.unknown else 'all'})"


def _bases(total: Sequence[int], unknown: Sequence[int]) -> list[_Base]:
    return [_Base(each, unknown[column] if column < len(unknown) else None) for column, each in enumerate(total)]


def _figures(numbers: Sequence[int], bases: Sequence[int | None]) -> list[Figure]:
    """A figure for each column; those beyond ``numbers`` are not shown."""
    shown = [Figure(number, base) for number, base in zip(numbers, bases, strict=False)]
    return shown + [Figure(None)] * (len(COLUMNS) - len(shown))
