"""Asking for a second reader where a referral rests on what is lawful, and reading."""

from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import AlreadyDone, Refused, operation
from referrals.models import Referral, SecondReading
from referrals.models.second_reading import obstacle_to_asking_reader, obstacle_to_reading, open_reading
from referrals.permissions.second_reading import possible_readers


@operation("referrals.triage_referral", unless=obstacle_to_asking_reader)
def ask_second_reader(referral: Referral, *, by: User, reader: User) -> None:
    """Second reader asked. They are told by e-mail.

    They see this referral until they have written what they find. Whoever was asked before is no longer.
    """
    if not possible_readers(referral, by).filter(pk=reader.pk).exists():
        raise Refused("Ask somebody who neither sent this nor has had a hand in its triage.", field="reader")
    if before := open_reading(referral):
        before.change(ended_at=clock.now())
    SecondReading.objects.create(referral=referral, reader=reader, asked_by=by, asked_at=clock.now())
    later("referrals.tell_second_reader", referral.pk)


@operation("referrals.read_second", unless=obstacle_to_reading)
def give_second_reading(referral: Referral, *, by: User, remains: str, reasons: str) -> None:
    """Your reading has been sent to the coordinator. Thank you.

    It decides nothing by itself; without one, a referral of this kind reaches no panel.
    """
    reading = open_reading(referral)
    if not possible_readers(referral, reading.asked_by).filter(pk=by.pk).exists():
        raise Refused("You have had a hand in its triage since you were asked. Its coordinator asks somebody else.")
    reading.change(remains=remains, reasons=reasons, read_at=clock.now())


def obstacle_to_telling_reader(referral: Referral) -> AlreadyDone | str:
    reading = open_reading(referral)
    return "" if reading and not reading.told_at else AlreadyDone("The second reader has been told.")


@operation("referrals.tell_referrer", unless=obstacle_to_telling_reader)
def tell_second_reader(referral: Referral, *, by: User) -> None:
    """Second reader told that they are asked, by e-mail."""
    reading = open_reading(referral)
    send_mail(
        "referrals/email/second_reading.txt",
        to=reading.reader,
        key=f"second-reading-{referral.reference}-{reading.asked_at:%Y%m%d%H%M%S}",
        path=reverse("referrals:give_second_reading", args=[referral.reference]),
    )
    reading.change(told_at=clock.now())
