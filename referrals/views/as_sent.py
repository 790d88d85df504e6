"""What the pages of a referral as it was sent fetch with it."""

from django.db.models import OuterRef, QuerySet

from referrals.models import ConcernEntry, Referral, ReferralAddition, SupportNeed

# What one line of it names; everything else is fetched together.
WITH_REFERRER = ("area", "for_agency", "referred_by", "started_by")


def as_sent(referral: Referral | OuterRef) -> dict[str, QuerySet]:
    """What ``_as_sent.html`` shows besides a referral's own answers (``fetch_together``)."""
    kinds = {"entries": ConcernEntry, "support_needs": SupportNeed, "additions": ReferralAddition}
    return {name: kind.objects.filter(referral=referral) for name, kind in kinds.items()}
