"""Who confirms, as the second person, that what a referral says was found untrue."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.permissions.referral import of_areas

confirm_untrue = rule(
    "referrals.confirm_untrue",
    on="referrals.Referral",
    grounds=[
        Ground(
            "You coordinate Prevent casework in this area, or answer for its information.",
            lambda user: of_areas(user, PostKind.COORDINATOR, PostKind.GOVERNANCE_LEAD),
        )
    ],
)
