"""The pages of whose a case is."""

from django.db.models import Count
from django.urls import reverse

from cases import operations
from cases.forms.ownership import AllocateCaseForm, ArrangeCoverForm, HandOverCasesForm
from cases.models import Case, OwnerCover, coordinators_of, without_owner
from prevent_cases.accounts.models import Area, User
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
        # Nobody reads from a number that there is a case that they may not see.
        seen = Case.objects.permitted(request.user, "cases.view_case").filter(area=record)
        live = seen.filter(ended_at=None).order_by()
        owned = dict(live.values_list("owner").annotate(Count("pk")))
        left = without_owner(seen).values("owner")
        covers = OwnerCover.objects.permitted(request.user, "cases.view_ownercover").to_come().filter(area=record)
        return {
            "coordinators": [(each, owned.get(each.pk, 0)) for each in coordinators_of(record)],
            "left": [(each, owned[each.pk]) for each in User.objects.filter(pk__in=left).order_by("name", "pk")],
            "covers": covers.select_related("away", "covered_by"),
        }


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
