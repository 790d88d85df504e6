"""What a panel does with a case that it takes on from another."""

import cases.operations
from cases.models import PanelOffer
from panels.operations.meetings import put_on_next_agenda
from prevent_cases.accounts.models import User
from prevent_cases.operations import operation


@operation("cases.answer_panel_offer", unless=PanelOffer.obstacle_to_answering)
def answer_panel_offer(offer: PanelOffer, *, by: User, accepted: bool, answer: str = "") -> None:
    """Offer answered. Taken on, the case is on this panel's next agenda; the other panel decides on it no more."""
    cases.operations.answer_panel_offer(offer, by=by, accepted=accepted, answer=answer)
    if accepted:
        put_on_next_agenda(offer.case, by=by)
