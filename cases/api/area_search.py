"""The endpoint of who searched all cases of an area, and for what purpose."""

from rest_framework import serializers

from cases.models import AreaSearch
from prevent_cases.api.endpoints import RecordListEndpoint


class AreaSearchSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")
    searched_by = serializers.CharField(source="searched_by.name")

    class Meta:
        model = AreaSearch
        fields = ("reference", "area", "purpose", "searched_by", "searched_at")


class ListAreaSearches(RecordListEndpoint):
    model = AreaSearch
    serializer_class = AreaSearchSerializer
