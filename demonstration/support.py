"""What panels plan when they offer support, and when it ends."""

from datetime import timedelta

import cases.operations
from cases.models import EXIT_ITEMS, PLAN_ITEMS, Case
from demonstration.chance import dice
from panels.judgements import Judgement
from prevent_cases import clock

SUPPORT = (
    (
        "A mentor who talks with them about what they read and whom they meet.",
        "Weekly for three months, at the library.",
    ),
    ("A mentor, and help to find a course.", "Every other week, at the college; the tutor keeps an hour free."),
    ("Somebody to talk to about grief and anger, and a place in the boxing club.", "Weekly, beginning next month."),
)
ASKED = "{coordinator} asks at home in the week after the meeting, with the leaflet."
LOOKED_AT_AFTER = timedelta(days=42)


def planned(story, judgement: str) -> dict:
    """The plan that goes with an offer of support, with dice of its own; nothing with any other judgement."""
    if judgement != Judgement.ENTER:
        return {}
    support, arrangements = dice(f"support {story.number}").choice(SUPPORT)
    return {
        "consent_request": ASKED.format(coordinator=story.place.coordinator),
        "support": support,
        "provider": story.place.provider.name,
        "arrangements": arrangements,
        "review_on": clock.today() + LOOKED_AT_AFTER,
    }


AFTERWARDS = (
    "The place on the course, and the club on Thursdays.",
    "The form tutor, whom they asked for themselves; in the holidays the youth worker of the ward.",
    "The school goes on with early help. The family hub has the number of the coordinator.",
)


def afterwards(judgement: str) -> dict:
    """What is planned for the time after support; nothing with any other judgement."""
    return dict(zip(EXIT_ITEMS, AFTERWARDS, strict=True)) if judgement == Judgement.EXIT else {}


def look_again(case: Case, by) -> None:
    """The plan goes on, until a further day."""
    plan = case.support_plans.standing().last()
    items = {name: getattr(plan, name) for name in PLAN_ITEMS}
    cases.operations.plan_support(case, by=by, review_on=clock.today() + LOOKED_AT_AFTER, **items)
