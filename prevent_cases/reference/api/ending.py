"""The endpoints of the reasons for which cases end."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms.ending import AddEndReasonForm
from prevent_cases.reference.models import AreaEndReason, end_reasons
from prevent_cases.reference.models.retention import ENDED


class EndReasonSerializer(serializers.Serializer):
    """``end_reason`` is what a decision is sent, and says."""

    end_reason = serializers.CharField()
    name = serializers.CharField()


class EndReasonsSerializer(serializers.Serializer):
    """For what cases of an area can end."""

    reasons = serializers.SerializerMethodField()

    def get_reasons(self, area: Area) -> EndReasonSerializer(many=True):
        found = [{"end_reason": kept_by, "name": name} for kept_by, name in end_reasons(area.pk, *ENDED)]
        return EndReasonSerializer(found, many=True).data


class EndReasons(RecordEndpoint):
    model = Area
    serializer_class = EndReasonsSerializer


class AddEndReason(OperationEndpoint):
    model = Area
    operation = operations.add_end_reason
    form_class = AddEndReasonForm


class RetireEndReason(OperationEndpoint):
    model = AreaEndReason
    operation = operations.retire_end_reason
