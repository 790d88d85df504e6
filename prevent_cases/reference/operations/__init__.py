"""What administrators decide and keep for their area, by subject."""

from prevent_cases.reference import permissions  # noqa: F401
from prevent_cases.reference.operations.contacts import add_contact, change_contact, remove_contact
from prevent_cases.reference.operations.policies import confirm_policy, decide_policy
from prevent_cases.reference.operations.working_days import override_day, withdraw_override

__all__ = [
    "add_contact",
    "change_contact",
    "confirm_policy",
    "decide_policy",
    "override_day",
    "remove_contact",
    "withdraw_override",
]
