"""What administrators decide and keep for their area, by subject."""

from prevent_cases.reference import permissions  # noqa: F401
from prevent_cases.reference.operations.policies import confirm_policy, decide_policy
from prevent_cases.reference.operations.working_days import override_day, withdraw_override

__all__ = ["confirm_policy", "decide_policy", "override_day", "withdraw_override"]
