"""How often glass was broken in an area, and what was thought of it: numbers, and nothing of anybody."""

from datetime import datetime

from django.db.models import Count, F, Q

from cases.models import BrokenGlass
from prevent_cases import clock
from prevent_cases.accounts.models import Area

# What is counted, and in which words.
GLASS = {
    "broken": "Times that glass was broken",
    "right": "Judged in time: it was right",
    "not_right": "Judged in time: it was not right",
    "late": "Not judged in time",
    "to_judge": "Still to be judged, in time",
}
GLASS_SPLITS = {"broken": ("right", "not_right", "late", "to_judge")}


def count_glass(area: Area, *spans: tuple[datetime, datetime]) -> list[dict[str, int]]:
    """Of what was broken from one moment to another, where it stood at the second: for several spans in one query."""
    asked = {
        f"{name}_{place}": Count("pk", filter=stands & Q(broken_at__gte=since, broken_at__lt=before))
        for place, (since, before) in enumerate(spans)
        for name, stands in conditions(before).items()
    }
    counts = BrokenGlass.objects.filter(case__area=area).aggregate(**asked)
    return [{name: counts[f"{name}_{place}"] for name in GLASS} for place in range(len(spans))]


def conditions(moment: datetime) -> dict[str, Q]:
    """Where broken glass stands at a moment: all of it, and in one of the others."""
    judged, in_time = Q(judged_at__lt=moment), Q(judged_at__date__lte=F("judge_by"))
    not_judged = Q(judged_at=None) | Q(judged_at__gte=moment)
    day = clock.day_of(moment)
    return {
        "broken": Q(),
        "right": judged & in_time & Q(was_right=True),
        "not_right": judged & in_time & Q(was_right=False),
        "late": judged & ~in_time | not_judged & Q(judge_by__lt=day),
        "to_judge": not_judged & Q(judge_by__gte=day),
    }
