"""Who keeps and reads who can give support. None of it is about a person whom it is given to."""

from cases.models import Project, ProviderApproval
from cases.permissions.agreement import CHAIRS_HERE, OVERSEES, areas_chaired, overseen
from cases.permissions.case import COORDINATES
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.permissions import ADMINISTRATOR, areas_administered
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.permissions import seen_at_home


def areas_coordinated(user):
    return Area.objects.filter(pk__in=user.posts.areas(PostKind.COORDINATOR)).values("pk")


def areas_overseen(user):
    return Area.objects.filter(pk__in=overseen(user)).values("pk")


def where_chaired(user):
    return Area.objects.filter(pk__in=areas_chaired(user)).values("pk")


KEEP = ((ADMINISTRATOR, areas_administered), (COORDINATES.sentence, areas_coordinated))
READ = ((ADMINISTRATOR, areas_administered), (OVERSEES, areas_overseen), (CHAIRS_HERE, where_chaired))


def projects(areas):
    return lambda user: Project.objects.filter(area__in=areas(user)).values("pk")


keep_help = rule("cases.keep_help", on="accounts.Area", grounds=[Ground(*each) for each in KEEP])
list_help = rule("cases.list_help", on="accounts.Area", grounds=[Ground(*each) for each in READ])
keep_project = rule(
    "cases.keep_project", on="cases.Project", grounds=[Ground(said, projects(areas)) for said, areas in KEEP]
)
# As with agencies themselves.
view_project = rule("cases.view_project", on="cases.Project", grounds=[seen_at_home(Project)])
view_providerapproval = rule(
    "cases.view_providerapproval",
    on="cases.ProviderApproval",
    grounds=[
        seen_at_home(ProviderApproval, "agency__area"),
        Ground(
            "It serves all areas.",
            lambda user: ProviderApproval.objects.filter(agency__serves_all_areas=True).values("pk"),
        ),
    ],
)
