"""The ways of a case by its panel's decision."""

from cases.models import Case
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.decide_case", unless=Case.obstacle_to_change)
def move_case(case: Case, *, by: User, stage: str) -> None:
    """Case moved on by its panel's decision."""
    if not case.may_become(stage):
        raise Refused(f"A case that is at “{case.get_stage_display().lower()}” cannot go there.", field="judgement")
    case.become(stage)
