"""The endpoints of an area's working days."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordListEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms.working_days import OverrideDayForm
from prevent_cases.reference.models import DayOverride


class DayOverrideSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")

    class Meta:
        model = DayOverride
        fields = ("reference", "area", "day", "is_worked", "name", "withdrawn_at")


class ListDayOverrides(RecordListEndpoint):
    model = DayOverride
    serializer_class = DayOverrideSerializer


class OverrideDay(OperationEndpoint):
    model = Area
    operation = operations.override_day
    form_class = OverrideDayForm


class WithdrawOverride(OperationEndpoint):
    model = DayOverride
    operation = operations.withdraw_override
