"""Offering a case to another area, signing that off, placing it there and answering: a handshake between two areas."""

from collections.abc import Iterable
from datetime import date

import referrals.operations
from cases.known import decided_singly, referred_singly
from cases.models import (
    GOES_OVER,
    Case,
    CaseReferral,
    CaseTransfer,
    Contribution,
    Exclusion,
    NamedReader,
    OfferOutcome,
    Restriction,
    Section36Decision,
    Stage,
    TransferredContribution,
    TransferredDecision,
    TransferredReferral,
    UrgentConcern,
    chairs_of,
    coordinators_of,
)
from cases.operations.interventions import stop_support
from cases.operations.keeping import carry_legal_holds
from cases.operations.ownership import record_allocation, seen_to_by
from cases.permissions.contributions import read_contribution
from cases.permissions.transfer import sign_transfer as may_sign
from cases.permissions.transfer import view_casetransfer
from prevent_cases import clock
from prevent_cases.access import is_shut
from prevent_cases.accounts.models import Area, Panel, PanelKind, User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals.models import Referral

AS_WHERE_IT_CAME_FROM = "It was so where the case came from."


def may_go_over(case: Case, reader: User):
    """What agencies shared that can go over with a case: what they marked for all members, as far as one reads it."""
    return Contribution.objects.filter(read_contribution.condition(reader), GOES_OVER, case=case)


@operation("cases.offer_to_area", unless=Case.obstacle_to_change)
def offer_to_area(
    case: Case,
    *,
    by: User,
    to_area: Area,
    reason: str,
    lawful_basis: str,
    new_address: str,
    effective_on: date,
    summary: str,
    needed: str,
    stays: str = "",
    pieces: Iterable[Contribution] = (),
    referred: Iterable[Referral] = (),
    decided: Iterable[Section36Decision] = (),
) -> CaseTransfer:
    """Offer to another area prepared. It goes out once whoever chairs the panel has signed it off.

    They sign it by preparing it themselves. Of what agencies have shared, the ``pieces`` go over and no other, and of
    what the police have ``decided`` under section 36 what is confirmed. All referrals do: those of health and the
    police are confirmed one by one, as ``referred``. Until it is taken on there, this area answers for the case.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    if to_area.pk == case.area_id:
        raise Refused("The case is in that area already.", field="to_area")
    if offer := case.area_offers.waiting().select_related("to_area").first():
        raise Refused(f"It is offered to {offer.to_area} already, which has not answered.")
    if offer := case.panel_offers.waiting().select_related("to_panel").first():
        raise Refused(f"It is offered to {offer.to_panel} already. Take that back first.")
    if not any(not is_shut(person, case) for person in coordinators_of(to_area)):
        raise Refused("Nobody who coordinates there could see this. See who can see it, and why.", field="to_area")
    pieces = list(pieces)
    if {piece.pk for piece in pieces} - set(may_go_over(case, by).values_list("pk", flat=True)):
        raise Refused("One of these can no longer go over. Look at them again.", field="pieces")
    referred = list(referred)
    if {each.pk for each in referred} != set(referred_singly(case, by).values_list("pk", flat=True)):
        raise Refused(
            "A case goes over with all of its referrals. Confirm each that health or the police made; where you are "
            "not sure, ask them first.",
            field="referred",
        )
    decided = list(decided)
    if {each.pk for each in decided} - set(decided_singly(case, by).values_list("pk", flat=True)):
        raise Refused("One of these can no longer go over. Look at them again.", field="decided")
    transfer = CaseTransfer.objects.create(
        case=case,
        from_panel=case.panel,
        to_area=to_area,
        reason=reason,
        lawful_basis=lawful_basis,
        new_address=new_address,
        effective_on=effective_on,
        summary=summary,
        needed=needed,
        stays=stays,
        offered_by=by,
        offered_at=clock.now(),
    )
    for piece in pieces:
        TransferredContribution.objects.create(transfer=transfer, contribution=piece)
    for each in referred:
        TransferredReferral.objects.create(transfer=transfer, referral=each)
    for each in decided:
        TransferredDecision.objects.create(transfer=transfer, decision=each)
    if may_sign.permits(by, transfer):
        transfer.change(signed_by=by, signed_at=clock.now())
    later("cases.tell_of_transfer", transfer.pk)
    return transfer


@operation("cases.sign_transfer", unless=CaseTransfer.obstacle_to_signing)
def sign_transfer(transfer: CaseTransfer, *, by: User) -> None:
    """Offer signed off. The coordinators of the other area read it and its pack from now on, and nothing else."""
    # Locked: what joins it at this moment has joined before, and is asked about, or joins what was signed off.
    transfer.case = Case.objects.select_for_update(no_key=True).get(pk=transfer.case_id)
    if obstacle := transfer.obstacle_to_signing():
        raise Refused(obstacle)
    referrals.operations.refuse_if_held(transfer.case.individual, by=by)
    if transfer.unconfirmed().exists():
        raise Refused(
            "A referral of health or the police has joined this case since this was prepared. Take it back, and "
            "prepare it anew with that one confirmed."
        )
    transfer.change(signed_by=by, signed_at=clock.now())
    later("cases.tell_of_transfer", transfer.pk)


@operation("cases.place_transfer", unless=CaseTransfer.obstacle_to_answering)
def place_transfer(transfer: CaseTransfer, *, by: User, panel: Panel) -> None:
    """Offer placed with a panel, whose chair answers. If they take the case on, you own it."""
    if panel.area_id != transfer.to_area_id or panel.kind == PanelKind.BOARD:
        raise Refused("Choose a panel of this area that takes cases.", field="panel")
    if not any(not is_shut(person, transfer) for person in chairs_of(panel)):
        raise Refused(
            f"Nobody who chairs that panel could see this. Ask {transfer.offered_by}, who offers it.", field="panel"
        )
    transfer.change(to_panel=panel, placed_by=by, placed_at=clock.now())
    later("cases.tell_of_transfer", transfer.pk)


@operation("cases.place_transfer", unless=CaseTransfer.obstacle_to_answering)
def decline_transfer(transfer: CaseTransfer, *, by: User, answer: str) -> None:
    """Offer declined. The case stays with the area that offered it, whose coordinator is told why."""
    _answer(transfer, OfferOutcome.DECLINED, answer, by)


@operation("cases.take_back_transfer", unless=CaseTransfer.obstacle_to_answering)
def take_back_transfer(transfer: CaseTransfer, *, by: User) -> None:
    """Offer taken back. The case stays in this area, and the other no longer reads of it."""
    transfer.change(outcome=OfferOutcome.TAKEN_BACK, answered_by=by, answered_at=clock.now())


@operation("cases.answer_transfer", unless=CaseTransfer.obstacle_to_answering)
def answer_transfer(transfer: CaseTransfer, *, by: User, accepted: bool, answer: str = "") -> Case | None:
    """Offer of a case from another area answered.

    Taken on, it ends there and begins here as a case of its own: with what was referred, about somebody of this area.
    The section 36 decision and agreement to support are asked anew. Nobody sees it by what was shared there; whoever is
    excluded there is excluded here, and what is restricted there is restricted here, and held what is held there.
    """
    if not accepted:
        if not answer:
            raise Refused("Say why the panel does not take it on.", field="answer")
        _answer(transfer, OfferOutcome.DECLINED, answer, by)
        return None
    # Locked: whoever ends it, or writes in it, does so before this or finds it ended.
    sent = transfer.case = Case.objects.select_for_update(no_key=True).get(pk=transfer.case_id)
    if obstacle := transfer.obstacle_to_answering() or transfer.obstacle_to_taking_on():
        raise Refused(obstacle, field="accepted")
    # These too: whoever gives support and is worried at this moment says so before this, or finds it ended.
    list(sent.interventions.select_for_update(no_key=True).order_by("pk"))
    if UrgentConcern.objects.filter(case=sent, answered_at=None).exists():
        raise Refused(
            f"{sent.area} has something to see to before this can be taken on. Ring {transfer.offered_by}.",
            field="accepted",
        )
    if transfer.unconfirmed().exists():
        raise Refused(
            f"{sent.area} has something to confirm before this can be taken on. Ring {transfer.offered_by}.",
            field="accepted",
        )
    placed_by = transfer.placed_by
    if is_shut(placed_by, transfer) or not coordinators_of(transfer.to_area).filter(pk=placed_by.pk).exists():
        # In these words: why they cannot is told to nobody here.
        raise Refused(
            f"{placed_by} can no longer own the case. Ask a coordinator of {transfer.to_area} to place it again.",
            field="accepted",
        )
    begun = _begin(transfer, by)
    _answer(transfer, OfferOutcome.ACCEPTED, answer, by, becomes=begun)
    if sent.stage == Stage.ACTIVE:
        stop_support(sent)
    sent.become(Stage.TRANSFERRED)
    return begun


def _answer(transfer: CaseTransfer, outcome: str, answer: str, by: User, **values) -> None:
    transfer.change(outcome=outcome, answer=answer, answered_by=by, answered_at=clock.now(), **values)
    later("cases.tell_of_answer_to_transfer", transfer.pk)


def _begin(transfer: CaseTransfer, by: User) -> Case:
    """The case as it begins in the other area: every referral that it carried begins there with it."""
    sent, panel = transfer.case, transfer.to_panel
    carried = Referral.objects.filter(carried_by__case=sent)
    referred = referrals.operations.begin_with_case(carried, transfer.to_area, by=by, handled_by=transfer.placed_by)
    begun = Case.objects.create(
        individual=referred[0].individual,
        area=transfer.to_area,
        panel=panel,
        stage=Stage.INFORMATION_GATHERING if panel.acts_as_channel else Stage.AWAITING_PANEL,
        awaits_section36=panel.acts_as_channel,
        opened_at=clock.now(),
        opened_by=by,
        owner=transfer.placed_by,
    )
    record_allocation(begun, by=by)
    for referral in referred:
        CaseReferral.objects.create(case=begun, referral=referral, joined_at=clock.now())
    _keep_shut(sent, begun, by)
    referrals.operations.carry_age(sent.individual, begun.individual, by=by, source=AS_WHERE_IT_CAME_FROM)
    carry_legal_holds(sent, begun)
    return begun


def _keep_shut(sent: Case, begun: Case, by: User) -> None:
    """Let nobody see by this what was shut to them; why it was stays where it was said."""
    for excluded in Exclusion.objects.about(sent.individual_id).distinct("person").order_by("person", "pk"):
        Exclusion.objects.create(
            case=begun,
            person=excluded.person,
            kind=excluded.kind,
            reason=AS_WHERE_IT_CAME_FROM,
            excluded_by=by,
            excluded_at=clock.now(),
        )
    if sent.restrictions.standing().exists():
        restriction = Restriction.objects.create(
            case=begun, reason=AS_WHERE_IT_CAME_FROM, restricted_by=by, restricted_at=clock.now()
        )
        for person in dict.fromkeys([begun.owner, by]):
            NamedReader.objects.create(restriction=restriction, person=person, named_by=by, named_at=clock.now())


def asked_now(transfer: CaseTransfer) -> list[User]:
    """For whom it waits: the chair who signs it off, a coordinator there, or the chair there."""
    if transfer.signed_at is None:
        return list(chairs_of(transfer.from_panel))
    return list(chairs_of(transfer.to_panel) if transfer.to_panel else coordinators_of(transfer.to_area))


@operation("cases.write_of_transfer", unless=CaseTransfer.obstacle_to_telling)
def tell_of_transfer(transfer: CaseTransfer, *, by: User) -> None:
    """Those for whom the offer of a case waits told by e-mail."""
    step = f"{transfer.placed_at or transfer.signed_at or transfer.offered_at:%Y%m%d%H%M%S}"
    for person in asked_now(transfer):
        if view_casetransfer.permits(person, transfer):
            key = f"transfer-{transfer.reference}-{step}-{person.reference}"
            send_mail("cases/email/transfer_waits.txt", to=person, key=key, path=transfer.get_absolute_url())


@operation("cases.write_of_transfer")
def tell_of_answer_to_transfer(transfer: CaseTransfer, *, by: User) -> None:
    """Whoever offered the case, signed that off or sees to it told by e-mail that there is an answer."""
    for person in {transfer.offered_by, transfer.signed_by, *seen_to_by(transfer.case)}:
        if view_casetransfer.permits(person, transfer):
            key = f"transfer-answered-{transfer.reference}-{person.reference}"
            send_mail("cases/email/transfer_answered.txt", to=person, key=key, path=transfer.get_absolute_url())
