"""In which cases somebody looks for words: in those they work on, and for a purpose in all of an area."""

from django.db.models import Exists, OuterRef

from cases.models import AreaSearch, Case, OwnerCover
from cases.permissions.case import CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME, coordinated
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.posts import PostKind

SEARCH_AREAS = (PostKind.COORDINATOR, PostKind.GOVERNANCE_LEAD)


def owned(user):
    areas = user.posts.areas(PostKind.COORDINATOR)
    return Case.objects.filter(owner=user, area__in=areas).values("pk")


def stood_in_for(user):
    covers = OwnerCover.objects.current().filter(area=OuterRef("area"), away=OuterRef("owner"), covered_by=user)
    return coordinated(user).filter(Exists(covers))


search_case = rule(
    "cases.search_case",
    on="cases.Case",
    grounds=[
        Ground("You own this case.", owned),
        Ground("You stand in for its owner, who is away.", stood_in_for),
        CHAIRS_PANEL,
        HANDLES,
        ON_CASE_BY_NAME,
    ],
)
search_area = rule(
    "cases.search_area",
    on="accounts.Area",
    grounds=[
        Ground(
            "You coordinate Prevent casework here, or lead on information governance.",
            lambda user: Area.objects.filter(pk__in=user.posts.areas(*SEARCH_AREAS)).values("pk"),
        )
    ],
)
view_areasearch = rule(
    "cases.view_areasearch",
    on="cases.AreaSearch",
    grounds=[
        Ground(
            "You lead on information governance here.",
            lambda user: AreaSearch.objects.filter(area__in=user.posts.areas(PostKind.GOVERNANCE_LEAD)).values("pk"),
        ),
        Ground(
            "You searched, and you still coordinate casework here.",
            lambda user: AreaSearch.objects.filter(
                searched_by=user, area__in=user.posts.areas(PostKind.COORDINATOR)
            ).values("pk"),
        ),
    ],
)
