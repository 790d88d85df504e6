"""The endpoints of looking for a case one cannot see."""

from http import HTTPStatus

from cases import operations
from cases.forms.looking import AnswerRequestForm, AskToSeeForm, LookForCaseForm
from cases.models import Case, RequestToSee
from cases.permissions.explained import answer_to
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint


class LookForCase(OperationEndpoint):
    """``address`` is where it leads: to the case, to what can be done about one that is there, or to no other."""

    model = Area
    operation = operations.look_for_case
    even_time = True
    form_class = LookForCaseForm

    def destination(self, record, result):
        return answer_to(self.request.user, record, result)

    def carried_out(self, request, **lookup):
        # Nothing was made, whatever was found.
        return super().carried_out(request, **lookup) | {"status": HTTPStatus.OK}


class AskToSee(OperationEndpoint):
    model = Case
    operation = operations.ask_to_see
    form_class = AskToSeeForm


class AnswerRequestToSee(OperationEndpoint):
    model = RequestToSee
    operation = operations.answer_request_to_see
    form_class = AnswerRequestForm
