"""The pages on which administrators keep their area's own reasons for which cases end."""

from typing import Any

from django.http import HttpRequest

from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.reference import operations
from prevent_cases.reference.forms.ending import AddEndReasonForm
from prevent_cases.reference.models import AreaEndReason, CaseEndReason


class EndReasons(RecordPage):
    """What can be named in an area, and what of it is the area's own or was."""

    model = Area
    permission = "accounts.keep_area"

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        own = AreaEndReason.objects.permitted(request.user, "reference.view_areaendreason").filter(area=record)
        return {"of_all": CaseEndReason.objects.current(), "own": own}


class AddEndReason(OperationPage):
    model = Area
    operation = operations.add_end_reason
    form_class = AddEndReasonForm


class RetireEndReason(OperationPage):
    model = AreaEndReason
    operation = operations.retire_end_reason
