"""Making the minutes of an item as a PDF."""

from actions.known import with_disputes as actions_with_disputes
from actions.models import Action
from panels import permissions  # noqa: F401
from panels.known import said_against, with_disputes
from panels.models import AgendaItem, Meeting, Minutes, earlier_deferrals
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
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
                "said_against": said_against(of=item),
                "deferrals": list(earlier_deferrals(item)),
                "reviews": with_disputes(item.reviews.select_related("reviewed_by")),
                # In error it says so here and not why: these words were written for the meeting and may be of another
                # case, which nobody reads in the minutes of this one. The page of the conference says them.
                "attendances": item.meeting.attendances.select_related("agency"),
                "actions": actions_with_disputes(
                    item.case.actions.standing().filter(agreed_at__range=of_meeting).select_related("agency")
                ),
            },
            reworded=without_providers(),
        )
    )


def ask_for_minutes(item: AgendaItem, *, by: User) -> None:
    minutes = Minutes.objects.create(item=item, asked_by=by, asked_at=clock.now())
    later("panels.make_minutes", minutes.pk)


def ask_for_minutes_anew(item: AgendaItem, *, by: User) -> None:
    """With what has been said against what it holds since; a meeting that has not ended has none yet."""
    # Locked: it ends before this, and has its minutes, or after it, and what is said here stands in them.
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=item.meeting_id)
    if meeting.ended_at:
        ask_for_minutes(item, by=by)


def ask_for_all_minutes_anew(meeting: Meeting, *, by: User) -> None:
    """Once it has ended: with who was there as it is recorded now."""
    if not meeting.ended_at:
        return  # It has none yet.
    for item in AgendaItem.objects.filter(pk__in=Minutes.objects.filter(item__meeting=meeting).values("item")):
        ask_for_minutes(item, by=by)


def ask_for_minutes_with(action: Action, *, by: User) -> None:
    """Anew, those of a meeting in which an action was agreed: what is said against it stands beside it."""
    of_meeting = {"meeting__started_at__lte": action.agreed_at, "meeting__ended_at__gte": action.agreed_at}
    for item in AgendaItem.objects.filter(case=action.case_id, **of_meeting).order_by("pk"):
        ask_for_minutes_anew(item, by=by)
