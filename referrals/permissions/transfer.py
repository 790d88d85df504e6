"""Who may answer for another area what is offered to it, and who brings along what comes later.

Offering is ``referrals.triage_referral``.
"""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import PostKind
from referrals.models import Referral, TransferOutcome
from referrals.permissions.referral import offered_to

answer_transfer = rule(
    "referrals.answer_transfer",
    on="referrals.Referral",
    grounds=[
        Ground(
            "It is offered to the area in which you coordinate Prevent casework.",
            lambda user: offered_to(user.posts.areas(PostKind.COORDINATOR), TransferOutcome.WAITING),
        )
    ],
)
bring_along = rule(
    "referrals.bring_along",
    on="referrals.Referral",
    grounds=[
        Ground(
            "The unattended service brings what comes to a referral to where its case has gone.",
            lambda user: everything_for_the_service(user, Referral),
        )
    ],
)
