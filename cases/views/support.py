"""The pages of support: its plan, and the plans before it."""

from cases import operations
from cases.forms.support import SupportPlanForm
from cases.models import Case, SupportPlan
from cases.permissions.case import of_seen_case
from prevent_cases.pages.views import OperationPage, RecordPage


class Support(RecordPage):
    model = Case

    def context(self, request, record):
        return {"plans": of_seen_case(SupportPlan, record).select_related("made_by").order_by("-pk")}


class PlanSupport(OperationPage):
    model = Case
    operation = operations.plan_support
    form_class = SupportPlanForm

    def context(self, request, record):
        return {"is_first": not SupportPlan.objects.filter(case=record).exists()}
