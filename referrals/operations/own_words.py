"""Keeping what the person or a parent says in their own words, and answering what they dispute."""

from datetime import date

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import ConcernEntry, OwnWords, Referral, obstacle_to_own_words
from referrals.operations.additions import have_read, where_it_is_now
from referrals.operations.own_words_there import due_for_answer


@operation("referrals.record_own_words", unless=obstacle_to_own_words)
def record_own_words(
    referral: Referral, *, by: User, whose: str, words: str, said_on: date, entry: ConcernEntry | None = None
) -> OwnWords:
    """Own words kept. Where they dispute an entry, they stand beside it from now on, and are answered.

    What went to another area with its case is answered there, where they stand too.
    """
    if said_on > clock.today():
        raise Refused("The day cannot be in the future.", field="said_on")
    if entry and entry.referral_id != referral.pk:
        raise Refused("Choose an entry of this referral.", field="entry")
    said = OwnWords.objects.create(
        referral=referral,
        entry=entry,
        whose=whose,
        words=words,
        said_on=said_on,
        recorded_by=by,
        recorded_at=clock.now(),
        due_on=due_for_answer(referral) if entry else None,
    )
    if where_it_is_now(referral) != referral:
        have_read(referral, by=by, own_words=said)
    return said


@operation("referrals.answer_dispute", unless=OwnWords.obstacle_to_answer)
def answer_dispute(own_words: OwnWords, *, by: User, outcome: str, answer: str) -> None:
    """Dispute answered. The answer stands with it."""
    own_words.be_answered(by, outcome, answer)
