"""Who has a referral in the making, and who may hand it on or remove it."""

from prevent_cases.access import Ground, rule
from referrals.models import DraftReferral

view_draftreferral = rule(
    "referrals.view_draftreferral",
    on="referrals.DraftReferral",
    grounds=[
        Ground("You have it.", lambda user: DraftReferral.objects.filter(owner=user).values("pk")),
        Ground("You began it.", lambda user: DraftReferral.objects.filter(begun_by=user).values("pk")),
    ],
)
BEGAN_AND_HAS = Ground(
    "You began it, and have it.", lambda user: DraftReferral.objects.filter(owner=user, begun_by=None).values("pk")
)
hand_over_draft = rule("referrals.hand_over_draft", on="referrals.DraftReferral", grounds=[BEGAN_AND_HAS])
remove_draft = rule("referrals.remove_draft", on="referrals.DraftReferral", grounds=[BEGAN_AND_HAS])
hand_back_draft = rule(
    "referrals.hand_back_draft",
    on="referrals.DraftReferral",
    grounds=[
        Ground(
            "It was handed over to you.",
            lambda user: DraftReferral.objects.filter(owner=user, begun_by__isnull=False).values("pk"),
        )
    ],
)
take_back_draft = rule(
    "referrals.take_back_draft",
    on="referrals.DraftReferral",
    grounds=[
        Ground(
            "You began it, and handed it over.",
            lambda user: DraftReferral.objects.filter(begun_by=user).values("pk"),
        )
    ],
)
