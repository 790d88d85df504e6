"""Who copies a referral into the police's national system, and records what it is called there."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.permissions.gateway import ASKED, COORDINATES, waiting
from referrals.permissions.referral import of_areas

record_national_reference = rule(
    "referrals.record_national_reference",
    on="referrals.Referral",
    grounds=[
        Ground(COORDINATES, lambda user: of_areas(user, PostKind.COORDINATOR)),
        Ground(ASKED, lambda user: waiting(user, PostKind.GATEWAY_OFFICER).values("referral")),
    ],
)
