"""Births: how alike two are, given as a day, as an age on some day, or not at all."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Born(IntEnum):
    """How alike two births are, the likest last."""

    APART = 0
    UNKNOWN = 1
    AGE_FITS = 2
    DAYS_APART = 3
    OTHER_YEAR = 4
    OTHER_MONTH = 5
    OTHER_DAY = 6
    EXCHANGED = 7
    SAME = 8


WORDS = {
    Born.UNKNOWN: "no date of birth to compare",
    Born.AGE_FITS: "the age fits",
    Born.DAYS_APART: "born within three days of one another",
    Born.OTHER_YEAR: "same day and month of birth, another year",
    Born.OTHER_MONTH: "same day and year of birth, another month",
    Born.OTHER_DAY: "same month and year of birth, another day",
    Born.EXCHANGED: "day and month of birth exchanged",
    Born.SAME: "same date of birth",
}


@dataclass(frozen=True)
class Birth:
    """``on`` where the day was said; otherwise the age somebody said, and on which day."""

    on: date | None = None
    age: int | None = None
    said_on: date | None = None

    @property
    def years(self) -> range:
        """The years of birth that were meant; an age is often a guess, so one more on either side."""
        if self.on:
            return range(self.on.year, self.on.year + 1)
        if self.age is None or self.said_on is None:
            return range(0)
        return range(self.said_on.year - self.age - 2, self.said_on.year - self.age + 2)


def exchanged(day: date) -> date | None:
    """The date with day and month exchanged, where that is another date."""
    return day.replace(month=day.day, day=day.month) if day.day <= 12 and day.day != day.month else None


def births_alike(one: Birth, other: Birth) -> Born:
    if not (one.on and other.on):
        if not (one.years and other.years):
            return Born.UNKNOWN
        return Born.AGE_FITS if set(one.years) & set(other.years) else Born.APART
    a, b = one.on, other.on
    if a == b:
        return Born.SAME
    if exchanged(a) == b:
        return Born.EXCHANGED
    same = (a.day == b.day, a.month == b.month, a.year == b.year)
    if same == (False, True, True):
        return Born.OTHER_DAY
    if same == (True, False, True):
        return Born.OTHER_MONTH
    if same == (True, True, False) and years_are_mistakable(a.year, b.year):
        return Born.OTHER_YEAR
    return Born.DAYS_APART if abs((a - b).days) <= 3 else Born.APART


def years_are_mistakable(one: int, other: int) -> bool:
    """A year or two apart, or ten; one figure wrong; or the last two exchanged."""
    a, b = str(one), str(other)
    wrong = sum(x != y for x, y in zip(a, b, strict=False))
    return abs(one - other) in (1, 2, 10) or wrong == 1 or (a[:2] == b[:2] and a[2:] == b[:1:-1])
