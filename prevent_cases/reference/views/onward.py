"""The pages on which administrators keep what their area calls the services that help instead."""

from typing import Any

from django.http import HttpRequest

from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference import operations
from prevent_cases.reference.forms.onward import AddOnwardServiceForm
from prevent_cases.reference.models import AreaOnwardService, onward_services


class OnwardServices(RecordPage):
    """What can be named in an area, and what of it is the area's own."""

    model = Area
    permission = "accounts.keep_area"

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        own = AreaOnwardService.objects.permitted(request.user, "reference.view_areaonwardservice")
        kept = {each.reference: each for each in own.current().filter(area=record).select_related("instead_of")}
        return {"services": [(name, kept.get(kept_by)) for kept_by, name in onward_services(record.pk)]}


class AddOnwardService(OperationPage):
    model = Area
    operation = operations.add_onward_service
    form_class = AddOnwardServiceForm


class RemoveOnwardService(OperationPage):
    model = AreaOnwardService
    operation = operations.remove_onward_service
