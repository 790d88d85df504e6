"""The endpoints of the plan of support."""

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.api.interventions import LedgerSerializer
from cases.forms.contact_log import InErrorForm
from cases.forms.support import PlanInErrorForm, SupportPlanForm
from cases.known import with_disputes
from cases.models import EXIT_ITEMS, PLAN_ITEMS, Case, ExitPlan, Intervention, SupportPlan
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part

DISPUTES = DisputeSerializer(many=True, read_only=True, source="said_against")
IN_ERROR = ("in_error_at", "in_error_by", "in_error_reason")
SupportPlanSerializer = part(
    SupportPlan, *PLAN_ITEMS, "review_on", "offered_on", "made_by", "made_at", *IN_ERROR, disputes=DISPUTES
)
ExitPlanSerializer = part(
    ExitPlan,
    *EXIT_ITEMS,
    "made_by",
    "made_at",
    *IN_ERROR,
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)


class SupportSerializer(serializers.Serializer):
    """The plans of a case, of which the last one that stands counts; who gives what of it; and what comes after."""

    plans = serializers.SerializerMethodField()
    interventions = serializers.SerializerMethodField()
    ledger = serializers.SerializerMethodField()
    exit_plan = serializers.SerializerMethodField()

    def get_plans(self, case: Case) -> SupportPlanSerializer(many=True):
        plans = with_disputes("support_plan", case.support_plans.select_related("made_by", "in_error_by"))
        return SupportPlanSerializer(plans, many=True).data

    def get_interventions(self, case: Case) -> list[str]:
        """Their references: each is read by itself."""
        user = self.context["request"].user
        seen = Intervention.objects.permitted(user, "cases.view_intervention").filter(case=case)
        return list(seen.order_by("pk").values_list("reference", flat=True))

    def get_ledger(self, case: Case) -> LedgerSerializer(many=True):
        """What the sessions of each come to, and what of it somebody is to see to."""
        user = self.context["request"].user
        seen = Intervention.objects.with_ledger().permitted(user, "cases.view_intervention").filter(case=case)
        return LedgerSerializer(seen.select_related("case").order_by("pk"), many=True).data

    def get_exit_plan(self, case: Case) -> ExitPlanSerializer(allow_null=True):
        made = ExitPlan.objects.filter(case=case).select_related("made_by", "in_error_by")
        plan = next(iter(with_disputes("exit_plan", made)), None)
        return ExitPlanSerializer(plan).data if plan else None


class Support(RecordEndpoint):
    model = Case
    serializer_class = SupportSerializer


class PlanSupport(OperationEndpoint):
    model = Case
    operation = operations.plan_support
    form_class = SupportPlanForm


class RecordPlanInError(OperationEndpoint):
    model = Case
    operation = operations.record_plan_in_error
    form_class = PlanInErrorForm


class RecordExitPlanInError(OperationEndpoint):
    model = Case
    operation = operations.record_exit_plan_in_error
    form_class = InErrorForm
