"""Those of Eastmarsh who turn 18: a case has gone to the adults' panel, another waits for its answer."""

from datetime import timedelta

import cases.operations
import panels.operations
from cases.models import Case, OfferedBecause, PanelOffer, panels_for_children
from demonstration.diary import Diary
from demonstration.places import Place
from referrals.models import ADULT_AT

FIRST_NOTE = (
    "Turned 18 this term. Support goes well: the mentor has met them five times, and they came. They agreed themselves "
    "at their birthday. They would rather not start again with new faces, so please let the mentor go on."
)
SECOND_NOTE = (
    "At the college, where the tutor is the one they trust. What their parents agreed to ends at 18; they have been "
    "told that it is then for them to say. We would like to tell your chair ourselves how they want to be spoken with."
)
ANSWER = "We take it on, and ask the mentor to our next meeting."


def offer_those_who_are_18(place: Place, diary: Diary) -> None:
    """Offered by the coordinator; the chair of both panels takes the first on two days later."""
    adults = place.panels["Safeguarding Adults Panel"]

    def enter(event, **ago) -> None:
        diary.enter(diary.until - timedelta(**ago), event)

    def offer(note: str, *, from_age: int) -> None:
        children = Case.objects.filter(
            area=place.area,
            ended_at=None,
            panel__in=panels_for_children(),
            panel_offers=None,
            individual__born_on__isnull=False,
        ).order_by("individual__born_on")
        case = children.first()
        if case and case.individual.age >= from_age:
            cases.operations.offer_to_panel(
                case, by=place.coordinator, panel=adults, because=OfferedBecause.TURNS_18, note=note
            )

    def take_on() -> None:
        if waiting := PanelOffer.objects.waiting().filter(to_panel=adults).first():
            panels.operations.answer_panel_offer(waiting, by=place.chair, accepted=True, answer=ANSWER)

    enter(lambda: offer(FIRST_NOTE, from_age=ADULT_AT), days=5, hours=3)
    enter(take_on, days=3, hours=2)
    enter(lambda: offer(SECOND_NOTE, from_age=ADULT_AT - 1), days=1, hours=4)
