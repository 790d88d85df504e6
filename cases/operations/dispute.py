"""Keeping what the person or a parent disputes of a case, and answering it."""

from datetime import date

from cases.models import Case, Dispute
from cases.permissions.dispute import READ
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays


@operation("cases.record_dispute", locked=False)
def record_dispute(case: Case, *, by: User, of: Record, whose: str, words: str, said_on: date) -> Dispute:
    """Dispute kept. What is disputed stays as it is, is never shown without it from now on, and is answered."""
    if said_on > clock.today():
        raise Refused("The day cannot be in the future.", field="said_on")
    name = next((name for name, (model, _) in READ.items() if isinstance(of, model)), None)
    if name is None or of.case_id != case.pk or not READ[name][1].permits(by, of):
        raise Refused("Choose something of this case that you may read.", field="of")
    within = TriagePolicy.of(case.area).disputes_answered_within
    return Dispute.objects.create(
        case=case,
        whose=whose,
        words=words,
        said_on=said_on,
        recorded_by=by,
        recorded_at=clock.now(),
        due_on=WorkingDays.of(case.area).due(clock.now(), within),
        **{name: of},
    )


@operation("cases.answer_dispute", unless=Dispute.obstacle_to_answer)
def answer_dispute(dispute: Dispute, *, by: User, outcome: str, answer: str) -> None:
    """Dispute answered. The answer stands with it."""
    dispute.be_answered(by, outcome, answer)
