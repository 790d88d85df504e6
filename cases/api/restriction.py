"""The endpoints of restricted cases."""

from cases import operations
from cases.forms.restriction import NameReaderForm, RestrictCaseForm
from cases.models import Case, NamedReader, Restriction
from prevent_cases.api.endpoints import OperationEndpoint


class RestrictCase(OperationEndpoint):
    model = Case
    operation = operations.restrict_case
    form_class = RestrictCaseForm


class NameReader(OperationEndpoint):
    model = Restriction
    operation = operations.name_reader
    form_class = NameReaderForm


class RemoveReader(OperationEndpoint):
    model = NamedReader
    operation = operations.remove_reader


class LiftRestriction(OperationEndpoint):
    model = Restriction
    operation = operations.lift_restriction
