"""Who records what the police's national system calls a referral."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.permissions.referral import of_areas

record_national_reference = rule(
    "referrals.record_national_reference",
    on="referrals.Referral",
    grounds=[
        Ground("You coordinate Prevent casework in this area.", lambda user: of_areas(user, PostKind.COORDINATOR))
    ],
)
