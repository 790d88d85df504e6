"""Asking the police gateway about a referral, and its answer, which a supervisor signs where it ends something."""

from datetime import date

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Panel, User
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import GatewayPolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals import permissions  # noqa: F401
from referrals.models import Deconfliction, GatewayAnswer, GatewayRequest, Hold, Referral, Stage, awaits_gateway
from referrals.operations.hold import review_hold, set_hold


@operation("referrals.triage_referral", unless=Referral.obstacle_to_assessment)
def ask_gateway(referral: Referral, *, by: User, agency: Agency, asked: str) -> GatewayRequest:
    """Police gateway asked. It can read this referral until it has answered.

    Its people are told by e-mail that something waits for them.
    """
    if agency.type != AgencyType.POLICE or agency.area_id != referral.area_id:
        raise Refused("Choose the police of this area.", field="agency")
    referral.become(Stage.AT_GATEWAY)
    within = GatewayPolicy.of(referral.area).result_within
    later("referrals.tell_gateway", referral.pk)
    return GatewayRequest.objects.create(
        referral=referral,
        agency=agency,
        asked=asked,
        asked_by=by,
        asked_at=clock.now(),
        due_on=WorkingDays.of(referral.area).due(clock.now(), within),
        due_within=within,
    )


@operation("referrals.answer_for_gateway", unless=GatewayRequest.obstacle_to_answering)
def answer_for_gateway(
    request: GatewayRequest,
    *,
    by: User,
    deconfliction: str,
    category: str,
    reasons: str,
    earlier_checked: bool,
    no_intelligence: bool,
    proposes_end: bool = False,
    review_on: date | None = None,
) -> GatewayAnswer:
    """Answer of the police gateway given.

    One that says not appropriate, or proposes an end, counts once a supervisor has signed it. A hold stands at once.
    """
    if not earlier_checked:
        raise Refused("Check for earlier referrals of this person first.", field="earlier_checked")
    if not no_intelligence:
        raise Refused("Take out what comes from an intelligence service, or is about one.", field="no_intelligence")
    if deconfliction == Deconfliction.HOLD:
        _hold(request.referral, by=by, review_on=review_on)
    answer = GatewayAnswer(
        request=request,
        deconfliction=deconfliction,
        category=category,
        proposes_end=proposes_end,
        reasons=reasons,
        earlier_checked=earlier_checked,
        no_intelligence=no_intelligence,
        answered_by=by,
        answered_at=clock.now(),
    )
    answer.stands = None if answer.takes_two else True
    answer.save()
    if answer.stands:
        _give_back(request, answered_at=clock.now())
    return answer


def _hold(referral: Referral, *, by: User, review_on: date | None) -> None:
    if review_on is None:
        raise Refused("Say on which day the hold is looked at again.", field="review_on")
    if standing := Hold.objects.over(referral.individual).first():
        review_hold(standing, by=by, review_on=review_on)
    else:
        set_hold(referral.individual, by=by, review_on=review_on)


@operation("referrals.sign_gateway_answer", unless=GatewayAnswer.obstacle_to_signing)
def sign_gateway_answer(answer: GatewayAnswer, *, by: User, agrees: bool, why_not: str = "") -> None:
    """Answer of the police gateway checked by a supervisor.

    Signed, it counts and the referral is with the coordinator again; not signed, it is answered anew.
    """
    if answer.answered_by_id == by.pk:
        raise Refused("You gave this answer yourself. Another supervisor checks it.")
    if not agrees and not why_not:
        raise Refused("Say what has to change.", field="why_not")
    answer.change(stands=agrees, why_not="" if agrees else why_not, checked_by=by, checked_at=clock.now())
    if agrees:
        _give_back(answer.request, answered_at=clock.now())


@operation("referrals.recall_from_gateway", unless=GatewayRequest.obstacle_outside_waiting)
def recall_from_gateway(request: GatewayRequest, *, by: User) -> None:
    """Police gateway no longer asked. It can no longer read this referral."""
    _give_back(request, recalled_at=clock.now())


def refuse_before_answer(referral: Referral, panel: Panel) -> None:
    """A panel acting as Channel works on a referral once the police have answered, where they are asked."""
    if panel.acts_as_channel and awaits_gateway(referral):
        raise Refused(
            f"Ask the police gateway first. {panel.name} works on a referral once it has answered.", field="panel"
        )


def _give_back(request: GatewayRequest, **ended) -> None:
    """The referral is in triage again, and the gateway's sight of it ends."""
    referral = Referral.objects.select_for_update(no_key=True).get(pk=request.referral_id)
    request.change(**ended)
    referral.become(Stage.IN_TRIAGE)
