"""The endpoints of the police gateway."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import part
from referrals import operations
from referrals.forms import gateway as forms
from referrals.models import GatewayAnswer, GatewayRequest, Referral

GatewayAnswerSerializer = part(
    GatewayAnswer,
    "reference",
    "deconfliction",
    "category",
    "proposes_end",
    "reasons",
    "answered_by",
    "answered_at",
    "checked_by",
    "checked_at",
    "stands",
    "why_not",
)


class ListedGatewayRequestSerializer(serializers.ModelSerializer):
    """What a list shows: never what is asked or answered."""

    referral = serializers.CharField(source="referral.reference")
    agency = serializers.CharField(source="agency.slug")

    class Meta:
        model = GatewayRequest
        fields = ("reference", "referral", "agency", "asked_at", "due_on", "answered_at", "recalled_at")


class GatewayRequestSerializer(ListedGatewayRequestSerializer):
    """What the police were asked, and what they have answered as far as its reader may see that."""

    asked_by = serializers.StringRelatedField()
    answers = serializers.SerializerMethodField()

    class Meta:
        model = GatewayRequest
        fields = (*ListedGatewayRequestSerializer.Meta.fields, "asked", "asked_by", "answers")

    def get_answers(self, request: GatewayRequest) -> GatewayAnswerSerializer(many=True):
        seen = request.gateway_answers.permitted(self.context["request"].user, "referrals.view_gatewayanswer")
        return GatewayAnswerSerializer(seen.select_related("answered_by", "checked_by"), many=True).data


class ListGatewayRequests(RecordListEndpoint):
    model = GatewayRequest
    serializer_class = ListedGatewayRequestSerializer


class ViewGatewayRequest(RecordEndpoint):
    model = GatewayRequest
    serializer_class = GatewayRequestSerializer


class ViewGatewayAnswer(RecordEndpoint):
    model = GatewayAnswer
    serializer_class = GatewayAnswerSerializer


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
