"""By when a case is decided on: under section 36, and by its panel for the first time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.reference.models import CasePolicy
from prevent_cases.reference.working_days import WorkingDays


@dataclass(frozen=True)
class Due:
    """A day and, in words, how far it is."""

    on: date
    words: str

    @property
    def sentence(self) -> str:
        return self.words[0].upper() + self.words[1:]

    @property
    def is_late(self) -> bool:
        return self.on < clock.today()


@dataclass(frozen=True)
class Deadlines:
    """What several areas have decided, read together. A day is not kept: a holiday announced late moves it."""

    days: dict[int, WorkingDays]
    policies: dict[int, CasePolicy]

    @classmethod
    def of_each(cls, areas: Iterable[Area]) -> Self:
        areas = set(areas)
        return cls(WorkingDays.of_each(area.pk for area in areas), CasePolicy.of_each(areas))

    def section36(self, area: Area, since: datetime) -> Due:
        return self._due(area, since, self.policies[area.pk].section36_within)

    def first_panel(self, area: Area, since: datetime) -> Due:
        return self._due(area, since, self.policies[area.pk].first_panel_within)

    def _due(self, area: Area, since: datetime, within: int) -> Due:
        days = self.days[area.pk]
        on = days.due(since, within)
        return Due(on, days.words(on))
