"""The endpoints of who stands in at an agency."""

from rest_framework import serializers

from cases import operations
from cases.forms.cover import NameCoverForm
from cases.models import Cover
from cases.shown.areas import covers
from prevent_cases.accounts.models import Agency
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint


class CoverSerializer(serializers.ModelSerializer):
    agency = serializers.CharField(source="agency.slug")
    away = serializers.CharField(source="away.name")
    covered_by = serializers.CharField(source="covered_by.name")

    class Meta:
        model = Cover
        fields = ("reference", "agency", "away", "covered_by", "starts_on", "until", "ended_at")


class AgencyCoverSerializer(serializers.Serializer):
    """Who is away at an agency, and who stands in, now and to come."""

    covers = serializers.SerializerMethodField()

    def get_covers(self, agency: Agency) -> CoverSerializer(many=True):
        return CoverSerializer(covers(agency, self.context["request"].user), many=True).data


class AgencyCover(RecordEndpoint):
    model = Agency
    permission = "cases.name_cover"
    serializer_class = AgencyCoverSerializer


class ListCovers(RecordListEndpoint):
    model = Cover
    serializer_class = CoverSerializer


class NameCover(OperationEndpoint):
    model = Agency
    operation = operations.name_cover
    form_class = NameCoverForm


class EndCover(OperationEndpoint):
    model = Cover
    operation = operations.end_cover
