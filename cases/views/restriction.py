"""The pages of restricted cases."""

from cases import operations
from cases.forms.restriction import NameReaderForm, RestrictCaseForm
from cases.models import Case, NamedReader, Restriction
from cases.shown.areas import restrictions
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
        return {"restrictions": restrictions(record, request.user)}
