"""Who may open the files of referrals, and who checks them."""

from django.db.models import Q

from prevent_cases.access import Ground, Rule, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from referrals.models import Referral, ReferralFile, ReferralTransfer
from referrals.permissions.referral import follow_referral, view_referral


def of_referrals(asked: Rule, what: str = "referral"):
    """Files of the referrals on which somebody holds a permission: a query for each of its grounds."""

    def keys(user):
        held = [ReferralFile.objects.filter(**{f"{what}__in": query}).values("pk") for query in asked.queries(user)]
        return ReferralFile.objects.none().union(*held, all=True)

    return keys


view_referralfile = rule(
    "referrals.view_referralfile",
    on="referrals.ReferralFile",
    grounds=[
        Ground("You may see the referral that it belongs to.", of_referrals(view_referral)),
        # They stay where they lie, so that one that is sealed is sealed for every area.
        Ground(
            "Another area passed on the referral that it belongs to, and you may see what it became.",
            of_referrals(view_referral, "referral__transfers__becomes"),
        ),
        Ground("You follow the referral that it belongs to.", of_referrals(follow_referral)),
    ],
)


def files_of(referral: Referral, user):
    """The files of a referral, from before it was passed on too, that somebody may know of; there are few."""
    before = ReferralTransfer.objects.filter(becomes=referral).values("referral")
    of_it = ReferralFile.objects.filter(Q(referral=referral) | Q(referral__in=before))
    return of_it.permitted(user, view_referralfile.name)


check_file = rule(
    "referrals.check_file",
    on="referrals.ReferralFile",
    grounds=[
        Ground("The unattended service checks files.", lambda user: everything_for_the_service(user, ReferralFile))
    ],
)
