"""The endpoints of the plan of support."""

from rest_framework import serializers

from cases import operations
from cases.forms.support import SupportPlanForm
from cases.models import PLAN_ITEMS, Case, SupportPlan
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part

SupportPlanSerializer = part(SupportPlan, *PLAN_ITEMS, "review_on", "made_by", "made_at")


class SupportSerializer(serializers.Serializer):
    """The plans of a case; the last one counts."""

    plans = serializers.SerializerMethodField()

    def get_plans(self, case: Case) -> SupportPlanSerializer(many=True):
        return SupportPlanSerializer(case.support_plans.select_related("made_by"), many=True).data


class Support(RecordEndpoint):
    model = Case
    serializer_class = SupportSerializer


class PlanSupport(OperationEndpoint):
    model = Case
    operation = operations.plan_support
    form_class = SupportPlanForm
