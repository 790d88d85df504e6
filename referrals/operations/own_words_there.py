"""Own words where a referral has gone: the same as they were said, each beside the entry that it disputes."""

from datetime import date

from prevent_cases import clock
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals.models import OwnWords, Referral

SAID = ("whose", "words", "said_on", "recorded_by", "recorded_at", "outcome", "answer", "answered_by", "answered_at")


def bring_own_words(said: OwnWords, there: Referral, *, due_on: date | None) -> OwnWords:
    """What was said of a referral stands with what it is elsewhere."""
    before = list(said.referral.entries.values_list("pk", flat=True))
    entry = there.entries.all()[before.index(said.entry_id)] if said.entry_id else None
    words = {name: getattr(said, name) for name in SAID}
    return OwnWords.objects.create(referral=there, entry=entry, due_on=due_on, **words)


def due_for_answer(referral: Referral) -> date:
    """By when what is disputed from now on is answered where a referral is."""
    within = TriagePolicy.of(referral.area).disputes_answered_within
    return WorkingDays.of(referral.area).due(clock.now(), within)
