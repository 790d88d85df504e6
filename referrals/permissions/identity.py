"""Who confirms, as the second person, that what a referral says was found untrue, and who notes it elsewhere."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import PostKind
from referrals.models import Referral
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
note_untrue_elsewhere = rule(
    "referrals.note_untrue_elsewhere",
    on="referrals.Referral",
    grounds=[
        Ground(
            "The unattended service notes what two people found in another area.",
            lambda user: everything_for_the_service(user, Referral),
        )
    ],
)
