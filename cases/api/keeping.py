"""The endpoints of legal holds, and of the review that keeps a case."""

from rest_framework import serializers

from cases import operations
from cases.forms import keeping as forms
from cases.models import Case, LegalHold
from cases.permissions.keeping import address_for
from prevent_cases.access import rules
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint

# For whoever answers for keeping alone.
OF_THE_MATTER = ("matter", "reason", "ended_because")


class LegalHoldSerializer(serializers.ModelSerializer):
    """Of what matter it is, and why, stands there for whoever may review it, and is empty for others."""

    case = serializers.CharField(source="case.reference")
    next_review_on = serializers.SerializerMethodField()

    class Meta:
        model = LegalHold
        fields = ("reference", "case", "placed_at", "carried_at", "next_review_on", "ended_at", *OF_THE_MATTER)

    def get_next_review_on(self, hold: LegalHold) -> str:
        return LegalHold.objects.with_next_review().get(pk=hold.pk).next_review_on.isoformat()

    def to_representation(self, hold: LegalHold) -> dict:
        said = super().to_representation(hold)
        may_read = rules["cases.review_legal_hold"].permits(self.context["request"].user, hold)
        return said if may_read else said | dict.fromkeys(OF_THE_MATTER, "")


class ViewLegalHold(RecordEndpoint):
    model = LegalHold
    serializer_class = LegalHoldSerializer


class PlaceLegalHold(OperationEndpoint):
    model = Case
    operation = operations.place_legal_hold
    form_class = forms.PlaceLegalHoldForm


class ReviewLegalHold(OperationEndpoint):
    model = LegalHold
    operation = operations.review_legal_hold
    form_class = forms.ReviewLegalHoldForm


class EndLegalHold(OperationEndpoint):
    model = LegalHold
    operation = operations.end_legal_hold
    form_class = forms.EndLegalHoldForm


class KeepCase(OperationEndpoint):
    model = Case
    operation = operations.keep_case
    form_class = forms.KeepCaseForm

    def destination(self, record, result):
        return address_for(self.request.user, record)


class SignKeeping(KeepCase):
    operation = operations.sign_keeping
    form_class = forms.SignKeepingForm
