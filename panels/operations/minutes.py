"""Making the minutes of an item as a PDF."""

from panels import permissions  # noqa: F401
from panels.models import Minutes
from prevent_cases.accounts.models import User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.documents import pdf
from prevent_cases.operations import operation


@operation("panels.make_minutes", unless=Minutes.obstacle_to_making)
def make_minutes(minutes: Minutes, *, by: User) -> None:
    """Minutes made."""
    item = minutes.item
    of_meeting = (item.meeting.started_at, item.meeting.ended_at)
    minutes.keep(
        pdf.render(
            "panels/pdf/minutes.html",
            {
                "copy_number": minutes.reference,
                "item": item,
                "case": item.case,
                "meeting": item.meeting,
                "decision": getattr(item, "decision", None),
                "reviews": item.reviews.select_related("reviewed_by"),
                "attendances": item.meeting.attendances.select_related("agency"),
                "actions": item.case.actions.standing().filter(agreed_at__range=of_meeting).select_related("agency"),
            },
            reworded=without_providers(),
        )
    )
