"""Who told: what of it one reader is shown of a referral."""

from dataclasses import dataclass

from prevent_cases.accounts.models import User
from referrals.models import Referral
from referrals.models.in_words import source_is_hidden
from referrals.permissions.triage import know_referrer


@dataclass(frozen=True)
class ShownSource:
    """``names``: who sent the referral, added to it and answered about it. ``noticed``: who noticed first, and all else
    that tells who spoke where nobody comes to harm by it. The agency is no secret: cases are worked by agencies.
    """

    names: bool
    noticed: bool


def shown_source(referral: Referral, *, knows_referrer: bool) -> ShownSource:
    return ShownSource(names=knows_referrer, noticed=knows_referrer or not source_is_hidden(referral))


def source_for(user: User, referral: Referral) -> ShownSource:
    """The same of one referral that was read without what its reader may."""
    return shown_source(referral, knows_referrer=know_referrer.permits(user, referral))
