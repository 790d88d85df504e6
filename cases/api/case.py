"""The endpoints of a case as a whole."""

from rest_framework import serializers

from cases.known import earlier_cases
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
        )


class OneCaseSerializer(CaseSerializer):
    earlier_cases = serializers.SerializerMethodField()

    class Meta(CaseSerializer.Meta):
        # A day on which somebody agreed is said with whether that is disputed (docs/adr/0026), so not in lists.
        fields = (*CaseSerializer.Meta.fields, "consent_given_on", "consent_is_disputed", "earlier_cases")

    def get_earlier_cases(self, case: Case) -> list[str]:
        which = {"individual": case.individual_id, "area": case.area_id, "pk__lt": case.pk}
        return [each.reference for each in earlier_cases(self.context["request"].user, **which)]


class ListCases(RecordListEndpoint):
    model = Case
    serializer_class = CaseSerializer


class ViewCase(RecordEndpoint):
    model = Case
    serializer_class = OneCaseSerializer
