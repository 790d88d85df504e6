"""The endpoints of whose a case is."""

from typing import Any

from rest_framework import serializers

from cases import operations
from cases.forms.ownership import AllocateCaseForm, ArrangeCoverForm, HandOverCasesForm
from cases.models import Case, OwnerCover
from cases.shown.areas import owners
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part

OwnerCoverSerializer = part(OwnerCover, "reference", "away", "covered_by", "starts_on", "until")


class OwnerSerializer(serializers.Serializer):
    owner = serializers.CharField()
    live_cases = serializers.IntegerField()


class OwnersSerializer(serializers.Serializer):
    """Who coordinates in an area, who owns live cases and no longer does, and who stands in for whom."""

    coordinators = OwnerSerializer(many=True)
    left = OwnerSerializer(many=True)
    covers = OwnerCoverSerializer(many=True)

    def to_representation(self, area: Area) -> dict[str, Any]:
        shown = owners(area, self.context["request"].user)
        counted = {
            name: [{"owner": owner, "live_cases": number} for owner, number in shown[name]]
            for name in ("coordinators", "left")
        }
        return super().to_representation(shown | counted)


class Owners(RecordEndpoint):
    model = Area
    permission = "cases.view_owners"
    serializer_class = OwnersSerializer


class AllocateCase(OperationEndpoint):
    model = Case
    operation = operations.allocate_case
    form_class = AllocateCaseForm


class HandOverCases(OperationEndpoint):
    model = Area
    operation = operations.hand_over_cases
    form_class = HandOverCasesForm


class ArrangeCover(OperationEndpoint):
    model = Area
    operation = operations.arrange_cover
    form_class = ArrangeCoverForm


class EndOwnerCover(OperationEndpoint):
    model = OwnerCover
    operation = operations.end_owner_cover
