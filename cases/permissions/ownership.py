"""Who allocates cases and arranges who stands in for their owners."""

from cases.models import Allocation, OwnerCover
from cases.permissions.case import COORDINATES, seen_with_case
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.posts import OVERSEES_AREA, PostKind

COORDINATES_HERE = "You coordinate Prevent casework in this area."

view_allocation = rule("cases.view_allocation", on="cases.Allocation", grounds=[seen_with_case(Allocation)])
allocate_case = rule("cases.allocate_case", on="cases.Case", grounds=[COORDINATES])
allocate_cases = rule(
    "cases.allocate_cases",
    on="accounts.Area",
    grounds=[
        Ground(
            COORDINATES_HERE,
            lambda user: Area.objects.filter(pk__in=user.posts.areas(PostKind.COORDINATOR)).values("pk"),
        )
    ],
)
view_owners = rule(
    "cases.view_owners",
    on="accounts.Area",
    grounds=[
        Ground(
            "You oversee cases in this area.",
            lambda user: Area.objects.filter(pk__in=user.posts.areas(*OVERSEES_AREA)).values("pk"),
        )
    ],
)
view_ownercover = rule(
    "cases.view_ownercover",
    on="cases.OwnerCover",
    grounds=[
        Ground(
            "You oversee cases in this area.",
            lambda user: OwnerCover.objects.filter(area__in=user.posts.areas(*OVERSEES_AREA)).values("pk"),
        )
    ],
)
end_owner_cover = rule(
    "cases.end_owner_cover",
    on="cases.OwnerCover",
    grounds=[
        Ground(
            COORDINATES_HERE,
            lambda user: OwnerCover.objects.filter(area__in=user.posts.areas(PostKind.COORDINATOR)).values("pk"),
        )
    ],
)
