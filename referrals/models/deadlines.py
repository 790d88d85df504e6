"""By which day a referral is to be decided."""

from datetime import date, datetime

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays


def decided_by_day(area: Area, since: datetime, is_urgent: bool) -> date:
    """The last day of the area's working days for triage; of an urgent referral the day itself, worked or not."""
    if is_urgent:
        return clock.day_of(since)
    return WorkingDays.of(area).due(since, TriagePolicy.of(area).decided_within)
