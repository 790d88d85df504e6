"""What the pages of a referral as it was sent fetch with it."""

from django.db.models import OuterRef, QuerySet

from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetch_together
from prevent_cases.prepared import Given
from referrals.models import (
    ConcernEntry,
    OwnWords,
    Referral,
    ReferralAddition,
    ReferralQuestion,
    SupportNeed,
    lay_beside,
)
from referrals.models.parts import said_since
from referrals.permissions.source import ShownSource, source_for

# What one line of it names; everything else is fetched together.
WITH_REFERRER = ("area", "for_agency", "referred_by", "started_by")


def as_sent(referral: Referral | OuterRef | Given) -> dict[str, QuerySet]:
    """What ``_as_sent.html`` and ``_said_since.html`` show besides a referral's own answers (``fetch_together``)."""
    kinds = {
        "entries": ConcernEntry.objects.all(),
        "support_needs": SupportNeed.objects.all(),
        "own_words": OwnWords.objects.all(),
        "additions": ReferralAddition.objects.select_related("added_by"),
        "questions": ReferralQuestion.objects.select_related("answered_by"),
    }
    return {name: kind.filter(referral=referral) for name, kind in kinds.items()}


def show(referral: Referral, source: ShownSource) -> None:
    """Lay out what was fetched with it, for a reader to whom this much is shown of who told."""
    lay_beside(referral)
    referral.source, referral.since = source, said_since(referral, named=source.names)


def show_again(referral: Referral, user: User, **more: QuerySet) -> None:
    """As it was sent, on a page on which something is done with it."""
    fetch_together(referral, **as_sent(referral), **more)
    show(referral, source_for(user, referral))
