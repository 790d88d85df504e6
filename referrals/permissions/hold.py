"""Who sets, sees, reviews and lifts a hold: the police gateway and those whom it stops. For anybody else there is none.

What is done under these rules is kept apart: it shows in no other history than the hold's own.
"""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import PostKind
from referrals.models import Hold, IdentityLink
from referrals.models.hold import found_to_be
from referrals.permissions.gateway import COORDINATES, asked_of, police
from referrals.permissions.triage import ending_where_chaired


def over(individuals):
    """The keys of the holds over these individuals, and over those who have been found to be one of them."""
    of_those = Hold.objects.filter(individual__in=found_to_be(individual__in=individuals)).values("pk")
    return Hold.objects.filter(individual__in=individuals).values("pk").union(of_those)


def of_referrals(**lookup):
    """The holds on those whom such referrals are about."""
    return over(IdentityLink.objects.filter(ended_at=None, **lookup).values("individual"))


def coordinated(user):
    return of_referrals(referral__area__in=user.posts.areas(PostKind.COORDINATOR))


def of_gateway(user):
    return of_referrals(referral__area__in=[agency.area for agency in police(user)])


def asked_about(user):
    """The individuals about whom the gateway is or was asked: what the police do can change after their answer."""
    links = IdentityLink.objects.filter(ended_at=None, referral__in=asked_of(user).values("referral"))
    return links.values("individual")


def asked_to_confirm(user):
    """The holds that stop a chair who is asked, as the second person, to confirm an end."""
    return of_referrals(referral__in=ending_where_chaired(user))


OF_GATEWAY = Ground("You work at the police gateway of an area where this person was referred.", of_gateway)

set_hold = rule(
    "referrals.set_hold",
    on="referrals.Individual",
    grounds=[Ground("The police gateway you work at has been asked about them.", asked_about)],
    apart=True,
)
view_hold = rule(
    "referrals.view_hold",
    on="referrals.Hold",
    grounds=[
        Ground(COORDINATES, coordinated),
        OF_GATEWAY,
        Ground("You chair a panel of this area, and are asked to confirm an end about this person.", asked_to_confirm),
    ],
    apart=True,
)
review_hold = rule("referrals.review_hold", on="referrals.Hold", grounds=[OF_GATEWAY], apart=True)
carry_hold = rule(
    "referrals.carry_hold",
    on="referrals.Hold",
    grounds=[
        Ground(
            "The unattended service takes it along to another area.",
            lambda user: everything_for_the_service(user, Hold),
        )
    ],
    apart=True,
)
lift_hold = rule("referrals.lift_hold", on="referrals.Hold", grounds=[OF_GATEWAY], apart=True)
