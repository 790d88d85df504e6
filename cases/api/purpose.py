"""The endpoints of saying for what one opens a case, and of who said so."""

from rest_framework import serializers

from cases import operations
from cases.forms.purpose import SayPurposeForm
from cases.models import Case, Purpose
from cases.shown.noticed import lay_noticed
from prevent_cases.api.endpoints import OperationEndpoint, RecordListEndpoint


class PurposeSerializer(serializers.ModelSerializer):
    case = serializers.CharField(source="case.reference")
    said_by = serializers.CharField(source="said_by.name")
    noticed = serializers.ListField(
        child=serializers.CharField(), help_text="What tells that they may know the person."
    )

    class Meta:
        model = Purpose
        fields = ("reference", "case", "kind", "words", "said_by", "said_at", "ends_at", "noticed")


class SayPurpose(OperationEndpoint):
    model = Case
    operation = operations.say_purpose
    form_class = SayPurposeForm

    def destination(self, record, result):
        return record.get_absolute_url()


class ListPurposes(RecordListEndpoint):
    model = Purpose
    serializer_class = PurposeSerializer

    def lay_beside(self, records):
        lay_noticed(records, "said_by")
