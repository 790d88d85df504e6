"""The pages of whose a case is."""

from django.urls import reverse

from cases import operations
from cases.forms.ownership import AllocateCaseForm, ArrangeCoverForm, HandOverCasesForm
from cases.models import Case, OwnerCover
from cases.shown.areas import owners
from prevent_cases.accounts.models import Area
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage, RecordPage


class AllocateCase(OperationPage):
    model = Case
    operation = operations.allocate_case
    form_class = AllocateCaseForm


class Owners(RecordPage):
    """How many live cases each coordinator of an area owns, who stands in for whom, and whose owner has left."""

    model = Area
    permission = "cases.view_owners"

    def context(self, request, record):
        return owners(record, request.user)


class OfOwners(OperationPage):
    """An operation that leads to the owners of the area."""

    model = Area

    def destination(self, record, result):
        return reverse("cases:owners", args=[record.slug])


class HandOverCases(OfOwners):
    operation = operations.hand_over_cases
    form_class = HandOverCasesForm

    def form(self, request, record, *data):
        form = super().form(request, record, *data)
        form.initial["owner"] = request.GET.get("owner", "")
        return form


class ArrangeCover(OfOwners):
    operation = operations.arrange_cover
    form_class = ArrangeCoverForm


class EndOwnerCover(OperationPage):
    model = OwnerCover
    operation = operations.end_owner_cover
    form_class = Form
