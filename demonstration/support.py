"""What panels plan when they offer support, and when it ends."""

from datetime import timedelta

from cases.models import EXIT_ITEMS
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
    """The plan that goes with an offer of support, with dice of its own, and the day until which it goes on."""
    if judgement == Judgement.REMAIN:
        return {"looks_again_on": clock.today() + LOOKED_AT_AFTER}
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
