"""Saying for what one opens a case on which one does not work."""

from datetime import timedelta

from cases.models import Case, Purpose, PurposeKind
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import PurposePolicy


@operation("cases.say_purpose", locked=False)
def say_purpose(case: Case, *, by: User, kind: str, words: str) -> Purpose:
    """Kept what the case is opened for.

    It is open until the end of a day. Where somebody may be in danger any words do: nobody counts them first.
    """
    policy = PurposePolicy.of(case.area)
    if kind != PurposeKind.IN_DANGER and len(words.split()) < policy.words:
        raise Refused(f"Say it in at least {policy.words} words.", field="words")
    purpose = Purpose.objects.create(
        case=case,
        kind=kind,
        words=words,
        said_by=by,
        said_at=clock.now(),
        ends_at=clock.start_of_today() + timedelta(days=policy.holds_for),
    )
    # What they hold has changed: whoever asks again is answered anew.
    by.forget_posts()
    return purpose
