"""The endpoints of a case as a whole."""

from rest_framework import serializers

from cases.models import Case
from prevent_cases.api.endpoints import RecordEndpoint, RecordListEndpoint


class CaseSerializer(serializers.ModelSerializer):
    initials = serializers.CharField(source="individual.initials")
    age = serializers.IntegerField(source="individual.age", allow_null=True)
    area = serializers.CharField(source="area.slug")
    panel = serializers.CharField(source="panel.slug")

    class Meta:
        model = Case
        fields = (
            "reference",
            "stage",
            "initials",
            "age",
            "area",
            "panel",
            "opened_at",
            "ended_at",
            "retention_review_on",
            "consent_given_on",
        )


class ListCases(RecordListEndpoint):
    model = Case
    serializer_class = CaseSerializer


class ViewCase(RecordEndpoint):
    model = Case
    serializer_class = CaseSerializer
