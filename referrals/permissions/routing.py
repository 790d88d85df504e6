"""Who may see and keep the table of panels."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import ADMINISTRATOR
from prevent_cases.accounts.posts import PostKind
from referrals.models import RoutingRow


def of_areas(areas):
    return RoutingRow.objects.filter(area__in=areas).values("pk")


view_routingrow = rule(
    "referrals.view_routingrow",
    on="referrals.RoutingRow",
    grounds=[Ground("You work in its area.", lambda user: of_areas(user.posts.home_areas))],
)
keep_routingrow = rule(
    "referrals.keep_routingrow",
    on="referrals.RoutingRow",
    grounds=[Ground(ADMINISTRATOR, lambda user: of_areas(user.posts.areas(PostKind.ADMINISTRATOR)))],
)
