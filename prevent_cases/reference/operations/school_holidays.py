"""Entering when the schools of an area are closed."""

from datetime import date, timedelta

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import SchoolHoliday

LONGEST = timedelta(days=70)


@operation("accounts.keep_area")
def add_school_holiday(area: Area, *, by: User, starts_on: date, until: date, name: str) -> SchoolHoliday:
    """School holidays added. What schools are asked falls due after them."""
    if until < starts_on:
        raise Refused("The last day comes after the first.", field="until")
    if until < clock.today():
        raise Refused("These holidays are over.", field="until")
    if until - starts_on > LONGEST:
        raise Refused("No school holidays are as long as that.", field="until")
    if SchoolHoliday.objects.standing().filter(area=area, starts_on__lte=until, until__gte=starts_on).exists():
        raise Refused(
            "There are school holidays on some of these days already. Withdraw those first.", field="starts_on"
        )
    return SchoolHoliday.objects.create(
        area=area, starts_on=starts_on, until=until, name=name, added_by=by, added_at=clock.now()
    )


@operation("reference.keep_schoolholiday", unless=SchoolHoliday.obstacle_to_withdrawal)
def withdraw_school_holiday(holiday: SchoolHoliday, *, by: User) -> None:
    """School holidays withdrawn."""
    holiday.change(withdrawn_by=by, withdrawn_at=clock.now())
