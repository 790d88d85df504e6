"""E-mails to those for whom something new waits: that there is something, and never what or about whom.

Each is written once, by the outbox; whoever has seen to it meanwhile made it needless.
"""

from collections.abc import Iterable

from prevent_cases.access import is_shut, rules
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind
from prevent_cases.mail import send_mail
from prevent_cases.operations import AlreadyDone, operation
from referrals import permissions  # noqa: F401
from referrals.models import Enquiry, GatewayRequest, Referral, Stage
from referrals.models.conversation import open_withdrawal
from referrals.models.transfer import open_transfer
from referrals.operations.additions import handlers_of
from referrals.operations.deadlines import holders, owners_of, receivers_of

WAITS, CANNOT_WAIT = "referrals/email/waits.txt", "referrals/email/cannot_wait.txt"


def obstacle_to_telling_receivers(referral: Referral) -> AlreadyDone | str:
    return "" if referral.stage == Stage.SUBMITTED else AlreadyDone("Somebody has received it.")


@operation("referrals.tell_referrer", unless=obstacle_to_telling_receivers)
def tell_receivers(referral: Referral, *, by: User) -> None:
    """Those who receive referrals in the area told by e-mail of one that cannot wait."""
    people = receivers_of(referral.area_id).exclude(pk=referral.referred_by_id)
    _write(CANNOT_WAIT, people, about=referral, effect=f"sent-{referral.reference}")


def _request(referral: Referral) -> GatewayRequest | None:
    return referral.gateway_requests.filter(answered_at=None, recalled_at=None).first()


def obstacle_to_telling_gateway(referral: Referral) -> AlreadyDone | str:
    return "" if _request(referral) else AlreadyDone("The police gateway is not asked any more.")


@operation("referrals.tell_referrer", unless=obstacle_to_telling_gateway)
def tell_gateway(referral: Referral, *, by: User) -> None:
    """Those of the police gateway told by e-mail that something waits for them."""
    request = _request(referral)
    _write(WAITS, owners_of(request), about=referral, effect=f"gateway-{request.reference}")


def obstacle_to_telling_best_placed(referral: Referral) -> AlreadyDone | str:
    return "" if referral.is_urgent and referral.is_live else AlreadyDone("It is not urgent any more.")


@operation("referrals.tell_referrer", unless=obstacle_to_telling_best_placed)
def tell_best_placed(referral: Referral, *, by: User) -> None:
    """Those of the agency that is best placed to help now told by e-mail."""
    judged = referral.urgency_judgement
    handle = holders(agency=judged.best_placed_id, kind__in=HANDLES_CASES).exclude(pk=judged.judged_by_id)
    view = rules["referrals.view_referral"]
    people = [person for person in handle if view.permits(person, referral)]
    _write(CANNOT_WAIT, people, about=referral, effect=f"best-placed-{judged.pk}")


def obstacle_to_telling_receiving_area(referral: Referral) -> AlreadyDone | str:
    return "" if open_transfer(referral) else AlreadyDone("It is not offered any more.")


@operation("referrals.tell_referrer", unless=obstacle_to_telling_receiving_area)
def tell_receiving_area(referral: Referral, *, by: User) -> None:
    """Coordinators of the area to which it is offered told by e-mail."""
    offer = open_transfer(referral)
    people = holders(area=offer.to_area_id, kind=PostKind.COORDINATOR).exclude(pk=offer.offered_by_id)
    _write(CANNOT_WAIT if referral.is_urgent else WAITS, people, about=referral, effect=f"offered-{offer.pk}")


def obstacle_to_telling_of_withdrawal(referral: Referral) -> AlreadyDone | str:
    return "" if open_withdrawal(referral) else AlreadyDone("It has been answered.")


@operation("referrals.tell_referrer", unless=obstacle_to_telling_of_withdrawal)
def tell_of_withdrawal(referral: Referral, *, by: User) -> None:
    """Those who handle it told by e-mail that its referrer has something to say that wants an answer."""
    withdrawal = open_withdrawal(referral)
    people = handlers_of(referral, but=withdrawal.withdrawn_by)
    _write(WAITS, people, about=referral, effect=f"withdrawn-{withdrawal.pk}")


def obstacle_to_telling_advisers(enquiry: Enquiry) -> AlreadyDone | str:
    return "" if enquiry.is_open else AlreadyDone("It has been answered or removed.")


@operation("referrals.tell_enquirer", unless=obstacle_to_telling_advisers)
def tell_advisers(enquiry: Enquiry, *, by: User) -> None:
    """Those who answer questions of the area told by e-mail that there is one."""
    people = receivers_of(enquiry.area_id).exclude(pk=enquiry.asked_by_id)
    _write(WAITS, people, about=enquiry, effect=f"enquiry-{enquiry.reference}")


def _write(template: str, people: Iterable[User], *, about: Referral | Enquiry, effect: str) -> None:
    for person in people:
        # A mail about what is shut to them would tell them that it is there.
        if is_shut(person, about):
            continue
        send_mail(template, to=person, key=f"{effect}-{person.reference}", path=about.get_absolute_url())
