"""Agreeing an action, doing it, and what is disputed of it."""

from datetime import date

from actions import permissions  # noqa: F401
from actions.models import Action, ActionDispute
from cases.models import Case, CaseTransfer, Level
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals.operations import refuse_if_held


@operation("actions.agree_action", unless=Case.obstacle_to_change)
def agree_action(case: Case, *, by: User, agency: Agency, what: str, due_on: date) -> Action:
    """Action agreed."""
    refuse_if_held(case.individual, by=by)
    if due_on < clock.today():
        raise Refused("The day it is due cannot be in the past.", field="due_on")
    if not case.is_open_to(agency, *Level.codenames(Level.CONTRIBUTE)):
        raise Refused(
            f"This case is not shared with {agency.name}, so that they could do it. Share it first.", field="agency"
        )
    return Action.objects.create(
        case=case, area=case.area, agency=agency, what=what, due_on=due_on, agreed_by=by, agreed_at=clock.now()
    )


@operation("actions.complete_action", unless=Action.obstacle_to_completion)
def hand_over_action(action: Action, *, by: User, handed_over_to: str, outcome: str) -> None:
    """Action handed over. Somebody else goes on with it, outside this case."""
    action.change(handed_over_to=handed_over_to, outcome=outcome, done_by=by, done_at=clock.now())


@operation("cases.answer_transfer", unless=CaseTransfer.obstacle_to_answering)
def hand_over_with_case(transfer: CaseTransfer, *, by: User) -> None:
    """Open actions handed over with the case. Which of them its new panel wants done, and by whom, is agreed anew."""
    # Locked: one that is agreed at this moment is agreed first, and handed over as well.
    case = Case.objects.select_for_update(no_key=True).get(pk=transfer.case_id)
    for action in case.actions.filter(done_at=None).select_for_update(no_key=True).order_by("pk"):
        action.change(
            handed_over_to=transfer.handed_over_to,
            outcome="Handed over with the case, to be agreed anew there.",
            done_by=by,
            done_at=clock.now(),
        )


@operation("actions.complete_action", unless=Action.obstacle_to_completion)
def complete_action(action: Action, *, by: User, outcome: str) -> None:
    """Action done. What came of it is kept."""
    action.change(outcome=outcome, done_by=by, done_at=clock.now())


@operation("actions.record_action_in_error", unless=Action.obstacle_to_error)
def record_action_in_error(action: Action, *, by: User, reason: str) -> None:
    """Said that this action was recorded in error. It stays, and nobody is to do it."""
    if action.done_at is None:
        action.change(outcome="Recorded in error.", done_by=by, done_at=clock.now())
    action.say_in_error(by, reason)


@operation("actions.record_action_dispute", locked=False)
def record_action_dispute(action: Action, *, by: User, whose: str, words: str, said_on: date) -> ActionDispute:
    """Dispute kept. The action stays as it is, is never shown without it from now on, and the dispute is answered."""
    if said_on > clock.today():
        raise Refused("The day cannot be in the future.", field="said_on")
    within = TriagePolicy.of(action.area).disputes_answered_within
    return ActionDispute.objects.create(
        action=action,
        whose=whose,
        words=words,
        said_on=said_on,
        recorded_by=by,
        recorded_at=clock.now(),
        due_on=WorkingDays.of(action.area).due(clock.now(), within),
    )


@operation("actions.answer_action_dispute", unless=ActionDispute.obstacle_to_answer)
def answer_action_dispute(dispute: ActionDispute, *, by: User, outcome: str, answer: str) -> None:
    """Dispute answered. The answer stands with it."""
    dispute.be_answered(by, outcome, answer)
