"""The ways of a case by its panel's decision."""

from cases.models import LIVE, UNANSWERED_WORRY, Case, Stage
from cases.operations.interventions import stop_support
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.decide_case", unless=Case.obstacle_to_change)
def move_case(case: Case, *, by: User, stage: str) -> None:
    """Case moved on by its panel's decision."""
    # Back from support to being asked leads what becomes of the consent, and no decision of a panel.
    asks_again = case.stage == Stage.ACTIVE and stage == Stage.CONSENT_PENDING
    # And to another area leads that area's answer.
    no_support = stage == Stage.EXITED and not (case.stage == Stage.ACTIVE or case.is_agreed_no_more)
    if asks_again or no_support or stage == Stage.TRANSFERRED or not case.may_become(stage):
        raise Refused(f"A case that is at “{case.get_stage_display().lower()}” cannot go there.", field="judgement")
    if stage not in LIVE and case.has_unanswered_worry:
        raise Refused(UNANSWERED_WORRY, field="judgement")
    if case.stage == Stage.ACTIVE:
        stop_support(case)
    case.become(stage)
