"""What comes after a referral was sent, by whatever way: those who handle it are asked to read it, until one has."""

from datetime import datetime

from prevent_cases import clock
from prevent_cases.access import is_shut, rules
from prevent_cases.accounts.models import User, system_user
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import OwnWords, Referral, ReferralAddition
from referrals.models.transfer import gone_on_with_case
from referrals.operations.deadlines import receivers_of
from referrals.operations.own_words_there import bring_own_words, due_for_answer


def have_read(referral: Referral, *, by: User, **came) -> None:
    """Have those who handle a referral asked to read what somebody has just added to it, where it is now.

    Of what went to another area with its case, ``came`` (an ``addition`` or ``own_words``) stands there too. Files stay
    where they lie, and are read from there.
    """
    now = where_it_is_now(referral)
    if now == referral:
        ask_to_read(referral, by=by)
    else:
        bring_along(now, by=system_user(), said_by=by, **came)


def where_it_is_now(referral: Referral) -> Referral:
    """Locked: its case may be on its way to yet another area at this moment."""
    while there := gone_on_with_case(referral):
        referral = Referral.objects.select_for_update(no_key=True).get(pk=there.pk)
    return referral


def ask_to_read(referral: Referral, *, by: User) -> None:
    """The same, of what is for those who have it here, and for nobody to whom its case went."""
    referral.change(unread_at=clock.now())
    later("referrals.tell_of_addition", referral.pk, by.pk)


@operation("referrals.bring_along")
def bring_along(
    referral: Referral,
    *,
    by: User,
    said_by: User,
    addition: ReferralAddition | None = None,
    own_words: OwnWords | None = None,
) -> None:
    """Something came to this referral in the area that its case came from, and is to be read here."""
    if addition:
        ReferralAddition.objects.create(
            referral=referral, added_by=addition.added_by, added_at=addition.added_at, text=addition.text
        )
    if own_words:
        bring_own_words(own_words, referral, due_on=due_for_answer(referral) if own_words.entry_id else None)
    ask_to_read(referral, by=said_by)


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
