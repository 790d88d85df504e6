"""The endpoints of the table of panels."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordListEndpoint
from referrals import operations
from referrals.forms import routing as forms
from referrals.models import RoutingRow


class RoutingRowSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")
    panel = serializers.CharField(source="panel.slug")

    class Meta:
        model = RoutingRow
        fields = ("reference", "area", "position", "youngest", "oldest", "lives_here", "kind_of_need", "panel")


class ListRoutingRows(RecordListEndpoint):
    model = RoutingRow
    serializer_class = RoutingRowSerializer

    def queryset(self, request):
        return RoutingRow.objects.standing()


class AddRoutingRow(OperationEndpoint):
    model = Area
    operation = operations.add_routing_row
    form_class = forms.RoutingRowForm


class ChangeRoutingRow(OperationEndpoint):
    model = RoutingRow
    operation = operations.change_routing_row
    form_class = forms.RoutingRowForm


class RemoveRoutingRow(OperationEndpoint):
    model = RoutingRow
    operation = operations.remove_routing_row
