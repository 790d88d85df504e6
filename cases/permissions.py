"""Who may see and work on cases. guardian's rows say which agency and which colleague; posts say the rest."""

import functools

from django.contrib.auth.models import Permission

from cases.models import Case, CaseGroupPermission, CaseReferral, CaseUserPermission, Consent, Section36Decision, Share
from prevent_cases.access import Ground, further_ground, rule, view_rule
from prevent_cases.accounts.models import AgencyType
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from prevent_cases.reference.models import Section36Policy
from referrals.models import GatewayAnswer, GatewayRequest, Individual, Referral
from referrals.permissions.gateway import police
from referrals.permissions.hold import over

CHAIRS = (PostKind.CHAIR, PostKind.DEPUTY)


@functools.cache
def permission_key(codename: str) -> int:
    """The key of a permission on cases: a constant of this database, so that lists compare a number."""
    return Permission.objects.get(codename=codename, content_type__app_label="cases").pk


def overseen(user):
    return Case.objects.filter(area__in=user.posts.areas(*OVERSEES_AREA)).values("pk")


def coordinated(user):
    return Case.objects.filter(area__in=user.posts.areas(PostKind.COORDINATOR)).values("pk")


def chaired(user):
    return Case.objects.filter(panel__in=user.posts.panels(*CHAIRS)).values("pk")


def shared_with_agency(user):
    grants = CaseGroupPermission.grants.live()
    return grants.filter(group__in=user.posts.groups, permission=permission_key("view_case")).values("content_object")


def shared_with_police(user):
    groups = [agency.group for agency in user.posts.held_agencies(*HANDLES_CASES, type=AgencyType.POLICE)]
    return shared_with_agency(user).filter(group__in=groups)


def individuals_shared_with_gateway(user):
    """Those about whom a case is shared with a police agency at whose gateway somebody works."""
    live = CaseGroupPermission.grants.live().filter(permission=permission_key("view_case"))
    return live.filter(group__in=[agency.group for agency in police(user)]).values("content_object__individual")


def put_on_by_name(user):
    """While they still work for the agency that put them on it."""
    shares = Share.objects.filter(colleague=user, ended_at=None, agency__in=user.posts.agencies()).values("case")
    grants = CaseUserPermission.grants.live().filter(user=user, permission=permission_key("view_case"))
    return grants.filter(content_object__in=shares).values("content_object")


def where_authorised(user):
    authorised = Section36Policy.objects.in_force().filter(council_decides=True).values("area")
    return coordinated(user).filter(area__in=authorised)


COORDINATES = Ground("You coordinate Prevent casework in this area.", coordinated)
CHAIRS_PANEL = Ground("You chair its panel.", chaired)
HANDLES = Ground("It is shared with your agency, and you handle its cases.", shared_with_agency)

view_case = rule(
    "cases.view_case",
    on="cases.Case",
    grounds=[
        Ground("You oversee cases in this area.", overseen),
        CHAIRS_PANEL,
        HANDLES,
        Ground("You were put on this case by name.", put_on_by_name),
    ],
)
share_case = rule("cases.share_case", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
put_colleague_on_case = rule("cases.put_colleague_on_case", on="cases.Case", grounds=[HANDLES])
decide_section36 = rule(
    "cases.decide_section36",
    on="cases.Case",
    grounds=[
        Ground("It is shared with the police, and you decide for them.", shared_with_police),
        Ground("The council has authorised its coordinators to decide.", where_authorised),
    ],
)
record_consent = rule("cases.record_consent", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
decide_case = rule("cases.decide_case", on="cases.Case", grounds=[CHAIRS_PANEL])
write_of_case = rule(
    "cases.write_of_case",
    on="cases.Case",
    grounds=[Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, Case))],
)


def of_seen_cases(model, path="case"):
    """What belongs to cases that the user sees: a query for each way of seeing them, since each has its own index."""

    def keys(user):
        seen = [model.objects.filter(**{f"{path}__in": query}).values("pk") for query in view_case.queries(user)]
        return model.objects.none().union(*seen, all=True)

    return keys


SEEN_WITH_CASE = "You may see its case."


def seen_with_case(model):
    """The ground of everything under a case: seen only where the case is seen."""
    return Ground(SEEN_WITH_CASE, of_seen_cases(model))


def of_seen_case(model, case):
    """What belongs to a case that a page has found its reader to see: nothing more is to be asked.

    Only for what is seen on no other ground than the case.
    """
    if [ground.sentence for ground in view_rule(model).grounds] != [SEEN_WITH_CASE]:
        raise ValueError(f"{model.__name__} is seen on other grounds than its case.")
    return model.objects.filter(case=case)


view_share = rule("cases.view_share", on="cases.Share", grounds=[seen_with_case(Share)])
stop_sharing_case = rule(
    "cases.stop_sharing_case",
    on="cases.Share",
    grounds=[
        Ground(
            "You coordinate Prevent casework in this area.",
            lambda user: Share.objects.filter(case__in=coordinated(user)).values("pk"),
        ),
        Ground("You chair its panel.", lambda user: Share.objects.filter(case__in=chaired(user)).values("pk")),
    ],
)
view_consent = rule("cases.view_consent", on="cases.Consent", grounds=[seen_with_case(Consent)])
view_section36decision = rule(
    "cases.view_section36decision", on="cases.Section36Decision", grounds=[seen_with_case(Section36Decision)]
)

SEES_CARRYING = Ground("You may see the case that carries it.", of_seen_cases(Referral, "carried_by__case"))
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
