"""Who may answer for another area what is offered to it. Offering is ``referrals.triage_referral``."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.models import TransferOutcome
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
