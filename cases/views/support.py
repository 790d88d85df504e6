"""The pages of support: its plan, and the plans before it."""

from django.db.models import F
from django.urls import reverse

from cases import operations
from cases.forms.contact_log import InErrorForm
from cases.forms.support import PlanInErrorForm, SupportPlanForm
from cases.known import last_plan, with_disputes
from cases.models import Case, ExitPlan, Intervention, SupportPlan, UrgentConcern
from cases.permissions.case import of_seen_case
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals.views.hold import known_hold


class Support(RecordPage):
    model = Case

    def context(self, request, record):
        interventions = Intervention.objects.with_ledger().permitted(request.user, "cases.view_intervention")
        interventions = list(interventions.filter(case=record).select_related("agency", "project").order_by("-pk"))
        for intervention in interventions:
            intervention.case = record
        concerns = UrgentConcern.objects.permitted(request.user, "cases.view_urgentconcern")
        waiting = concerns.filter(case=record, answered_at=None)
        plans = of_seen_case(SupportPlan, record).select_related("made_by", "in_error_by")
        plans = plans.order_by(F("in_error_at").asc(nulls_first=True), "-pk")
        exit_plans = of_seen_case(ExitPlan, record).select_related("made_by", "in_error_by")
        return {
            "plans": with_disputes("support_plan", plans, request.user),
            "interventions": interventions,
            "waiting": with_disputes("urgent_concern", waiting.order_by("pk"), request.user),
            "exit_plan": next(iter(with_disputes("exit_plan", exit_plans, request.user)), None),
            "hold": known_hold(record, request.user),
        }


class PlanSupport(OperationPage):
    model = Case
    operation = operations.plan_support
    form_class = SupportPlanForm

    def context(self, request, record):
        return {"plan": last_plan(record)}


class RecordPlanInError(OperationPage):
    model = Case
    operation = operations.record_plan_in_error
    form_class = PlanInErrorForm

    def destination(self, record, result):
        return reverse("cases:support", args=[record.reference])


class RecordExitPlanInError(OperationPage):
    model = Case
    operation = operations.record_exit_plan_in_error
    form_class = InErrorForm

    def destination(self, record, result):
        return reverse("cases:support", args=[record.reference])
