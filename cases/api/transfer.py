"""The endpoints of a case that is offered to another area."""

from django.conf import settings
from django.shortcuts import resolve_url
from rest_framework import serializers

from cases import operations
from cases.forms import transfer as forms
from cases.models import Case, CaseTransfer
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint


class CaseTransferSerializer(serializers.ModelSerializer):
    case = serializers.CharField(source="case.reference")
    from_panel = serializers.CharField(source="from_panel.slug")
    to_area = serializers.CharField(source="to_area.slug")
    to_panel = serializers.CharField(source="to_panel.slug", default=None)

    class Meta:
        model = CaseTransfer
        fields = (
            "reference",
            "case",
            "from_panel",
            "to_area",
            "reason",
            "lawful_basis",
            "new_address",
            "effective_on",
            "summary",
            "needed",
            "stays",
            "offered_at",
            "signed_at",
            "to_panel",
            "placed_at",
            "outcome",
            "answer",
            "answered_at",
        )

    def to_representation(self, transfer):
        return super().to_representation(transfer) | transfer.words


class OfferToArea(OperationEndpoint):
    model = Case
    operation = operations.offer_to_area
    form_class = forms.OfferToAreaForm


class ViewCaseTransfer(RecordEndpoint):
    model = CaseTransfer
    serializer_class = CaseTransferSerializer


class SignTransfer(OperationEndpoint):
    model = CaseTransfer
    operation = operations.sign_transfer


class TakeBackTransfer(OperationEndpoint):
    model = CaseTransfer
    operation = operations.take_back_transfer


class PlaceTransfer(OperationEndpoint):
    model = CaseTransfer
    operation = operations.place_transfer
    form_class = forms.PlaceTransferForm


class DeclineTransfer(OperationEndpoint):
    model = CaseTransfer
    operation = operations.decline_transfer
    form_class = forms.DeclineTransferForm

    def destination(self, record, result):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
