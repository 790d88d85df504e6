"""Of an area: whose its cases are, which are restricted, and what glass was broken; and who stands in at an agency."""

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from cases.models import (
    BrokenGlass,
    Case,
    Cover,
    LegalHold,
    OwnerCover,
    Restriction,
    RetentionReview,
    UrgentConcern,
    coordinators_of,
    without_owner,
)
from cases.operations.interventions import reaches_nobody
from cases.shown.noticed import lay_noticed
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User

MOST_LISTED = 200


def owners(area: Area, user: User) -> dict[str, Any]:
    """How many live cases each coordinator of an area owns, who stands in for whom, and whose owner has left."""
    # Nobody reads from a number that there is a case that they may not see.
    seen = Case.objects.permitted(user, "cases.view_case").filter(area=area)
    owned = dict(seen.filter(ended_at=None).order_by().values_list("owner").annotate(Count("pk")))
    left = without_owner(seen).values("owner")
    covers = OwnerCover.objects.permitted(user, "cases.view_ownercover").to_come().filter(area=area)
    return {
        "coordinators": [(each, owned.get(each.pk, 0)) for each in coordinators_of(area)],
        "left": [(each, owned[each.pk]) for each in User.objects.filter(pk__in=left).order_by("name", "pk")],
        "covers": covers.select_related("away", "covered_by"),
    }


def restrictions(area: Area, user: User) -> list[Restriction]:
    """Which cases of an area are restricted, by reference: since when, whom to ask, and what holds them; and in which
    somebody is worried now and reaches nobody, as none is named on it who can do something about that.
    """
    known = Restriction.objects.permitted(user, "cases.know_of_restriction").standing()
    in_area = known.filter(case__area=area).select_related("case__owner", "restricted_by")
    holds = LegalHold.objects.permitted(user, "cases.view_legalhold").standing()
    kept = RetentionReview.objects.to_sign().filter(case=OuterRef("case"))
    in_area = in_area.annotate(
        keeping_waits=Exists(kept),
        keeping_to_sign=Exists(kept.exclude(reviewed_by=user)),
    )
    in_area = in_area.order_by("restricted_at", "pk").prefetch_related(
        Prefetch("case__legal_holds", holds, to_attr="holds_shown")
    )
    waiting = UrgentConcern.objects.filter(case__in=known.values("case"), area=area, answered_at=None)
    unheard = {concern.case_id for concern in waiting.select_related("case") if reaches_nobody(concern)}
    for each in in_area:
        each.worried_now = each.case_id in unheard
    return list(in_area)


def broken_glasses(area: Area, user: User) -> dict[str, Any]:
    """All that was broken in an area: those to judge first, then the newest; and how often by whom."""
    seen = BrokenGlass.objects.permitted(user, "cases.view_brokenglass").filter(case__area=area)
    judge = BrokenGlass.objects.permitted(user, "cases.judge_broken_glass").to_judge()
    with_people = seen.select_related("case__individual", "broken_by", "judged_by")
    to_judge = list(with_people.to_judge().order_by("judge_by", "pk"))
    judged = list(with_people.exclude(judged_at=None).order_by("-pk")[:MOST_LISTED])
    lay_noticed([*to_judge, *judged], "broken_by")
    late = Q(judged_at=None, judge_by__lt=clock.today()) | Q(judged_at__date__gt=F("judge_by"))
    counted = (
        seen.order_by()
        .values("broken_by__name", "broken_by")
        .annotate(
            number=Count("pk"),
            right=Count("pk", filter=Q(was_right=True)),
            not_right=Count("pk", filter=Q(was_right=False)),
            late=Count("pk", filter=late),
        )
    )
    return {
        "to_judge": to_judge,
        "mine": set(judge.filter(case__area=area).values_list("pk", flat=True)),
        "judged": judged,
        "counted": counted.order_by("-number", "broken_by__name")[:MOST_LISTED],
    }


def covers(agency: Agency, user: User) -> QuerySet[Cover]:
    """Who is away, and who stands in, now and to come."""
    found = Cover.objects.permitted(user, "cases.view_cover").not_over().filter(agency=agency)
    return found.select_related("agency", "away", "covered_by")
