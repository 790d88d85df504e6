"""Working otherwise than the calendar says."""

from datetime import date

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import DayOverride, obstacle_to_changing
from prevent_cases.reference.working_days import WorkingDays


@operation("accounts.keep_area")
def override_day(area: Area, *, by: User, day: date, is_worked: bool, name: str) -> DayOverride:
    """Working days changed.

    What is due is counted by them from now on.
    """
    if obstacle := obstacle_to_changing(day):
        raise Refused(obstacle, field="day")
    if DayOverride.objects.standing().filter(area=area, day=day).exists():
        raise Refused("This day has been changed already. Withdraw that change first.", field="day")
    if WorkingDays.of(area).is_working(day) == is_worked:
        raise Refused(f"This day is {'' if is_worked else 'not '}a working day as it is.", field="day")
    return DayOverride.objects.create(
        area=area, day=day, is_worked=is_worked, name=name, added_by=by, added_at=clock.now()
    )


@operation("reference.keep_dayoverride", unless=DayOverride.obstacle_to_withdrawal)
def withdraw_override(override: DayOverride, *, by: User) -> None:
    """Change of a working day withdrawn. The calendar holds again."""
    override.change(withdrawn_by=by, withdrawn_at=clock.now())
