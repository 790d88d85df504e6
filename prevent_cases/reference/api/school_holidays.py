"""The endpoints of an area's school holidays."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordListEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms.school_holidays import AddSchoolHolidayForm
from prevent_cases.reference.models import SchoolHoliday


class SchoolHolidaySerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")

    class Meta:
        model = SchoolHoliday
        fields = ("reference", "area", "starts_on", "until", "name", "withdrawn_at")


class ListSchoolHolidays(RecordListEndpoint):
    model = SchoolHoliday
    serializer_class = SchoolHolidaySerializer


class AddSchoolHoliday(OperationEndpoint):
    model = Area
    operation = operations.add_school_holiday
    form_class = AddSchoolHolidayForm


class WithdrawSchoolHoliday(OperationEndpoint):
    model = SchoolHoliday
    operation = operations.withdraw_school_holiday
