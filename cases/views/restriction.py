"""The pages of restricted cases."""

from django.db.models import Prefetch

from cases import operations
from cases.forms.restriction import NameReaderForm, RestrictCaseForm
from cases.models import Case, LegalHold, NamedReader, Restriction
from prevent_cases.accounts.models import Area
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage, RecordPage


class RestrictCase(OperationPage):
    model = Case
    operation = operations.restrict_case
    form_class = RestrictCaseForm


class NameReader(OperationPage):
    model = Restriction
    operation = operations.name_reader
    form_class = NameReaderForm


class RemoveReader(OperationPage):
    model = NamedReader
    operation = operations.remove_reader
    form_class = Form


class LiftRestriction(OperationPage):
    model = Restriction
    operation = operations.lift_restriction
    form_class = Form


class Restrictions(RecordPage):
    """Which cases of an area are restricted, by reference: since when, whom to ask, and what holds them."""

    model = Area
    permission = "cases.list_restrictions"

    def context(self, request, record):
        known = Restriction.objects.permitted(request.user, "cases.know_of_restriction").standing()
        in_area = known.filter(case__area=record).select_related("case__owner", "restricted_by")
        holds = LegalHold.objects.permitted(request.user, "cases.view_legalhold").standing()
        held = Prefetch("case__legal_holds", holds, to_attr="holds_shown")
        return {"restrictions": in_area.order_by("restricted_at", "pk").prefetch_related(held)}
