"""The endpoints of what agencies are asked, and answer."""

from typing import Any

from rest_framework import serializers

from cases import operations
from cases.api.contributions import ContributionSerializer
from cases.api.cover import CoverSerializer
from cases.api.dispute import DisputeSerializer
from cases.forms import information as forms
from cases.known import answers_known, with_disputes
from cases.models import Case, Contribution, InformationAnswer, InformationRequest
from cases.shown.information import Asked, information, shown_request
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


class InformationRequestSerializer(serializers.ModelSerializer):
    agency = serializers.CharField(source="agency.slug")

    class Meta:
        model = InformationRequest
        fields = ("reference", "agency", "asked_at", "due_on", "answered_at", "recalled_at")


RELEASED = ("law_enforcement", "confidentiality_by", "confidentiality_ground", "confidentiality_words")


class InformationAnswerSerializer(serializers.ModelSerializer):
    """On whose word it was let go of is said here, unless something was shared: then it is said with that, for those
    for whom it is marked.
    """

    disputes = DisputeSerializer(source="said_against", many=True)

    class Meta:
        model = InformationAnswer
        fields = (
            "answer", "why_not", "who_tells", "answered_at", "in_error_at", "in_error_reason", *RELEASED, "disputes",
        )  # fmt: skip

    def to_representation(self, answer: InformationAnswer) -> dict[str, Any]:
        given = super().to_representation(answer)
        return given | dict.fromkeys(RELEASED) if answer.contribution_id else given


class WholeInformationRequestSerializer(InformationRequestSerializer):
    """With what is asked, whom it is about, the answer that counts (null where one may not know it), and all answers
    that one may know, newest first.
    """

    given_names = serializers.CharField(source="case.individual.given_names")
    family_name = serializers.CharField(source="case.individual.family_name")
    born_on = serializers.DateField(source="case.individual.born_on", allow_null=True)
    answer = InformationAnswerSerializer(allow_null=True)
    answers = InformationAnswerSerializer(many=True)

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
            "answers",
        )

    def to_representation(self, request: InformationRequest) -> dict[str, Any]:
        user = self.context["request"].user
        request.answers = with_disputes("information_answer", answers_known(user, request=request).order_by("-pk"))
        request.answer = shown_request(request, user, request.answers).said
        return super().to_representation(request)


class AskedSerializer(InformationRequestSerializer):
    """A request with the answer that counts: null where one may not know it."""

    asked_by = serializers.CharField(source="asked_by.name")
    state = serializers.CharField()
    hint = serializers.CharField()
    answer = InformationAnswerSerializer(allow_null=True)
    stand_in = CoverSerializer(many=True)

    class Meta(InformationRequestSerializer.Meta):
        fields = (
            *InformationRequestSerializer.Meta.fields, "asked_by", "state", "hint", "answer", "stand_in",
        )  # fmt: skip

    def to_representation(self, asked: Asked) -> dict[str, Any]:
        request = asked.request
        request.state, request.hint, request.answer, request.stand_in = (
            asked.state, asked.hint, asked.said, asked.covers,
        )  # fmt: skip
        return super().to_representation(request)


class SharedSerializer(ContributionSerializer):
    """What an agency shared: its words are null to those for whom it is not marked."""

    shared_by = serializers.CharField(source="shared_by.name")
    disputes = DisputeSerializer(many=True, source="said_against")

    class Meta(ContributionSerializer.Meta):
        fields = (
            *ContributionSerializer.Meta.fields, "shared_by", "withdrawn_because", "text", *RELEASED, "disputes",
        )  # fmt: skip

    def to_representation(self, shared: Contribution) -> dict[str, Any]:
        given = super().to_representation(shared)
        return given if shared.may_read else given | dict.fromkeys(("text", *RELEASED, "disputes"))


class InformationSerializer(serializers.Serializer):
    """What agencies were asked about a case and answered, and what they have shared, as far as its reader may know."""

    reference = serializers.CharField()
    asked = AskedSerializer(many=True)
    shared = SharedSerializer(many=True)

    def to_representation(self, case: Case) -> dict[str, Any]:
        shown = information(case, self.context["request"].user)
        said = {"reference": case.reference, "asked": shown["asked"], "shared": shown["contributions"]}
        return super().to_representation(said)


class Information(RecordEndpoint):
    model = Case
    serializer_class = InformationSerializer


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


class RecordAnswerInError(OperationEndpoint):
    model = InformationRequest
    operation = operations.record_answer_in_error
    form_class = forms.AnswerInErrorForm


class MoveInformationRequest(OperationEndpoint):
    model = InformationRequest
    operation = operations.move_information_request
    form_class = forms.MoveInformationRequestForm


class RecallInformationRequest(OperationEndpoint):
    model = InformationRequest
    operation = operations.recall_information_request
    form_class = forms.RecallInformationRequestForm
