"""Keeping what the person or a parent disputes of what a panel decided, found or agreed, and answering it."""

from datetime import date

import actions.operations
from actions.models import Action, ActionDispute
from panels import permissions  # noqa: F401
from panels.models import AgendaItem, DecisionDispute, Review, obstacle_to_disputing
from panels.operations.minutes import ask_for_minutes_anew, ask_for_minutes_with
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays


@operation("panels.record_decision_dispute", unless=obstacle_to_disputing)
def record_decision_dispute(
    item: AgendaItem, *, by: User, whose: str, words: str, said_on: date, review: Review | None = None
) -> DecisionDispute:
    """Dispute kept. What is disputed stands, is never shown without it from now on, and the dispute is answered.

    It is of the decision, or of a ``review`` after support that was held here. Minutes that were made are made anew.
    """
    if said_on > clock.today():
        raise Refused("The day cannot be in the future.", field="said_on")
    decision = None if review else getattr(item, "decision", None)
    if (decision or review) is None or (decision or review).item_id != item.pk:
        raise Refused("Choose a review that was held here.", field="review")
    area = item.case.area
    dispute = DecisionDispute.objects.create(
        item=item,
        decision=decision,
        review=review,
        whose=whose,
        words=words,
        said_on=said_on,
        recorded_by=by,
        recorded_at=clock.now(),
        due_on=WorkingDays.of(area).due(clock.now(), TriagePolicy.of(area).disputes_answered_within),
    )
    ask_for_minutes_anew(item, by=by)
    return dispute


@operation("panels.answer_decision_dispute", unless=DecisionDispute.obstacle_to_answer)
def answer_decision_dispute(dispute: DecisionDispute, *, by: User, outcome: str, answer: str) -> None:
    """Dispute answered. The answer stands with it.

    Minutes that were made are made anew. Where it was wrong, the panel decides again, or looks again, at a meeting.
    """
    dispute.be_answered(by, outcome, answer)
    ask_for_minutes_anew(dispute.item, by=by)


@operation("actions.record_action_dispute", locked=False)
def record_action_dispute(action: Action, *, by: User, **said) -> ActionDispute:
    """Dispute kept. The action stays as it is, is never shown without it from now on, and the dispute is answered.

    Minutes that hold it are made anew. ``said`` is what :func:`actions.operations.record_action_dispute` takes.
    """
    dispute = actions.operations.record_action_dispute(action, by=by, **said)
    ask_for_minutes_with(action, by=by)
    return dispute


@operation("actions.answer_action_dispute", unless=ActionDispute.obstacle_to_answer)
def answer_action_dispute(dispute: ActionDispute, *, by: User, **said: str) -> None:
    """Dispute answered. The answer stands with it.

    Minutes that hold the action are made anew. ``said`` is what :func:`actions.operations.answer_action_dispute` takes.
    """
    actions.operations.answer_action_dispute(dispute, by=by, **said)
    ask_for_minutes_with(dispute.action, by=by)
