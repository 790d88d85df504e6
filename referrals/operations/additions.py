"""What comes after a referral was sent, by whatever way: those who handle it are asked to read it, until one has."""

from datetime import datetime

from prevent_cases import clock
from prevent_cases.access import is_shut, rules
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import Referral
from referrals.operations.deadlines import receivers_of


def have_read(referral: Referral, *, by: User) -> None:
    """Have those who handle a referral asked to read what somebody has just added to it."""
    referral.change(unread_at=clock.now())
    later("referrals.tell_of_addition", referral.pk, by.pk)


@operation("referrals.tell_referrer", unless=Referral.obstacle_to_reading_additions)
def tell_of_addition(referral: Referral, *, by: User, added_by: User) -> None:
    """Those who handle it told by e-mail that something was added."""
    for person in handlers_of(referral, but=added_by):
        if is_shut(person, referral):
            continue
        send_mail(
            "referrals/email/added.txt",
            to=person,
            key=f"added-{referral.reference}-{referral.unread_at:%Y%m%d%H%M%S%f}-{person.reference}",
            path=referral.get_absolute_url(),
        )


def handlers_of(referral: Referral, *, but: User) -> list[User]:
    """The coordinator who dealt with it last, else all who receive referrals there; never who added it."""
    receive = [person for person in receivers_of(referral.area_id) if person != but]
    last = referral.handled_by
    return [last] if last in receive and rules["referrals.triage_referral"].permits(last, referral) else receive


@operation("referrals.triage_referral", unless=Referral.obstacle_to_reading_additions)
def acknowledge_additions(referral: Referral, *, by: User, seen: datetime) -> None:
    """What was added has been read. Nobody is asked to read it any more.

    ``seen`` is the moment of the last addition that stood on the page: one that came since has not been read.
    """
    if referral.unread_at > seen:
        raise Refused("Something more has come meanwhile. Go back to the referral and read that too.")
    referral.change(unread_at=None)
