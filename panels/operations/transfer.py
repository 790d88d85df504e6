"""What a panel does with a case that it takes on from another area."""

import actions.operations
import cases.operations
from cases.models import Case, CaseTransfer
from panels.operations.meetings import put_on_next_agenda
from panels.operations.urgent import take_conferences_along
from prevent_cases.accounts.models import User
from prevent_cases.operations import operation


@operation("cases.answer_transfer", unless=CaseTransfer.obstacle_to_answering)
def answer_transfer(transfer: CaseTransfer, *, by: User, accepted: bool, answer: str = "") -> Case | None:
    """Offer answered. Taken on, the case has begun here, and is on this panel's next agenda.

    What agencies of the other area still had to do is handed over with it, to be agreed anew here. An urgent conference
    that it did not hold is asked for here.
    """
    if accepted:
        actions.operations.hand_over_with_case(transfer, by=by)
    begun = cases.operations.answer_transfer(transfer, by=by, accepted=accepted, answer=answer)
    if begun:
        put_on_next_agenda(begun, by=by)
        take_conferences_along(transfer, begun, by=by)
    return begun
