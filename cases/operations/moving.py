"""The ways of a case by its panel's decision, and its end by whoever ends it."""

from datetime import date

from cases.models import LIVE, Case, Stage
from cases.operations.interventions import stop_support
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.decide_case", unless=Case.obstacle_to_change)
def move_case(
    case: Case, *, by: User, stage: str, reassess_on: date | None = None, nothing_follows: bool = False
) -> None:
    """Case moved on by its panel's decision.

    Where the panel withdraws support, it says on which day it assesses anew. Where it ends for a reason after which
    nothing follows, nobody looks back on it.
    """
    # Back from support to being asked leads what becomes of the consent, and no decision of a panel.
    asks_again = case.stage == Stage.ACTIVE and stage == Stage.CONSENT_PENDING
    # And to another area leads that area's answer.
    had_support = case.stage == Stage.ACTIVE or case.is_agreed_no_more or case.is_withdrawn
    no_support = stage == Stage.EXITED and not had_support
    if asks_again or no_support or stage == Stage.TRANSFERRED or not case.may_become(stage):
        raise Refused(f"A case that is at “{case.get_stage_display().lower()}” cannot go there.", field="judgement")
    if case.stage == Stage.ACTIVE and stage == Stage.AWAITING_PANEL and not reassess_on:
        raise Refused("Choose the day on which the panel assesses anew.", field="reassess_on")
    # What they agreed to was the plan before: of a new one they are asked.
    asked = {"consent_given_on": None, "consent_ends_on": None} if stage == Stage.CONSENT_PENDING else {}
    go_to(case, stage, field="judgement", reassess_on=reassess_on, nothing_follows=nothing_follows, **asked)


def go_to(case: Case, stage: str, *, field: str, nothing_follows: bool = False, **values: date | None) -> None:
    """Move it, to an end once everything in it has been seen to. Whoever gives support is told that it has stopped."""
    if stage not in LIVE and (obstacle := case.obstacle_to_ending()):
        raise Refused(obstacle, field=field)
    if case.stage == Stage.ACTIVE:
        stop_support(case)
    if nothing_follows:
        values |= {"nothing_follows": True, "review_after_support_on": None}
    case.become(stage, **values)
