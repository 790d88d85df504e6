"""The endpoints of the services that help instead."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms.onward import AddOnwardServiceForm
from prevent_cases.reference.models import AreaOnwardService, onward_services


class OnwardServiceSerializer(serializers.Serializer):
    """``onward_service`` is what a decision is sent, and says."""

    onward_service = serializers.CharField()
    name = serializers.CharField()


class OnwardServicesSerializer(serializers.Serializer):
    """Who can be named in an area, where a referral or a case ends with help from somebody else."""

    services = serializers.SerializerMethodField()

    def get_services(self, area: Area) -> OnwardServiceSerializer(many=True):
        found = [{"onward_service": kept_by, "name": name} for kept_by, name in onward_services(area.pk)]
        return OnwardServiceSerializer(found, many=True).data


class OnwardServices(RecordEndpoint):
    model = Area
    serializer_class = OnwardServicesSerializer


class AddOnwardService(OperationEndpoint):
    model = Area
    operation = operations.add_onward_service
    form_class = AddOnwardServiceForm


class RemoveOnwardService(OperationEndpoint):
    model = AreaOnwardService
    operation = operations.remove_onward_service
