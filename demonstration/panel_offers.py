"""A case of Eastmarsh that is offered to the other panel, whose chair has not answered."""

from datetime import timedelta

import cases.operations
from cases.models import Case, OfferedBecause, panels_for_children
from demonstration.diary import Diary
from demonstration.places import Place

NOTE = (
    "The older brother's case is with your panel, and the same people see the family in both. They ask why they are "
    "visited twice. We would like both looked at together from the next meeting on; the school's tutor is the one this "
    "child trusts, and can come."
)


def offer_to_the_other_panel(place: Place, diary: Diary) -> None:
    """Offered by the coordinator the day before: the eldest with whom the panel for children works."""

    def offer() -> None:
        children = Case.objects.filter(area=place.area, ended_at=None, panel__in=panels_for_children())
        if case := children.order_by("individual__born_on", "pk").first():
            cases.operations.offer_to_panel(
                case,
                by=place.coordinator,
                panel=place.panels["Safeguarding Adults Panel"],
                because=OfferedBecause.OTHER,
                note=NOTE,
            )

    diary.enter(diary.until - timedelta(days=1, hours=4), offer)
