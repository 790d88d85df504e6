"""What a panel does with a case that it takes on from another."""

import cases.operations
from cases.models import Case, PanelOffer
from panels.models import ConferenceRequest
from panels.operations.meetings import put_on_next_agenda
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.operations import operation


@operation("cases.answer_panel_offer", unless=PanelOffer.obstacle_to_answering)
def answer_panel_offer(offer: PanelOffer, *, by: User, accepted: bool, answer: str = "") -> None:
    """Offer answered. Taken on, the case is on this panel's next agenda; the other panel decides on it no more."""
    cases.operations.answer_panel_offer(offer, by=by, accepted=accepted, answer=answer)
    if accepted:
        put_on_next_agenda(offer.case, by=by)
        _have_conferences_called_anew(offer.case)


def _have_conferences_called_anew(case: Case) -> None:
    """An urgent conference that the panel before was still to hold is called by this one: nothing urgent is lost."""
    called = ConferenceRequest.objects.filter(referral__carried_by__case=case, meeting__isnull=False).not_held()
    for request in called.exclude(meeting__panel=case.panel_id).order_by("pk"):
        if not ConferenceRequest.objects.filter(referral=request.referral_id).waiting().exists():
            request.change(meeting=None, called_by=None, called_at=None, organisers_told_at=None, members_told_at=None)
            later("panels.tell_organisers", request.pk)
