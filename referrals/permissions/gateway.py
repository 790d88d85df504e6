"""Who asks the police gateway, and who answers for it."""

from prevent_cases.access import Ground, further_ground, rule
from prevent_cases.accounts.models import AgencyType
from prevent_cases.accounts.posts import PostKind
from referrals.models import GatewayAnswer, GatewayRequest
from referrals.permissions.referral import of_areas

GATEWAY = (PostKind.GATEWAY_OFFICER, PostKind.GATEWAY_SUPERVISOR)


def police(user, *kinds):
    """The police agencies at whose gateway somebody works."""
    return user.posts.held_agencies(*(kinds or GATEWAY), type=AgencyType.POLICE)


def coordinated(user):
    return GatewayRequest.objects.filter(referral__in=of_areas(user, PostKind.COORDINATOR))


def asked_of(user, *kinds):
    """What the police agencies are or were asked at whose gateway somebody works, and what was not recalled."""
    agencies = [agency.key for agency in police(user, *kinds)]
    return GatewayRequest.objects.filter(agency__in=agencies, recalled_at=None)


def waiting(user, *kinds):
    """What they are asked now."""
    return asked_of(user, *kinds).filter(answered_at=None)


COORDINATES = "You coordinate Prevent casework in this area."
ASKED = "The police gateway you work at has been asked about it, and has not answered yet."

further_ground("referrals.view_referral", Ground(ASKED, lambda user: waiting(user).values("referral")))
view_gatewayrequest = rule(
    "referrals.view_gatewayrequest",
    on="referrals.GatewayRequest",
    grounds=[
        Ground(COORDINATES, lambda user: coordinated(user).values("pk")),
        Ground(ASKED, lambda user: waiting(user).values("pk")),
    ],
)
view_gatewayanswer = rule(
    "referrals.view_gatewayanswer",
    on="referrals.GatewayAnswer",
    grounds=[
        Ground(COORDINATES, lambda user: GatewayAnswer.objects.filter(request__in=coordinated(user)).values("pk")),
        Ground(ASKED, lambda user: GatewayAnswer.objects.filter(request__in=waiting(user)).values("pk")),
    ],
)
look_back_at_request = rule(
    "referrals.look_back_at_request",
    on="referrals.GatewayRequest",
    grounds=[
        Ground(
            "The police gateway you work at has answered it.",
            lambda user: asked_of(user).filter(answered_at__isnull=False).values("pk"),
        )
    ],
)
recall_from_gateway = rule(
    "referrals.recall_from_gateway",
    on="referrals.GatewayRequest",
    grounds=[Ground(COORDINATES, lambda user: coordinated(user).values("pk"))],
)
answer_for_gateway = rule(
    "referrals.answer_for_gateway",
    on="referrals.GatewayRequest",
    grounds=[Ground(ASKED, lambda user: waiting(user).values("pk"))],
)
sign_gateway_answer = rule(
    "referrals.sign_gateway_answer",
    on="referrals.GatewayAnswer",
    grounds=[
        Ground(
            "You supervise the police gateway that has been asked.",
            lambda user: GatewayAnswer.objects.filter(request__in=waiting(user, PostKind.GATEWAY_SUPERVISOR)).values(
                "pk"
            ),
        )
    ],
)
