"""Who can see a case, and why; and why somebody can or cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cases.models import BrokenGlass, Case, Purpose, RequestToSee, Share
from cases.permissions.broken_glass import who_judges
from cases.permissions.explained import (
    can_see,
    of_openings,
    of_readers,
    posts_of,
    who_can_see,
    who_knows_of_it,
    why_or_why_not,
)
from prevent_cases.access import May, rules
from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetch_together
from prevent_cases.reference.models import BrokenGlassPolicy

# What a higher app knows of shares: each lays it beside them, as far as their reader may know it.
LAID_BESIDE_SHARES: list[Callable[[list[Share], User, May], None]] = []

# The others stand in the list of the area and, that they looked, in the history.
MOST_SHOWN = 20


def seen_by(case: Case, user: User, may: May) -> dict[str, Any]:
    """Who can see a case, and why; and why the reader can. Who is excluded, and what it was shared despite, is for
    those who may do something about it.
    """
    glasses = BrokenGlass.objects.permitted(user, "cases.view_brokenglass").filter(case=case)
    asked = RequestToSee.objects.permitted(user, "cases.view_requesttosee").waiting().filter(case=case)
    purposes = Purpose.objects.permitted(user, "cases.view_purpose").filter(case=case)
    fetch_together(
        case,
        **of_readers(case),
        **of_openings(case),
        glasses=glasses.select_related("broken_by", "judged_by").order_by("pk"),
        purposes_shown=purposes.select_related("said_by").order_by("-pk")[:MOST_SHOWN],
        asked=asked.select_related("asked_by", "agency").order_by("pk"),
    )
    for lay_beside in LAID_BESIDE_SHARES:
        lay_beside(case.ever_shared, user, may)
    for share in case.ever_shared:
        share.despite_shown = share.despite_agreement if may.share_case else ""
    return {
        "readers": who_can_see(case),
        "know_of_it": who_knows_of_it(case),
        "reasons": rules["cases.view_case"].reasons(user, case),
        "restriction": next(iter(case.standing_restrictions), None),
        "excluded": case.now_excluded if may.exclude_person else [],
    }


@dataclass(frozen=True)
class Explained:
    """Whether somebody can see a case, and the sentences that say why or why not."""

    person: User
    sees: bool
    sentences: list[str]


def explained(case: Case, person: User) -> Explained:
    fetch_together(case, **of_readers(case), held=posts_of(person))
    return Explained(person, can_see(case, person), list(why_or_why_not(case, person, case.held)))


def glass_terms(case: Case, user: User) -> dict[str, Any]:
    """What somebody is told before they break the glass: how long it opens, and who judges it by when."""
    return {"policy": BrokenGlassPolicy.of(case.area), "judges": who_judges(case, user)}
