"""Looking for a case one cannot see, and what can be done then."""

from django.shortcuts import redirect
from django.urls import reverse

from cases import operations
from cases.forms.broken_glass import InDangerForm, NoDangerForm
from cases.forms.looking import AnswerRequestForm, AskToSeeForm, LookForCaseForm
from cases.models import Case, RequestToSee
from cases.permissions.explained import answer_to, can_see
from cases.shown.access import glass_terms
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, made_form


class LookForCase(OperationPage):
    model = Area
    operation = operations.look_for_case
    even_time = True
    form_class = LookForCaseForm

    def context(self, request, record):
        return {"found_nothing": request.method == "GET" and request.GET.get("answer") == "nothing"}

    def destination(self, record, result):
        return answer_to(self.request.user, record, result)

    def done(self, request, address, said):
        # What was found is all there is to say.
        return redirect(address)


class ShutCase(OperationPage):
    """That there is such a case, and what somebody can do who cannot see it: nothing of what it says.

    To ask and to break the glass, on one page at two addresses: each leads with its own. Where somebody is in danger,
    few words stand before it.
    """

    model = Case
    template_name = "cases/shut_case.html"
    forms = {"asking": AskToSeeForm, "in_danger": InDangerForm, "no_danger": NoDangerForm}

    def context(self, request, record):
        others = {
            name: made_form(form_class, record, request.user)
            for name, form_class in self.forms.items()
            if form_class is not self.form_class
        }
        seen = {"sees": can_see(record, request.user), "asks": self.form_class is AskToSeeForm}
        return glass_terms(record, request.user) | others | seen


class AskToSee(ShutCase):
    operation = operations.ask_to_see
    form_class = AskToSeeForm

    def destination(self, record, result):
        return reverse("cases:ask_to_see", args=[record.reference])


class AnswerRequestToSee(OperationPage):
    model = RequestToSee
    operation = operations.answer_request_to_see
    form_class = AnswerRequestForm

    def destination(self, record, result):
        return reverse("cases:who_can_see", args=[record.case.reference])
