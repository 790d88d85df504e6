"""The pages of an area's working days."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference import operations
from prevent_cases.reference.forms.working_days import OverrideDayForm
from prevent_cases.reference.models import DayOverride, SchoolHoliday, WorkingDaysPolicy
from prevent_cases.reference.working_days import bank_holidays

A_YEAR = timedelta(days=365)


class AreaDays(RecordPage):
    """The bank holidays of the year to come, and the days on which the area works otherwise."""

    model = Area
    permission = "accounts.keep_area"

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        today, policy = clock.today(), WorkingDaysPolicy.of(record)
        both_years = bank_holidays(policy.nation, today.year) | bank_holidays(policy.nation, today.year + 1)
        changed = DayOverride.objects.standing().filter(area=record, day__gte=today)
        closed = SchoolHoliday.objects.standing().filter(area=record, until__gte=today)
        return {
            "school_holidays": closed.permitted(request.user, "reference.view_schoolholiday").select_related(
                "added_by"
            ),
            "policy": policy,
            "holidays": sorted(each for each in both_years.items() if today <= each[0] <= today + A_YEAR),
            "overrides": changed.permitted(request.user, "reference.view_dayoverride").select_related("added_by"),
        }


class OverrideDay(OperationPage):
    model = Area
    operation = operations.override_day
    form_class = OverrideDayForm


class WithdrawOverride(OperationPage):
    model = DayOverride
    operation = operations.withdraw_override
