"""The pages of actions."""

from actions import forms, operations
from actions.known import with_disputes
from actions.models import Action
from actions.shown import actions_of
from cases.forms.contact_log import InErrorForm
from cases.models import Case
from cases.permissions.explained import address_of, can_see
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals.views.hold import StoppedByHold, known_hold


class ListActions(RecordList):
    """What my agency has agreed to do, or all I may see: soonest due first, and so what is overdue before it."""

    model = Action
    fetch_with = ("case__individual", "agency")
    columns = (
        "reference", "what", "due_on", "done_at", "handed_over_to", "in_error_at", "case__reference",
        "case__individual__given_names", "case__individual__family_name", "agency__name",
    )  # fmt: skip
    shows_content = True

    def queryset(self, request):
        actions = Action.objects.filter(done_at=None)
        own = request.user.posts.agencies(*HANDLES_CASES)
        return actions if "all" in request.GET or not own else actions.filter(agency__in=own)

    def sorted_by(self, request):
        return "due_on"

    def kept_as(self, request):
        return "all" in request.GET

    def context(self, request, page):
        with_disputes(page.records, request.user)
        return {"all": "all" in request.GET, "handles_cases": bool(request.user.posts.groups)}


class CaseActions(RecordPage):
    """The actions of one case."""

    model = Case

    def context(self, request, record):
        return {"actions": actions_of(record, request.user), "hold": known_hold(record, request.user)}


class ViewAction(RecordPage):
    model = Action

    def context(self, request, record):
        with_disputes([record], request.user)
        return {
            "sees_case": can_see(record.case, request.user),
            "address_of_case": address_of(record.case, request.user),
        }


class AgreeAction(StoppedByHold):
    model = Case
    operation = operations.agree_action
    form_class = forms.AgreeActionForm


class OnAction(OperationPage):
    model = Action

    def context(self, request, record):
        with_disputes([record], request.user)
        return {}


class CompleteAction(OnAction):
    operation = operations.complete_action
    form_class = forms.CompleteActionForm


class HandOverAction(OnAction):
    operation = operations.hand_over_action
    form_class = forms.HandOverActionForm


class RecordActionInError(OnAction):
    operation = operations.record_action_in_error
    form_class = InErrorForm
