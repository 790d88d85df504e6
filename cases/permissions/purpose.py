"""Who says for what they open a case, because nothing but a post for its whole area opens it to them; and who reads it.

Whoever works on it is spared (docs/adr/0028).
"""

from django.db.models import Q

from cases.models import Case, NamedReader, Purpose, UrgentConcern
from cases.permissions.area_search import search_case
from cases.permissions.case import BROKE_GLASS, CHAIRS_PANEL, COORDINATES, chaired, coordinated, overseen
from cases.permissions.restriction import GOVERNS, governed
from prevent_cases import clock
from prevent_cases.access import First, Ground, asks_first, asks_first_besides, rule
from prevent_cases.accounts.posts import READ_WITH_POSTS, PostKind

PURPOSES_SAID = "purposes_said"


def purposes_said(person, now):
    """The cases for which somebody has said a purpose that holds at a moment."""
    return Purpose.objects.filter(said_by=person, ends_at__gt=now).order_by("case").values("case").distinct()


READ_WITH_POSTS[PURPOSES_SAID] = purposes_said


def named_on(user):
    named = NamedReader.objects.filter(person=user, removed_at=None, restriction__lifted_at=None)
    return named.values("restriction__case")


def worried_about(user):
    """Whoever has answered writes the rest down on the same day."""
    areas = user.posts.areas(PostKind.COORDINATOR)
    own = Q(answered_by=user, answered_at__gte=clock.start_of_today())
    return UrgentConcern.objects.filter(Q(answered_at=None) | own, area__in=areas).values("case")


def of_a_purpose(user):
    return Case.objects.filter(pk__in=user.posts.read_with[PURPOSES_SAID]).values("pk")


say_purpose = rule("cases.say_purpose", on="cases.Case", grounds=[Ground("You oversee cases in this area.", overseen)])
work_on_case = rule(
    "cases.work_on_case",
    on="cases.Case",
    grounds=[
        *search_case.grounds,
        Ground("It is restricted, and you are named on it.", named_on),
        Ground(
            "Whoever gives support is worried now, and waits for a coordinator's answer or had yours today.",
            worried_about,
        ),
        BROKE_GLASS,
        Ground("You have said for what you open it.", of_a_purpose),
    ],
)
asks_first("cases.Case", First(say_purpose.name, unless=work_on_case.name))
# Where a case was taken on in another area, what went over with it is read there, and is under the sender's case.
asks_first_besides("cases.CaseTransfer", "cases.Case", "came_by", of="pk")
asks_first_besides("cases.CaseFile", "cases.Case", "came_by__pieces_ticked__contribution", of="contribution")
# What a case carries says most of what it is about.
asks_first_besides("referrals.Referral", "cases.Case", "carried_referrals__referral", of="pk")
# Their reasons stand apart from the case, and nobody learns of a hold from what somebody opened it for.
asks_first("cases.LegalHold", None)

view_purpose = rule(
    "cases.view_purpose",
    on="cases.Purpose",
    grounds=[
        Ground(COORDINATES.sentence, lambda user: Purpose.objects.filter(case__in=coordinated(user)).values("pk")),
        Ground(CHAIRS_PANEL.sentence, lambda user: Purpose.objects.filter(case__in=chaired(user)).values("pk")),
        Ground(GOVERNS, lambda user: Purpose.objects.filter(case__in=governed(user)).values("pk")),
    ],
)
