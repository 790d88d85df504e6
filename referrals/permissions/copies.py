"""Who may open copies of referrals, and who makes them."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from referrals.models import DisclosedCopy, OwnCopy, Referral
from referrals.permissions.referral import EXCLUSION, RESTRICTION

view_owncopy = rule(
    "referrals.view_owncopy",
    on="referrals.OwnCopy",
    grounds=[
        Ground(
            "You asked for it, and follow the referral.",
            lambda user: OwnCopy.objects.filter(
                asked_by=user, referral__in=Referral.objects.permitted(user, "referrals.follow_referral").values("pk")
            ).values("pk"),
            (RESTRICTION, EXCLUSION),
        )
    ],
)
view_disclosedcopy = rule(
    "referrals.view_disclosedcopy",
    on="referrals.DisclosedCopy",
    grounds=[
        Ground(
            "You receive the referral.",
            lambda user: DisclosedCopy.objects.filter(
                referral__in=Referral.objects.permitted(user, "referrals.receive_referral").values("pk")
            ).values("pk"),
        )
    ],
)
make_own_copy = rule(
    "referrals.make_own_copy",
    on="referrals.OwnCopy",
    grounds=[Ground("The unattended service makes PDFs.", lambda user: everything_for_the_service(user, OwnCopy))],
)
make_disclosed_copy = rule(
    "referrals.make_disclosed_copy",
    on="referrals.DisclosedCopy",
    grounds=[
        Ground("The unattended service makes PDFs.", lambda user: everything_for_the_service(user, DisclosedCopy))
    ],
)
# Kept apart: that one was removed, and another not, would tell in the history of a referral that something keeps that.
remove_own_copy = rule(
    "referrals.remove_own_copy",
    on="referrals.OwnCopy",
    grounds=[Ground("The unattended service removes PDFs.", lambda user: everything_for_the_service(user, OwnCopy))],
    apart=True,
)
remove_disclosed_copy = rule(
    "referrals.remove_disclosed_copy",
    on="referrals.DisclosedCopy",
    grounds=[
        Ground("The unattended service removes PDFs.", lambda user: everything_for_the_service(user, DisclosedCopy))
    ],
    apart=True,
)
