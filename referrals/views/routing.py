"""The pages of the table of panels."""

from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage, fetched
from referrals import operations
from referrals.forms import routing as forms
from referrals.models import RoutingRow


class Routing(RecordPage):
    """The area's table, to whoever works there."""

    model = Area
    permission = "accounts.view_area"

    def context(self, request, record):
        rows = RoutingRow.objects.standing().filter(area=record).permitted(request.user, "referrals.view_routingrow")
        return {"rows": fetched(RoutingRow).filter(pk__in=rows.values("pk"))}


class AddRoutingRow(OperationPage):
    model = Area
    operation = operations.add_routing_row
    form_class = forms.RoutingRowForm


class ChangeRoutingRow(OperationPage):
    model = RoutingRow
    operation = operations.change_routing_row
    form_class = forms.RoutingRowForm


class RemoveRoutingRow(OperationPage):
    model = RoutingRow
    operation = operations.remove_routing_row
