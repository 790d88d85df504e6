"""The endpoints for the police's national system."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from referrals import operations
from referrals.forms.national import NationalReferenceForm
from referrals.models import Referral
from referrals.models.national import blocks


class BlockSerializer(serializers.Serializer):
    code = serializers.CharField()
    title = serializers.CharField()
    text = serializers.CharField()


class NationalFormSerializer(serializers.ModelSerializer):
    """The blocks of the national form, in its order."""

    blocks = serializers.SerializerMethodField()

    class Meta:
        model = Referral
        fields = ("reference", "national_reference", "blocks")

    def get_blocks(self, referral) -> BlockSerializer(many=True):
        return BlockSerializer(blocks(referral), many=True).data


class NationalForm(RecordEndpoint):
    model = Referral
    permission = "referrals.record_national_reference"
    serializer_class = NationalFormSerializer


class RecordNationalReference(OperationEndpoint):
    model = Referral
    operation = operations.record_national_reference
    form_class = NationalReferenceForm
