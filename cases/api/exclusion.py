"""The endpoints of named exclusions."""

from cases import operations
from cases.forms.exclusion import ExcludePersonForm
from cases.models import Case, Exclusion
from prevent_cases.api.endpoints import OperationEndpoint


class ExcludePerson(OperationEndpoint):
    model = Case
    operation = operations.exclude_person
    form_class = ExcludePersonForm


class EndExclusion(OperationEndpoint):
    model = Exclusion
    operation = operations.end_exclusion
