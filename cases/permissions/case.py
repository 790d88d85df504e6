"""Who may see a case, and the keys of cases by which everything else is asked."""

import functools

from django.contrib.auth.models import Permission

from cases.models import Case, CaseGroupPermission, CaseUserPermission, Level, Share
from cases.permissions.shut import OPENED_BY_BROKEN_GLASS
from prevent_cases.access import Ground, rule, view_rule
from prevent_cases.accounts.models import AgencyType
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from referrals.permissions.gateway import police

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


def open_to_agency(user, level):
    """What is shared with the agencies whose cases somebody handles, at one level."""
    grants = CaseGroupPermission.grants.live()
    key = permission_key(level.codename)
    return grants.filter(group__in=user.posts.groups, permission=key).values("content_object")


def shared_with_agency(user):
    return open_to_agency(user, Level.READ)


def shared_with_police(user):
    groups = [agency.group for agency in user.posts.held_agencies(*HANDLES_CASES, type=AgencyType.POLICE)]
    return shared_with_agency(user).filter(group__in=groups)


def individuals_shared_with_gateway(user):
    """Those about whom a case is shared with a police agency at whose gateway somebody works."""
    live = CaseGroupPermission.grants.live().filter(permission=permission_key("view_case"))
    return live.filter(group__in=[agency.group for agency in police(user)]).values("content_object__individual")


def put_on_by_name(user, level=Level.READ):
    """While they still work for the agency that put them on it."""
    own = Share.objects.filter(colleague=user, level=level, ended_at=None)
    shares = own.filter(agency__in=user.posts.agencies()).values("case")
    grants = CaseUserPermission.grants.live().filter(user=user, permission=permission_key(level.codename))
    return grants.filter(content_object__in=shares).values("content_object")


def behind_broken_glass(user):
    """While it is broken: which these are was read with the posts, and for nearly everybody is none."""
    return Case.objects.filter(pk__in=user.posts.read_with[OPENED_BY_BROKEN_GLASS]).values("pk")


COORDINATES = Ground("You coordinate Prevent casework in this area.", coordinated)
CHAIRS_PANEL = Ground("You chair its panel.", chaired)
HANDLES = Ground("It is shared with your agency, and you handle its cases.", shared_with_agency)
ON_CASE_BY_NAME = Ground("You were put on this case by name.", put_on_by_name)
BROKE_GLASS = Ground("You broke the glass, and it closes by itself.", behind_broken_glass)

view_case = rule(
    "cases.view_case",
    on="cases.Case",
    grounds=[
        Ground("You oversee cases in this area.", overseen),
        CHAIRS_PANEL,
        HANDLES,
        ON_CASE_BY_NAME,
        BROKE_GLASS,
    ],
)

# Shared below reading: what these open is said rule by rule, and nothing of it comes with seeing the case.
CONTRIBUTES = Ground(
    "It is shared with your agency so that it contributes, and you handle its cases.",
    lambda user: open_to_agency(user, Level.CONTRIBUTE),
)
PUT_ON_TO_CONTRIBUTE = Ground(
    "You were put on this case by name, to contribute.", lambda user: put_on_by_name(user, Level.CONTRIBUTE)
)
KNOWS = Ground(
    "It is shared with your agency so that it knows of it, and you handle its cases.",
    lambda user: open_to_agency(user, Level.KNOW),
)
PUT_ON_TO_KNOW = Ground(
    "You were put on this case by name, to know of it.", lambda user: put_on_by_name(user, Level.KNOW)
)
# Each holds what is below it.
contribute_to_case = rule(
    "cases.contribute_to_case", on="cases.Case", grounds=[*view_case.grounds, CONTRIBUTES, PUT_ON_TO_CONTRIBUTE]
)
know_of_case = rule("cases.know_of_case", on="cases.Case", grounds=[*contribute_to_case.grounds, KNOWS, PUT_ON_TO_KNOW])
BELOW_READING = (CONTRIBUTES, PUT_ON_TO_CONTRIBUTE, KNOWS, PUT_ON_TO_KNOW)


def known_below_reading(user):
    """The cases that are shared with somebody at a level below reading: few among those they may know of."""
    found = [query for ground in BELOW_READING for query in ground.queries(user)]
    return Case.objects.filter(pk__in=Case.objects.none().union(*found, all=True))


decide_case = rule("cases.decide_case", on="cases.Case", grounds=[CHAIRS_PANEL])
write_of_case = rule(
    "cases.write_of_case",
    on="cases.Case",
    grounds=[Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, Case))],
)


def of_seen_cases(model, path="case", key="pk"):
    """What belongs to cases that the user sees: a query for each way of seeing them, since each has its own index."""

    def keys(user):
        seen = [model.objects.filter(**{f"{path}__in": query}).values(key) for query in view_case.queries(user)]
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
