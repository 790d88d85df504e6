"""The pages of an area's school holidays."""

from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage
from prevent_cases.reference import operations
from prevent_cases.reference.forms.school_holidays import AddSchoolHolidayForm
from prevent_cases.reference.models import SchoolHoliday


class AddSchoolHoliday(OperationPage):
    model = Area
    operation = operations.add_school_holiday
    form_class = AddSchoolHolidayForm


class WithdrawSchoolHoliday(OperationPage):
    model = SchoolHoliday
    operation = operations.withdraw_school_holiday
