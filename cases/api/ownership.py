"""The endpoints of whose a case is."""

from cases import operations
from cases.forms.ownership import AllocateCaseForm, ArrangeCoverForm, HandOverCasesForm
from cases.models import Case, OwnerCover
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint


class AllocateCase(OperationEndpoint):
    model = Case
    operation = operations.allocate_case
    form_class = AllocateCaseForm


class HandOverCases(OperationEndpoint):
    model = Area
    operation = operations.hand_over_cases
    form_class = HandOverCasesForm


class ArrangeCover(OperationEndpoint):
    model = Area
    operation = operations.arrange_cover
    form_class = ArrangeCoverForm


class EndOwnerCover(OperationEndpoint):
    model = OwnerCover
    operation = operations.end_owner_cover
