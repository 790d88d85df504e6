"""Offering a case to another panel of its area, and answering that: a handshake between two chairs."""

from cases.models import Case, OfferedBecause, OfferOutcome, PanelOffer, Stage, chairs_of
from cases.operations.ownership import seen_to_by
from cases.permissions.panel_offer import view_paneloffer
from prevent_cases import clock
from prevent_cases.access import is_shut
from prevent_cases.accounts.models import Panel, PanelKind, User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation


@operation("cases.offer_to_panel", unless=Case.obstacle_to_change)
def offer_to_panel(case: Case, *, by: User, panel: Panel, because: str, note: str) -> PanelOffer:
    """Case offered to another panel, whose chair is told. Until they take it on, its own panel answers for it.

    A panel acting as Channel takes nobody on before the section 36 decision, which is asked from now on.
    """
    if panel.area_id != case.area_id or panel.kind == PanelKind.BOARD:
        raise Refused("Choose a panel of this area that takes cases.", field="panel")
    if panel == case.panel:
        raise Refused("The case is with this panel already.", field="panel")
    if offer := case.panel_offers.waiting().select_related("to_panel").first():
        raise Refused(f"It is offered to {offer.to_panel} already, which has not answered.")
    if offer := case.area_offers.waiting().select_related("to_area").first():
        raise Refused(f"It is offered to {offer.to_area}, which has not answered. Take that back first.")
    up, down = panel.acts_as_channel, case.panel.acts_as_channel
    if because == OfferedBecause.STEP_UP and not (up and not down):
        raise Refused("That is stepping up to Channel: from a panel that does not act as Channel to one that does.")
    if because == OfferedBecause.STEP_DOWN and not (down and not up):
        raise Refused("That is stepping down from Channel: from a panel that acts as Channel to one that does not.")
    if not any(not is_shut(person, case) for person in chairs_of(panel)):
        raise Refused("Nobody who chairs that panel could see this case. See who can see it, and why.", field="panel")
    offer = PanelOffer.objects.create(
        case=case,
        from_panel=case.panel,
        to_panel=panel,
        because=because,
        note=note,
        offered_by=by,
        offered_at=clock.now(),
    )
    _ask_section36(case)
    later("cases.tell_of_panel_offer", offer.pk)
    return offer


@operation("cases.answer_panel_offer", unless=PanelOffer.obstacle_to_answering)
def answer_panel_offer(offer: PanelOffer, *, by: User, accepted: bool, answer: str = "") -> None:
    """Offer answered. Taken on, the case is this panel's: the same file, and this panel's chair sees it.

    It stays at its stage, since support goes on and agreement stands. Only where it waited for the section 36 decision,
    and this panel asks for none, does it wait for the panel instead.
    """
    # Locked: a decision or an answer about support is made before this, or finds the case with its new panel.
    case = offer.case = Case.objects.select_for_update(no_key=True).get(pk=offer.case_id)
    if accepted:
        if obstacle := case.obstacle_to_change() or offer.obstacle_to_taking_on():
            raise Refused(obstacle, field="accepted")
        _answer(offer, OfferOutcome.ACCEPTED, answer, by)
        case.change(panel=offer.to_panel)
        if case.is_before_section36 and not case.panel.acts_as_channel:
            case.become(Stage.AWAITING_PANEL)
    else:
        if not answer:
            raise Refused("Say why the panel does not take it on.", field="answer")
        _answer(offer, OfferOutcome.DECLINED, answer, by)
    _ask_section36(case)
    later("cases.tell_of_answer_to_offer", offer.pk)


@operation("cases.take_back_panel_offer", unless=PanelOffer.obstacle_to_answering)
def take_back_panel_offer(offer: PanelOffer, *, by: User) -> None:
    """Offer taken back. The case stays with its panel."""
    _answer(offer, OfferOutcome.TAKEN_BACK, "", by)
    _ask_section36(Case.objects.select_for_update(no_key=True).get(pk=offer.case_id))


def _answer(offer: PanelOffer, outcome: str, answer: str, by: User) -> None:
    offer.change(outcome=outcome, answer=answer, answered_by=by, answered_at=clock.now())


def _ask_section36(case: Case) -> None:
    """Ask for the section 36 decision where the panel that it is with, or is offered to, acts as Channel."""
    awaits = case.is_due_section36
    if case.awaits_section36 != awaits:
        case.change(awaits_section36=awaits)


@operation("cases.write_of_panel_offer", unless=PanelOffer.obstacle_to_telling)
def tell_of_panel_offer(offer: PanelOffer, *, by: User) -> None:
    """Whoever chairs the other panel told by e-mail that a case is offered to it."""
    for person in chairs_of(offer.to_panel):
        if not is_shut(person, offer):
            key = f"offered-{offer.reference}-{person.reference}"
            send_mail("cases/email/offered_to_panel.txt", to=person, key=key, path=offer.get_absolute_url())


@operation("cases.write_of_panel_offer")
def tell_of_answer_to_offer(offer: PanelOffer, *, by: User) -> None:
    """Whoever sees to the case, and whoever offered it, told by e-mail that there is an answer."""
    for person in {offer.offered_by, *seen_to_by(offer.case)}:
        if view_paneloffer.permits(person, offer):
            key = f"offer-answered-{offer.reference}-{person.reference}"
            send_mail("cases/email/offer_answered.txt", to=person, key=key, path=offer.get_absolute_url())
