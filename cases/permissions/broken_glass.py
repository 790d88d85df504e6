"""Who may look for a case they cannot see and break the glass, and who judges that."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import BrokenGlass, Case, Exclusion
from cases.permissions.case import CHAIRS, CHAIRS_PANEL, COORDINATES, chaired, coordinated
from cases.permissions.restriction import GOVERNS, areas_governed
from prevent_cases import clock
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area, Panel, PanelKind, Post, User
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from referrals.permissions.referral import RESTRICTION


def areas_overseen(user):
    return user.posts.areas(*OVERSEES_AREA)


def areas_handled(user):
    return {agency.area for agency in user.posts.held_agencies(*HANDLES_CASES)}


def areas_chaired(user):
    return Panel.objects.filter(pk__in=user.posts.panels(*CHAIRS)).exclude(kind=PanelKind.BOARD).values("area")


WORKS_HERE = {
    "You oversee cases in this area.": areas_overseen,
    "You handle cases for an agency of this area.": areas_handled,
    "You chair a panel of this area.": areas_chaired,
}


def of_areas(areas):
    return lambda user: Case.objects.filter(area__in=areas(user)).values("pk")


# What is restricted can be asked for, and in an emergency opened; what somebody is excluded from cannot.
IN_OWN_AREA = [Ground(sentence, of_areas(areas), (RESTRICTION,)) for sentence, areas in WORKS_HERE.items()]

look_for_case = rule(
    "cases.look_for_case",
    on="accounts.Area",
    grounds=[
        Ground(sentence, lambda user, areas=areas: Area.objects.filter(pk__in=areas(user)).values("pk"))
        for sentence, areas in WORKS_HERE.items()
    ],
)
ask_to_see = rule("cases.ask_to_see", on="cases.Case", grounds=IN_OWN_AREA)
break_glass = rule("cases.break_glass", on="cases.Case", grounds=IN_OWN_AREA)


def broken_where_governed(user):
    return BrokenGlass.objects.filter(case__area__in=user.posts.areas(PostKind.GOVERNANCE_LEAD))


def governance_leads(area) -> QuerySet[Post]:
    return Post.objects.current().filter(kind=PostKind.GOVERNANCE_LEAD, area=area, user__is_active=True)


def chairs(panel) -> QuerySet[Post]:
    return Post.objects.current().filter(kind__in=CHAIRS, panel=panel, user__is_active=True)


def not_excluded(posts: QuerySet[Post], individual) -> QuerySet[Post]:
    """Of some posts those whose holders may see the work on somebody at all."""
    excluded = Exclusion.objects.standing().filter(person=OuterRef("user"), case__individual=individual)
    return posts.filter(~Exists(excluded))


def left_to_chairs() -> Q:
    """What nobody judged in time, or nobody who answers for information governance can judge."""
    others = governance_leads(OuterRef("case__area")).exclude(user=OuterRef("broken_by"))
    others = not_excluded(others, OuterRef(OuterRef("case__individual")))
    return Q(Q(judge_by__lt=clock.today()) | ~Exists(others), judged_at=None)


def left_to_chair(user):
    """These, and what they judged."""
    glasses = BrokenGlass.objects.filter(case__in=chaired(user)).exclude(broken_by=user)
    return glasses.filter(left_to_chairs() | Q(judged_by=user)).values("pk")


LEFT_TO_CHAIR = Ground(
    "You chair its panel, and it was not judged in time, or nobody else can judge it.", left_to_chair, (RESTRICTION,)
)


def who_judges(case: Case, by: User) -> str:
    """Who is asked first to judge that somebody breaks the glass, as whoever does is told beforehand."""
    if not_excluded(governance_leads(case.area_id).exclude(user=by), case.individual_id).exists():
        return "the information governance lead"
    if not_excluded(chairs(case.panel_id).exclude(user=by), case.individual_id).exists():
        return "whoever chairs its panel"
    return "whoever next answers for information governance here, since nobody can now,"


BROKE_IT = Ground(
    "You broke it.",
    lambda user: BrokenGlass.objects.filter(broken_by=user, case__area__in=user.posts.home_areas).values("pk"),
)

view_brokenglass = rule(
    "cases.view_brokenglass",
    on="cases.BrokenGlass",
    grounds=[
        BROKE_IT,
        Ground(COORDINATES.sentence, lambda user: BrokenGlass.objects.filter(case__in=coordinated(user)).values("pk")),
        Ground(CHAIRS_PANEL.sentence, lambda user: BrokenGlass.objects.filter(case__in=chaired(user)).values("pk")),
        Ground(GOVERNS, lambda user: broken_where_governed(user).values("pk"), (RESTRICTION,)),
        LEFT_TO_CHAIR,
    ],
)
close_broken_glass = rule("cases.close_broken_glass", on="cases.BrokenGlass", grounds=[BROKE_IT])
judge_broken_glass = rule(
    "cases.judge_broken_glass",
    on="cases.BrokenGlass",
    grounds=[
        Ground(
            "You answer for how this area keeps and shares information, and did not break it yourself.",
            lambda user: broken_where_governed(user).exclude(broken_by=user).values("pk"),
            (RESTRICTION,),
        ),
        LEFT_TO_CHAIR,
    ],
)
list_broken_glasses = rule("cases.list_broken_glasses", on="accounts.Area", grounds=[Ground(GOVERNS, areas_governed)])
write_of_broken_glass = rule(
    "cases.write_of_broken_glass",
    on="cases.BrokenGlass",
    grounds=[
        Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, BrokenGlass))
    ],
)
