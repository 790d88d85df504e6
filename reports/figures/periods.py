"""Periods of a report: financial years, and which of them a reader without a case role may choose."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format

from prevent_cases import clock

YEARS_OFFERED = 3


def start_of(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LONDON)


@dataclass(frozen=True)
class Period:
    """From one day to another, both counted."""

    since: date
    until: date

    def __str__(self) -> str:
        return f"{date_format(self.since, 'j F Y')} to {date_format(self.until, 'j F Y')}"

    @property
    def name(self) -> str:
        """Of a financial year, in short."""
        return f"{date_format(self.since, 'F Y')} to {date_format(self.until, 'F Y')}"

    @property
    def end(self) -> datetime:
        return start_of(self.until + timedelta(days=1))

    def year_before(self) -> "Period":
        year = relativedelta(years=1)
        return Period(self.since - year, self.until - year)

    def counted_to(self, moment: datetime, *, exact: bool) -> datetime:
        """The moment up to which this period is counted when it is asked for at ``moment``.

        Small steps would show each newcomer as the difference of two reports, so a reader who may not see exact
        figures sees a running year grow by quarters.
        """
        return min(self.end, moment if exact else start_of(quarter_of(clock.day_of(moment))))

    def obstacle(self, moment: datetime, *, exact: bool) -> str:
        """Why this period cannot be reported on, in a sentence, or ""."""
        if self.until < self.since:
            return "The last day must be the first day or later."
        if start_of(self.since) > moment:
            return "This period has not begun."
        if not exact and self not in offered(moment, exact=False):
            return "Choose one of the years offered. Other periods could be subtracted from them and show one person."
        return ""


def financial_year(day: date) -> Period:
    """April to March."""
    start = date(day.year if day.month >= 4 else day.year - 1, 4, 1)
    return Period(start, start + relativedelta(years=1, days=-1))


def quarter_of(day: date) -> date:
    """The first day of a quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def offered(moment: datetime, *, exact: bool) -> list[Period]:
    """The last financial years of which there is something to count, newest first."""
    latest = financial_year(clock.day_of(moment)).since
    years = (financial_year(latest - relativedelta(years=back)) for back in range(YEARS_OFFERED))
    return [year for year in years if year.counted_to(moment, exact=exact) > start_of(year.since)]
