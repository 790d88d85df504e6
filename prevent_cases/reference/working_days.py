"""Working days of an area: adding them, counting them, and saying when something is due, always with its date.

Read once for a page (``WorkingDays.of``, or ``of_each`` for a list from several areas); after that nothing asks the
database. Time limits are worked out from the moment they began, so that a holiday announced late moves them.
"""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Self

import holidays
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, OuterRef, QuerySet, Subquery

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.prepared import Given, among, prepared
from prevent_cases.reference.models import DayOverride, Nation, SchoolHoliday, WorkingDaysPolicy

DAY = timedelta(days=1)
SATURDAY = 5


@functools.cache
def bank_holidays(nation: str, year: int) -> dict[date, str]:
    """The bank holidays of a nation by day, substitutes for those on a weekend among them."""
    return dict(holidays.country_holidays("GB", subdiv=str(nation), years=year, expand=False))


@dataclass(frozen=True)
class WorkingDays:
    """The working days of one area; ``overrides`` says of single days whether they are worked.

    Those of its schools have ``holidays`` besides: from a day to another.
    """

    nation: str = Nation.ENGLAND
    overrides: dict[date, bool] = field(default_factory=dict)
    holidays: list[tuple[date, date]] = field(default_factory=list)

    @classmethod
    def of(cls, area: Area) -> Self:
        return cls.of_each([area.pk])[area.pk]

    @classmethod
    def of_each(cls, areas: Iterable[int]) -> dict[int, Self]:
        """Those of several areas by their keys, in one query."""
        policy = WorkingDaysPolicy()  # With what holds where nothing was decided.
        found = decided(areas=[*areas], today=clock.today())
        return {
            area: cls(nation or policy.nation, dict(zip(days, worked, strict=True)))
            for area, nation, days, worked in found
        }

    def of_schools(self, area: Area) -> Self:
        """The same for the schools of that area, in one query more."""
        closed = SchoolHoliday.objects.standing().filter(area=area).values_list("starts_on", "until")
        return replace(self, holidays=list(closed))

    def holidays_until(self, day: date) -> date | None:
        """The last day of the school holidays that a day falls into."""
        return max((until for starts_on, until in self.holidays if starts_on <= day <= until), default=None)

    def is_working(self, day: date) -> bool:
        if self.holidays_until(day):
            return False
        if day in self.overrides:
            return self.overrides[day]
        return day.weekday() < SATURDAY and day not in bank_holidays(self.nation, day.year)

    def after(self, day: date, number: int) -> date:
        """The working day that is ``number`` of them after ``day``; for none, ``day`` or the first one after it."""
        if not number:
            day -= DAY
        for _ in range(number or 1):
            day += DAY
            while not self.is_working(day):
                day += DAY
        return day

    def due(self, began: datetime, within: int) -> date:
        """The last day of a time limit of working days that began at a moment, by the day it was in London."""
        return self.after(clock.day_of(began), within)

    def between(self, day: date, later: date) -> int:
        """How many working days come after ``day``, up to and with ``later``; none where that is no later.

        Years late are counted as fast as days: whole weeks, but for the days that are not as in every week.
        """
        if later <= day:
            return 0
        others = {other for other in self.exceptions(day, later) if day < other <= later}
        return (
            weekdays_until(later)
            - weekdays_until(day)
            + sum(self.is_working(other) - (other.weekday() < SATURDAY) for other in others)
        )

    def exceptions(self, day: date, later: date) -> Iterator[date]:
        """Those days of these years, or of school holidays then, that may not be as in every week."""
        yield from self.overrides
        for year in range(day.year, later.year + 1):
            yield from bank_holidays(self.nation, year)
        for starts_on, until in self.holidays:
            first, last = max(starts_on, day), min(until, later)
            yield from (first + DAY * number for number in range((last - first).days + 1))

    def words(self, due_on: date) -> str:
        """When something is due: "due tomorrow, 5 March"; "2 working days late, was due on 3 March"."""
        today, said = clock.today(), in_words(due_on)
        if due_on < today:
            late = self.between(due_on, today)
            return f"{number_of_days(late)} late, was due on {said}" if late else f"late, was due on {said}"
        if due_on == today:
            return f"due today, {said}"
        if due_on == today + DAY:
            return f"due tomorrow, {said}"
        return f"due in {number_of_days(self.between(today, due_on))}, on {said}"


def weekdays_until(day: date) -> int:
    """How many days from Monday to Friday there were up to and with a day: the first of all was a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * SATURDAY + min(rest, SATURDAY)


@prepared
def decided() -> QuerySet:
    """Of each area whose bank holidays it keeps, if it has said so, and its days that are otherwise."""
    of_area = {"area": OuterRef("pk")}
    policies = WorkingDaysPolicy.objects.begun(Given("today", DateField())).filter(**of_area)
    days = DayOverride.objects.standing().filter(**of_area).order_by("day")
    return Area.objects.filter(among("pk", "areas")).values_list(
        "pk",
        Subquery(policies.order_by("-starts_on", "-pk").values("nation")[:1]),
        ArraySubquery(days.values("day")),
        ArraySubquery(days.values("is_worked")),
    )


def number_of_days(number: int) -> str:
    return "1 working day" if number == 1 else f"{number} working days"


def in_words(day: date) -> str:
    """A day as it is written; with its year where that is not this one."""
    return f"{day:%-d %B}" if day.year == clock.today().year else f"{day:%-d %B %Y}"
