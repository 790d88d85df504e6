"""Moving a referral to another area: offered with a reason, and accepted, declined or taken back."""

from django.db.models import QuerySet

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User, system_user
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import AlreadyDone, Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import (
    ANSWERS,
    SOURCE,
    Hold,
    Individual,
    LivesHere,
    Referral,
    ReferralAddition,
    ReferralFeedback,
    ReferralQuestion,
    ReferralTransfer,
    SealedSource,
    Stage,
    TransferOutcome,
)
from referrals.models.parts import said_since
from referrals.models.transfer import (
    obstacle_to_accepting_offer,
    obstacle_to_answering_offer,
    obstacle_to_offering,
    open_transfer,
)
from referrals.operations.hold import carry_hold, refuse_if_held
from referrals.operations.identity import keep_together
from referrals.operations.news import give_news
from referrals.operations.own_words_there import bring_own_words
from referrals.operations.referring import open_referral


@operation("referrals.triage_referral", unless=obstacle_to_offering)
def offer_transfer(referral: Referral, *, by: User, to_area: Area, reason: str) -> ReferralTransfer:
    """Referral offered to another area. Your area answers for it until the other one accepts.

    The coordinators there see it from now on, and not before. They are told by e-mail.
    """
    refuse_if_held(referral.individual, by=by)
    if to_area == referral.area:
        raise Refused("It is in that area already.", field="to_area")
    transfer = ReferralTransfer.objects.create(
        referral=referral, to_area=to_area, reason=reason, offered_by=by, offered_at=clock.now()
    )
    referral.become(Stage.TRANSFERRING)
    later("referrals.tell_receiving_area", referral.pk)
    return transfer


def _word_back_came_last(referral: Referral) -> bool:
    """Whether what nobody has read is a word about how the referral was: for whoever told that, and for nobody else."""
    answered = ReferralFeedback.objects.filter(referral=referral, answered_at__isnull=False).first()
    since = said_since(referral)
    return bool(answered) and (not since or since[-1].at < answered.answered_at)


@operation("referrals.answer_transfer", unless=obstacle_to_accepting_offer)
def accept_transfer(referral: Referral, *, by: User) -> Referral:
    """Referral accepted from another area. Yours answers for it from now on.

    What was sent, and added or answered since, begins here as a referral of its own; the one that was sent ends there.
    """
    transfer = open_transfer(referral)
    waits_here = _word_back_came_last(referral)
    begun = begin_there(referral, transfer.to_area, unread_at=None if waits_here else referral.unread_at)
    _answer(transfer, TransferOutcome.ACCEPTED, by=by, becomes=begun)
    # Set since it was offered: whoever offered it and knew of one could not.
    carry_hold_along(referral.individual, begun.individual)
    # What nobody has read is read where it is now.
    referral.become(Stage.TRANSFERRED, unread_at=referral.unread_at if waits_here else None)
    give_news(referral)
    return begun


def carry_hold_along(individual: Individual, there: Individual) -> None:
    """Let a hold stand over somebody where they are known in another area as well; nobody there who may not notices."""
    if (hold := Hold.objects.over(individual).first()) and not Hold.objects.over(there).exists():
        carry_hold(hold, by=system_user(), to=there)


def begin_there(referral: Referral, area: Area, **terms) -> Referral:
    """A referral of another area, begun anew in ``area``: what was sent, and added or answered since."""
    # Whether the person lives "here" was said of the other area.
    answers = {name: getattr(referral, name) for name in ANSWERS} | {"lives_here": LivesHere.UNKNOWN}
    begun = open_referral(
        area,
        referred_by=referral.referred_by,
        for_agency=referral.for_agency,
        started_by=referral.started_by,
        # As it was sent: how old the person was then does not change.
        submitted_at=referral.submitted_at,
        first_sent=referral.first_sent or referral,
        entries=referral.entries.values("how_known", "happened_on", "text"),
        support_needs=referral.support_needs.values("kind", "fact", "source"),
        is_urgent=referral.is_urgent,
        national_reference=referral.national_reference,
        lead_let_in_at=referral.lead_let_in_at,
        lead_let_in_by=referral.lead_let_in_by,
        lead_let_in_because=referral.lead_let_in_because,
        **answers,
        **terms,
    )
    _take_own_words_along(referral, begun)
    for addition in referral.additions.all():
        ReferralAddition.objects.create(
            referral=begun, added_by=addition.added_by, added_at=addition.added_at, text=addition.text
        )
    said = ("text", "asked_by_id", "asked_at", "answer", "answered_by_id", "answered_at")
    for answered in referral.questions.exclude(answer="").values(*said):
        ReferralQuestion.objects.create(referral=begun, **answered)
    if source := SealedSource.objects.filter(referral=referral).values(*SOURCE).first():
        SealedSource.objects.create(referral=begun, **source)
    return begun


def begin_with_case(referrals: QuerySet[Referral], area: Area, *, by: User, handled_by: User) -> list[Referral]:
    """The referrals of one person whose case another area has taken on, begun anew there and accepted already.

    About somebody of that area: not who may be known there by that name. A hold goes along, and so does what nobody has
    read: what is added to them from now on is for ``handled_by``, who answers for the case there.
    """
    begun = []
    # Locked: what is added at this moment is either here already or finds where they have gone.
    for referral in referrals.select_for_update(no_key=True, of=("self",)).order_by("pk"):
        unread = None if _word_back_came_last(referral) else referral.unread_at
        begun.append(
            begin_there(referral, area, came_with_case_at=clock.now(), handled_by=handled_by, unread_at=unread)
        )
        if unread:
            referral.change(unread_at=None)
        if len(begun) > 1:
            reason = "They were about one person where the case came from."
            keep_together(begun[-1], begun[0].individual, by=by, reason=reason)
    carry_hold_along(referral.individual, begun[0].individual)
    return begun


def _take_own_words_along(referral: Referral, begun: Referral) -> None:
    """What the person or a parent said goes with what was referred, to be answered by the day that was set."""
    for each in referral.own_words.select_related("recorded_by", "answered_by", "referral"):
        bring_own_words(each, begun, due_on=each.due_on)


@operation("referrals.answer_transfer", unless=obstacle_to_answering_offer)
def decline_transfer(referral: Referral, *, by: User, answer: str) -> None:
    """Referral declined. It stays with the area that offered it.

    Its coordinator is told why, and goes on with it; yours no longer sees it.
    """
    _answer(open_transfer(referral), TransferOutcome.DECLINED, by=by, answer=answer)
    referral.become(Stage.IN_TRIAGE)


@operation("referrals.triage_referral", unless=obstacle_to_answering_offer)
def take_back_transfer(referral: Referral, *, by: User, answer: str = "") -> None:
    """Offer taken back. The referral is in your triage again."""
    _answer(open_transfer(referral), TransferOutcome.TAKEN_BACK, by=by, answer=answer)
    referral.become(Stage.IN_TRIAGE)


def _answer(transfer: ReferralTransfer, outcome: TransferOutcome, *, by: User, **values) -> None:
    transfer.change(outcome=outcome, answered_by=by, answered_at=clock.now(), **values)
    if outcome != TransferOutcome.TAKEN_BACK:
        later("referrals.tell_sender", transfer.referral_id)


def obstacle_to_telling_sender(referral: Referral) -> AlreadyDone | str:
    return "" if _untold(referral) else AlreadyDone("Whoever offered it has been told.")


def _untold(referral: Referral) -> ReferralTransfer | None:
    answered = (TransferOutcome.ACCEPTED, TransferOutcome.DECLINED)
    return referral.transfers.filter(outcome__in=answered, told_at=None).select_related("offered_by").last()


@operation("referrals.tell_referrer", unless=obstacle_to_telling_sender)
def tell_sender(referral: Referral, *, by: User) -> None:
    """Whoever offered the referral was told of the answer, by e-mail."""
    transfer = _untold(referral)
    send_mail(
        "referrals/email/transfer.txt",
        to=transfer.offered_by,
        key=f"transfer-answered-{referral.reference}-{transfer.answered_at:%Y%m%d%H%M%S}",
        path=referral.get_absolute_url(),
    )
    transfer.change(told_at=clock.now())
