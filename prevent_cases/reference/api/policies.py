"""The endpoints by which administrators decide about the work of their area."""

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms import policies as forms
from prevent_cases.reference.models import DecidedByTwo, Policy


class DecidePolicy(OperationEndpoint):
    model = Area
    operation = operations.decide_policy

    @classmethod
    def of(cls, policy: type[Policy]) -> type["DecidePolicy"]:
        return type(f"Decide{policy.__name__}", (cls,), {"form_class": forms.DecidePolicyForm.of(policy)})


class ConfirmPolicy(OperationEndpoint):
    model = Area
    operation = operations.confirm_policy

    @classmethod
    def of(cls, policy: type[DecidedByTwo]) -> type["ConfirmPolicy"]:
        return type(f"Confirm{policy.__name__}", (cls,), {"form_class": forms.ConfirmPolicyForm.of(policy)})
