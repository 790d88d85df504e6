"""The endpoints of agreements on sharing."""

from rest_framework import serializers

from cases import operations
from cases.forms import agreement as forms
from cases.models import SharingAgreement
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


class SharingAgreementSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")

    class Meta:
        model = SharingAgreement
        fields = ("reference", "area", "title", "starts_on", "until", "state")


class WholeSharingAgreementSerializer(SharingAgreementSerializer):
    agencies = serializers.SerializerMethodField()

    class Meta(SharingAgreementSerializer.Meta):
        fields = (
            *SharingAgreementSerializer.Meta.fields,
            "agencies",
            "purpose",
            "kept_where",
            "ended_at",
            "ended_because",
        )

    def get_agencies(self, agreement: SharingAgreement) -> list[str]:
        return [party.agency.slug for party in agreement.parties.select_related("agency")]


class ListSharingAgreements(RecordListEndpoint):
    model = SharingAgreement
    serializer_class = SharingAgreementSerializer


class ViewSharingAgreement(RecordEndpoint):
    model = SharingAgreement
    serializer_class = WholeSharingAgreementSerializer


class RecordAgreement(OperationEndpoint):
    model = Area
    operation = operations.record_agreement
    form_class = forms.RecordAgreementForm


class EndAgreement(OperationEndpoint):
    model = SharingAgreement
    operation = operations.end_agreement
    form_class = forms.EndAgreementForm
