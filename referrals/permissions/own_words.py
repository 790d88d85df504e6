"""Who keeps what the person or a parent says, and answers what they dispute."""

from prevent_cases.access import Ground, rule
from referrals.models import OwnWords, Referral
from referrals.permissions.triage import COORDINATES, coordinated

view_ownwords = rule(
    "referrals.view_ownwords",
    on="referrals.OwnWords",
    grounds=[
        Ground(
            "You may see the referral.",
            lambda user: OwnWords.objects.filter(
                referral__in=Referral.objects.permitted(user, "referrals.view_referral").values("pk")
            ).values("pk"),
        )
    ],
)
record_own_words = rule("referrals.record_own_words", on="referrals.Referral", grounds=[COORDINATES])
answer_dispute = rule(
    "referrals.answer_dispute",
    on="referrals.OwnWords",
    grounds=[
        Ground(
            COORDINATES.sentence,
            lambda user: OwnWords.objects.filter(referral__in=coordinated(user)).values("pk"),
        )
    ],
)
