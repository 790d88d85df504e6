"""The endpoints of the consent ledger, and of who was told."""

from typing import Any

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms.consent import AskingForm, BeingToldForm, BirthdayForm, OnDayForm
from cases.forms.contact_log import InErrorForm
from cases.known import with_disputes
from cases.models import BeingTold, Case, Consent, agreement_that_counts
from prevent_cases import clock
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, form_in_address
from prevent_cases.api.parts import part

IN_ERROR = ("in_error_at", "in_error_by", "in_error_reason")
ConsentLineSerializer = part(
    Consent,
    "reference", "answer", "answered_by", "answered_name", "responsibility", "capacity", "asked_by", "how",
    "answered_on", "wording", "language", "what_was_explained", "agreed_to", "ends_on", "ask_again_on", "own_view",
    "reason", "evidence", "recorded_by", "recorded_at", *IN_ERROR,
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip
BeingToldSerializer = part(
    BeingTold,
    "reference", "whom", "told", "on", "what", "because", "reason", "ask_again_on", "recorded_by", "recorded_at",
    *IN_ERROR,
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip


class ConsentSerializer(serializers.Serializer):
    """The ledger in the order in which it was written; ``in_force`` is the reference of the line support stands on, or
    stood on at the end of the day in ``?on=``, ``latest`` that of the last that had been answered by then, and
    ``unanswered`` that of the last by which it had been asked, where nobody had answered it by then.
    """

    on = serializers.DateField()
    in_force = serializers.CharField(allow_null=True)
    latest = serializers.CharField(allow_null=True)
    unanswered = serializers.CharField(allow_null=True)
    answers = serializers.SerializerMethodField()
    being_told = serializers.SerializerMethodField()

    def to_representation(self, case: Case) -> dict[str, Any]:
        request = self.context["request"]
        asked = form_in_address(OnDayForm, case, request).cleaned_data if request.query_params else {}
        case.on = asked.get("on", clock.today())
        for name, line in {
            "in_force": case.consents.in_force_on(case.on) if "on" in asked else agreement_that_counts(case),
            "latest": case.consents.latest_by(case.on),
            "unanswered": case.consents.unanswered_on(case.on),
        }.items():
            setattr(case, name, line and line.reference)
        return super().to_representation(case)

    def get_answers(self, case: Case) -> ConsentLineSerializer(many=True):
        lines = case.consents.select_related("recorded_by", "in_error_by")
        return ConsentLineSerializer(with_disputes("consent", lines), many=True).data

    def get_being_told(self, case: Case) -> BeingToldSerializer(many=True):
        told = case.being_told.select_related("recorded_by", "in_error_by")
        return BeingToldSerializer(with_disputes("being_told", told), many=True).data


class ConsentPage(RecordEndpoint):
    model = Case
    serializer_class = ConsentSerializer


class RecordAsking(OperationEndpoint):
    model = Case
    operation = operations.record_asking
    form_class = AskingForm


class RecordBirthday(OperationEndpoint):
    model = Case
    operation = operations.record_birthday
    form_class = BirthdayForm


class RecordConsentInError(OperationEndpoint):
    model = Consent
    operation = operations.record_consent_in_error
    form_class = InErrorForm


class RecordBeingTold(OperationEndpoint):
    model = Case
    operation = operations.record_being_told
    form_class = BeingToldForm


class RecordBeingToldInError(OperationEndpoint):
    model = BeingTold
    operation = operations.record_being_told_in_error
    form_class = InErrorForm
