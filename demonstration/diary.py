"""The diary: what happens when, carried out in order of time so that keys and the trail follow the calendar."""

import heapq
import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from prevent_cases import clock


class Diary:
    """Events up to a moment. What is due after it has not happened yet, and is left out."""

    def __init__(self, until: datetime):
        self.until = until
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = itertools.count()

    def enter(self, moment: datetime, event: Callable[[], None]) -> None:
        if moment <= self.until:
            heapq.heappush(self._events, (moment, next(self._order), event))

    def live_through(self) -> None:
        """Let everything happen, each with the clock at its moment."""
        while self._events:
            moment, _, event = heapq.heappop(self._events)
            with clock.at(moment.astimezone(UTC)):
                event()


def in_office_hours(day: date, rng: Random) -> datetime:
    """A moment of a working day: this one, or the Friday before a weekend."""
    day -= timedelta(days=max(0, day.weekday() - 4))
    return datetime.combine(day, time(8, 30), clock.LONDON) + timedelta(minutes=rng.randrange(540))


def after(days: float, rng: Random) -> datetime:
    """A moment about that many days from now, on a working day and always later than now."""
    now = clock.now().astimezone(clock.LONDON)
    if days < 1:
        return now + timedelta(days=days)
    day = now.date() + timedelta(days=round(days))
    day += timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)
    return in_office_hours(day, rng)
