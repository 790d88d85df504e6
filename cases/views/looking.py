"""Looking for a case one cannot see, and what can be done then."""

from django.shortcuts import redirect
from django.urls import reverse

from cases import operations
from cases.forms.looking import AnswerRequestForm, AskToSeeForm, LookForCaseForm
from cases.models import Case, RequestToSee
from cases.permissions.explained import answer_to
from cases.shown.access import glass_terms
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage


class LookForCase(OperationPage):
    model = Area
    operation = operations.look_for_case
    even_time = True
    form_class = LookForCaseForm

    def context(self, request, record):
        return {"found_nothing": request.method == "GET" and request.GET.get("answer") == "nothing"}

    def destination(self, record, result):
        return answer_to(self.request.user, record, result)

    def done(self, request, address):
        # What was found is all there is to say.
        return redirect(address)


class ShutCase(RecordPage):
    """That there is such a case, and what somebody can do who cannot see it: nothing of what it says."""

    model = Case
    permission = "cases.ask_to_see"

    def context(self, request, record):
        return glass_terms(record, request.user)


class AskToSee(OperationPage):
    model = Case
    operation = operations.ask_to_see
    form_class = AskToSeeForm

    def destination(self, record, result):
        return reverse("cases:shut_case", args=[record.reference])


class AnswerRequestToSee(OperationPage):
    model = RequestToSee
    operation = operations.answer_request_to_see
    form_class = AnswerRequestForm

    def destination(self, record, result):
        return reverse("cases:who_can_see", args=[record.case.reference])
