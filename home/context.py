"""What stands around every page: the area's name, the menu of the signed-in person, the banners."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from cases.models import BrokenGlass
from cases.permissions.shut import OPENED_BY_BROKEN_GLASS
from prevent_cases import clock
from prevent_cases.access import not_shut
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind

WORKS_ON_CASES = (*HANDLES_CASES, *OVERSEES_AREA, PostKind.CHAIR, PostKind.DEPUTY)

REFERS = (PostKind.OFFICER, PostKind.SAFEGUARDING_LEAD, PostKind.REPRESENTATIVE)

# What the menu says, where it leads, and for the holders of which posts.
MENU = (
    ("Home", "home:home", tuple(PostKind)),
    ("Your referrals", "referrals:list_own_referrals", REFERS),
    ("Referrals", "referrals:list_referrals", (PostKind.FRONT_DOOR, *OVERSEES_AREA)),
    ("Cases", "cases:list_cases", WORKS_ON_CASES),
    ("Search", "home:search", WORKS_ON_CASES),
    ("Support you give", "cases:list_interventions", (PostKind.PROVIDER,)),
    ("Meetings", "panels:list_meetings", WORKS_ON_CASES),
    ("Actions", "actions:list_actions", WORKS_ON_CASES),
    ("Areas", "accounts:list_areas", (PostKind.ADMINISTRATOR,)),
)  # fmt: skip


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """The variables that layouts/page.html needs."""
    frame: dict[str, Any] = {"idle_minutes": settings.SESSION_IDLE_MINUTES}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return frame
    return frame | {
        "navigation": list(menu(request, user)),
        "area_name": area_name(user),
        "open_glasses": open_glasses(user),
        "made_at": clock.now(),
    }


def menu(request: HttpRequest, user: User):
    for text, url_name, kinds in MENU:
        if user.posts.holds(*kinds):
            url = reverse(url_name)
            yield {"text": text, "url": url, "current": request.path == url}


def area_name(user: User) -> str:
    """The name of the area this person works in; of several, none."""
    names = list(user.posts.home_areas.values())
    return names[0] if len(names) == 1 else ""


def open_glasses(user: User):
    """The broken glass that is open to this person now. For whoever has none, nearly everybody, nothing is asked."""
    if not user.posts.read_with[OPENED_BY_BROKEN_GLASS]:
        return []
    now = BrokenGlass.objects.filter(broken_by=user, closed_at=None, ends_at__gt=clock.now())
    # Of nothing that has been shut to them since.
    return now.filter(not_shut(user, BrokenGlass)).select_related("case").order_by("pk")
