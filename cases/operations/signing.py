"""The second signature, where something takes two: alike for each."""

from django.db.models import QuerySet

from cases.models.signed import Signed
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused


def as_seen(waiting: QuerySet, seen: int) -> Signed:
    """What waits to be signed, if it is what whoever signs has read: it may have been sent back and made anew since."""
    made = waiting.get()
    if made.pk != seen:
        raise Refused("This was decided anew meanwhile. Read what it says now, and then sign it or send it back.")
    return made


def sign(made: Signed, *, by: User, agrees: bool, why_not: str) -> None:
    """Sign it, or send it back with what has to change. That it is somebody else who does, their permission says."""
    if not agrees and not why_not:
        raise Refused("Say what has to change.", field="why_not")
    made.change(stands=agrees, why_not="" if agrees else why_not, checked_by=by, checked_at=clock.now())
