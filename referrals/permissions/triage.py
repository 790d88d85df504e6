"""Who may triage referrals."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.permissions.referral import of_areas

triage_referral = rule(
    "referrals.triage_referral",
    on="referrals.Referral",
    grounds=[
        Ground("You coordinate Prevent casework in this area.", lambda user: of_areas(user, PostKind.COORDINATOR))
    ],
)
