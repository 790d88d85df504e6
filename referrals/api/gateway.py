"""The endpoints of the police gateway."""

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import gateway as forms
from referrals.models import GatewayAnswer, GatewayRequest, Referral


class AskGateway(OperationEndpoint):
    model = Referral
    operation = operations.ask_gateway
    form_class = forms.AskGatewayForm


class AnswerForGateway(OperationEndpoint):
    model = GatewayRequest
    operation = operations.answer_for_gateway
    form_class = forms.AnswerForGatewayForm


class SignGatewayAnswer(OperationEndpoint):
    model = GatewayAnswer
    operation = operations.sign_gateway_answer
    form_class = forms.SignGatewayAnswerForm


class RecallFromGateway(OperationEndpoint):
    model = GatewayRequest
    operation = operations.recall_from_gateway
