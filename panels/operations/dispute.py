"""Keeping what the person or a parent disputes of a panel's decision, and answering it."""

from datetime import date

from panels import permissions  # noqa: F401
from panels.models import AgendaItem, DecisionDispute, obstacle_to_disputing
from panels.operations.minutes import ask_for_minutes_anew
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays


@operation("panels.record_decision_dispute", unless=obstacle_to_disputing)
def record_decision_dispute(item: AgendaItem, *, by: User, whose: str, words: str, said_on: date) -> DecisionDispute:
    """Dispute kept. The decision stands, is never shown without it from now on, and the dispute is answered.

    Minutes that were made are made anew.
    """
    if said_on > clock.today():
        raise Refused("The day cannot be in the future.", field="said_on")
    area = item.case.area
    dispute = DecisionDispute.objects.create(
        decision=item.decision,
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

    Minutes that were made are made anew. Where the decision was wrong, the panel decides again at a meeting.
    """
    dispute.change(outcome=outcome, answer=answer, answered_by=by, answered_at=clock.now())
    ask_for_minutes_anew(dispute.decision.item, by=by)
