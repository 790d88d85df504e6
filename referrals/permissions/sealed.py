"""Who may know on whose behalf somebody refers."""

from django.db.models import QuerySet

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.models import AnyReferral, Referral, SealedSource

view_sealedsource = rule(
    "referrals.view_sealedsource",
    on="referrals.SealedSource",
    grounds=[
        Ground(
            "You receive referrals in this area, or coordinate Prevent casework in it.",
            lambda user: SealedSource.objects.filter(
                referral__area__in=user.posts.areas(PostKind.FRONT_DOOR, PostKind.COORDINATOR)
            ).values("pk"),
        )
    ],
)


def place_of_source(referral: Referral | AnyReferral, user) -> QuerySet:
    """Where a referral's sealed part is, for somebody who may open it, and nothing of what it says."""
    return SealedSource.objects.permitted(user, view_sealedsource.name).filter(referral=referral.pk).only("reference")
