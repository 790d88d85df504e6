"""What administrators decide and keep for their area, by subject."""

from prevent_cases.reference import permissions  # noqa: F401
from prevent_cases.reference.operations.contacts import add_contact, change_contact, remove_contact
from prevent_cases.reference.operations.ending import add_end_reason, retire_end_reason
from prevent_cases.reference.operations.frameworks import confirm_framework, put_framework_forward, retire_framework
from prevent_cases.reference.operations.onward import add_onward_service, remove_onward_service
from prevent_cases.reference.operations.policies import confirm_policy, decide_policy
from prevent_cases.reference.operations.school_holidays import add_school_holiday, withdraw_school_holiday
from prevent_cases.reference.operations.working_days import override_day, withdraw_override

__all__ = [
    "add_contact",
    "add_end_reason",
    "add_onward_service",
    "add_school_holiday",
    "change_contact",
    "confirm_framework",
    "confirm_policy",
    "decide_policy",
    "override_day",
    "put_framework_forward",
    "remove_contact",
    "remove_onward_service",
    "retire_end_reason",
    "retire_framework",
    "withdraw_override",
    "withdraw_school_holiday",
]
