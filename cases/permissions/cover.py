"""Who names who stands in at an agency, and who may know it."""

from django.db.models import Q

from cases.models import Cover
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Agency, Panel
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind


def own_agencies(user):
    return Agency.objects.filter(pk__in=user.posts.agencies(*HANDLES_CASES)).values("pk")


def of_own_agencies(user):
    return Cover.objects.filter(agency__in=user.posts.agencies(*HANDLES_CASES)).values("pk")


def at_agencies_serving(areas):
    serve = Agency.objects.filter(Q(area__in=areas) | Q(serves_all_areas=True))
    return Cover.objects.filter(agency__in=serve).values("pk")


OWN = "You handle the cases of this agency."

name_cover = rule("cases.name_cover", on="accounts.Agency", grounds=[Ground(OWN, own_agencies)])
view_cover = rule(
    "cases.view_cover",
    on="cases.Cover",
    grounds=[
        Ground(OWN, of_own_agencies),
        Ground(
            "You oversee cases in an area that the agency serves.",
            lambda user: at_agencies_serving(user.posts.areas(*OVERSEES_AREA)),
        ),
        Ground(
            "You chair a panel in an area that the agency serves.",
            lambda user: at_agencies_serving(
                Panel.objects.filter(pk__in=user.posts.panels(PostKind.CHAIR, PostKind.DEPUTY)).values("area")
            ),
        ),
    ],
)
end_cover = rule("cases.end_cover", on="cases.Cover", grounds=[Ground(OWN, of_own_agencies)])
