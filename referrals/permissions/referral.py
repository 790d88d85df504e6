"""Who may see, make and follow referrals, and know the individuals they are about."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import OVERSEES_AREA, PostKind
from referrals.models import OPEN_TO_LEADS, Individual, Referral, ReferralTransfer, TransferOutcome

# What a case may come to be shut by (``cases.permissions.shut``), as grounds name what does not shut what they open.
RESTRICTION = "restriction"
EXCLUSION = "exclusion"

view_individual = rule(
    "referrals.view_individual",
    on="referrals.Individual",
    grounds=[
        Ground(
            "You oversee cases in this area.",
            lambda user: Individual.objects.filter(area__in=user.posts.areas(*OVERSEES_AREA)).values("pk"),
        )
    ],
)

# Who sees every referral of an area, and so all of one person there.
SEES_ALL = (PostKind.FRONT_DOOR, *OVERSEES_AREA)

view_referral = rule(
    "referrals.view_referral",
    on="referrals.Referral",
    grounds=[
        Ground(
            "You receive or oversee referrals in this area.",
            lambda user: of_areas(user, *SEES_ALL),
        ),
        Ground(
            "It is offered to the area in which you coordinate Prevent casework, or was passed to it.",
            lambda user: offered_to(
                user.posts.areas(PostKind.COORDINATOR), TransferOutcome.WAITING, TransferOutcome.ACCEPTED
            ),
        ),
    ],
)


make_referral = rule(
    "referrals.make_referral",
    on="accounts.Area",
    grounds=[
        Ground(
            "You work for an agency of this area.",
            lambda user: Area.objects.filter(agencies__in=user.posts.agencies()).values("pk"),
        )
    ],
)


MADE_IT = Ground(
    "You made this referral, and you work for the agency you made it for.",
    lambda user: sent_here(referred_by=user, for_agency__in=user.posts.agencies()),
    (RESTRICTION, EXCLUSION),
)

# What was sent stays open to whoever sent it: it is theirs already, and its loss would tell them why.
FOLLOWS = (
    MADE_IT,
    Ground(
        "You began this referral and handed it over, and you work for the agency it was made for.",
        lambda user: sent_here(started_by=user, for_agency__in=user.posts.agencies()),
        (RESTRICTION, EXCLUSION),
    ),
    Ground(
        "You are the safeguarding lead of the agency it was made for, and it is not kept from you.",
        lambda user: sent_here(OPEN_TO_LEADS, for_agency__in=user.posts.agencies(PostKind.SAFEGUARDING_LEAD)),
        (RESTRICTION,),
    ),
)
follow_referral = rule("referrals.follow_referral", on="referrals.Referral", grounds=[*FOLLOWS])
# What is the referrer's alone: nobody takes back what somebody else has sent, or answers what was said to them.
answer_for_referral = rule("referrals.answer_for_referral", on="referrals.Referral", grounds=[MADE_IT])


tell_referrer = rule(
    "referrals.tell_referrer",
    on="referrals.Referral",
    grounds=[Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, Referral))],
)


def sent_here(*conditions, **lookups):
    """Those that were sent, and not what came with a case: where a person went is not for its referrer to read."""
    return Referral.objects.filter(*conditions, came_with_case_at=None, **lookups).values("pk")


def sees_all_of(individual: Individual, user) -> bool:
    """Whether somebody sees every referral there is about a person, and may know how many."""
    return individual.area_id in user.posts.areas(*SEES_ALL)


def of_areas(user, *kinds):
    return Referral.objects.filter(area__in=user.posts.areas(*kinds)).values("pk")


def offered_to(areas, *outcomes):
    transfers = ReferralTransfer.objects.filter(to_area__in=areas, outcome__in=outcomes)
    return transfers.values("referral")
