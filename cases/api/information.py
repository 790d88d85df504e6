"""The endpoints of what agencies are asked, and answer."""

from rest_framework import serializers

from cases import operations
from cases.forms import information as forms
from cases.known import answers_known, read_requests
from cases.models import Case, InformationAnswer, InformationRequest
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


class InformationRequestSerializer(serializers.ModelSerializer):
    agency = serializers.CharField(source="agency.slug")

    class Meta:
        model = InformationRequest
        fields = ("reference", "agency", "asked_at", "due_on", "answered_at", "recalled_at")


class InformationAnswerSerializer(serializers.ModelSerializer):
    class Meta:
        model = InformationAnswer
        fields = ("answer", "why_not", "who_tells", "answered_at")


class WholeInformationRequestSerializer(InformationRequestSerializer):
    """With what is asked, whom it is about and the answer that counts: null where one may not know it."""

    given_names = serializers.CharField(source="case.individual.given_names")
    family_name = serializers.CharField(source="case.individual.family_name")
    born_on = serializers.DateField(source="case.individual.born_on", allow_null=True)
    answer = serializers.SerializerMethodField()

    class Meta(InformationRequestSerializer.Meta):
        fields = (
            *InformationRequestSerializer.Meta.fields,
            "given_names",
            "family_name",
            "born_on",
            "asked",
            "purpose",
            "lawful_basis",
            "until",
            "answer",
        )

    def get_answer(self, request: InformationRequest) -> dict | None:
        user = self.context["request"].user
        (read,) = read_requests(user, pk=request.pk)
        answer = answers_known(user, pk=read.last_answer).first()
        return InformationAnswerSerializer(answer).data if answer else None


class ListInformationRequests(RecordListEndpoint):
    model = InformationRequest
    serializer_class = InformationRequestSerializer


class ViewInformationRequest(RecordEndpoint):
    model = InformationRequest
    serializer_class = WholeInformationRequestSerializer


class AskForInformation(OperationEndpoint):
    model = Case
    operation = operations.ask_for_information
    form_class = forms.AskForInformationForm


class AnswerInformationRequest(OperationEndpoint):
    model = InformationRequest
    operation = operations.answer_information_request
    form_class = forms.AnswerInformationRequestForm


class AnswerInformationRequestAnew(AnswerInformationRequest):
    operation = operations.answer_information_request_anew


class MoveInformationRequest(OperationEndpoint):
    model = InformationRequest
    operation = operations.move_information_request
    form_class = forms.MoveInformationRequestForm


class RecallInformationRequest(OperationEndpoint):
    model = InformationRequest
    operation = operations.recall_information_request
    form_class = forms.RecallInformationRequestForm
