"""What seeing or working on a case opens of its referrals and their individual."""

from cases.models import Case, CaseReferral
from cases.permissions.case import chaired, individuals_shared_with_gateway, of_seen_cases
from prevent_cases.access import Ground, further_ground, rule
from referrals.models import GatewayAnswer, GatewayRequest, Individual
from referrals.permissions.hold import over

SEES_CARRYING = Ground("You may see the case that carries it.", of_seen_cases(CaseReferral, key="referral"))
further_ground("referrals.view_referral", SEES_CARRYING)
go_to_case = rule("cases.go_to_case", on="referrals.Referral", grounds=[SEES_CARRYING])
further_ground(
    "referrals.view_individual", Ground("You may see a case about them.", of_seen_cases(Individual, "cases"))
)
further_ground(
    "referrals.set_hold",
    Ground("A case about them is shared with the police gateway you work at.", individuals_shared_with_gateway),
)
further_ground(
    "referrals.view_hold",
    Ground(
        "You chair the panel of a case about this person.",
        lambda user: over(Case.objects.filter(pk__in=chaired(user)).values("individual")),
    ),
)


def carried_where_chaired(user):
    return CaseReferral.objects.filter(case__in=chaired(user)).values("referral")


CHAIRS_CARRYING = "You chair the panel of the case that carries the referral."
further_ground(
    "referrals.view_gatewayrequest",
    Ground(
        CHAIRS_CARRYING,
        lambda user: GatewayRequest.objects.filter(referral__in=carried_where_chaired(user)).values("pk"),
    ),
)
further_ground(
    "referrals.view_gatewayanswer",
    Ground(
        CHAIRS_CARRYING,
        lambda user: GatewayAnswer.objects.filter(request__referral__in=carried_where_chaired(user)).values("pk"),
    ),
)
