"""Who may open the files of referrals, and who checks them."""

from django.db.models import F, Q, QuerySet

from prevent_cases.access import Ground, Rule, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from referrals.models import AnyReferral, Referral, ReferralFile
from referrals.models.transfer import as_before
from referrals.permissions.referral import EXCLUSION, RESTRICTION, follow_referral, view_referral


def of_referrals(asked: Rule):
    """Files of the referrals on which somebody holds a permission: a query for each of its grounds."""

    def keys(user):
        held = [ReferralFile.objects.filter(referral__in=query).values("pk") for query in asked.queries(user)]
        return ReferralFile.objects.none().union(*held, all=True)

    return keys


def of_what_was_passed_on(user):
    """Files of referrals that somebody sees as what has become of them, in however many areas one after another."""
    held = []
    for query in view_referral.queries(user):
        for became in ("referral__passed_on_as", "referral__first_sent__passed_on_as"):
            later = {f"{became}__in": query, f"{became}__pk__gt": F("referral")}
            held.append(ReferralFile.objects.filter(**later).values("pk"))
    return ReferralFile.objects.none().union(*held, all=True)


view_referralfile = rule(
    "referrals.view_referralfile",
    on="referrals.ReferralFile",
    grounds=[
        Ground("You may see the referral that it belongs to.", of_referrals(view_referral)),
        # They stay where they lie, so that one that is sealed is sealed for every area.
        Ground(
            "Another area passed on the referral that it belongs to, and you may see what it became.",
            of_what_was_passed_on,
        ),
        Ground("You follow the referral that it belongs to.", of_referrals(follow_referral), (RESTRICTION, EXCLUSION)),
    ],
)


def files_of(referral: Referral | AnyReferral) -> QuerySet:
    """The files of a referral, from before it was passed on too: for whom a page has found to see or to follow it."""
    of_it = Q(referral=referral.pk)
    if referral.first_sent_id:
        of_it |= Q(referral__in=as_before(referral))
    return ReferralFile.objects.filter(of_it)


check_file = rule(
    "referrals.check_file",
    on="referrals.ReferralFile",
    grounds=[
        Ground("The unattended service checks files.", lambda user: everything_for_the_service(user, ReferralFile))
    ],
)
