"""Planning meetings from a panel's cadence, and writing their agendas."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from cases.models import Case
from cases.models import Stage as CaseStage
from panels import permissions  # noqa: F401
from panels.models import AgendaItem, Meeting, to_review
from prevent_cases import clock
from prevent_cases.accounts.models import Panel, User
from prevent_cases.operations import AlreadyDone, Refused, operation

LONDON = ZoneInfo("Europe/London")
PLANNED_AHEAD = timedelta(weeks=26)


def meeting_times(panel: Panel, since: datetime, before: datetime) -> list[datetime]:
    """When a panel meets between two moments: its cadence in London's clock time, summer and winter."""
    first = panel.first_meeting_at.astimezone(LONDON).replace(tzinfo=None)
    rule = rrulestr(panel.cadence, dtstart=first)
    naive = (moment.astimezone(LONDON).replace(tzinfo=None) for moment in (since, before))
    return [time.replace(tzinfo=LONDON) for time in rule.between(*naive, inc=True)]


@operation("panels.plan_meetings")
def plan_meetings(panel: Panel, *, by: User) -> list[Meeting]:
    """Meetings planned for the next half year."""
    times = meeting_times(panel, clock.now(), clock.now() + PLANNED_AHEAD) if panel.cadence else []
    planned = set(panel.meetings.filter(starts_at__in=times).values_list("starts_at", flat=True))
    missing = [time for time in times if time not in planned]
    if not missing:
        raise AlreadyDone("All meetings are planned.")
    return [Meeting.objects.create(panel=panel, starts_at=time) for time in missing]


@operation("panels.organise_meeting", unless=Meeting.obstacle_to_listing)
def list_case(meeting: Meeting, *, by: User, case: Case) -> AgendaItem:
    """Case listed for the meeting."""
    if case.panel_id != meeting.panel_id:
        raise Refused("This case is another panel's.", field="case")
    if not case.is_live and not to_review(Case.objects.filter(pk=case.pk)).exists():
        raise Refused(case.obstacle_to_change(), field="case")
    if meeting.items.filter(case=case).exists():
        raise Refused("This case is on the agenda already.", field="case")
    return _list(meeting, case, by=by)


@operation("panels.organise_meeting", unless=Meeting.obstacle_to_listing)
def list_waiting_cases(meeting: Meeting, *, by: User) -> list[AgendaItem]:
    """Agenda brought up to date with the cases that wait for this panel.

    Reviews that are due come last, the longest due first.
    """
    of_panel = Case.objects.filter(panel=meeting.panel).exclude(agenda_items__meeting=meeting)
    # Whom it assesses anew on a later day does not wait for this meeting.
    of_panel = of_panel.exclude(reassess_on__gt=clock.day_of(meeting.starts_at))
    waiting = of_panel.filter(stage__in=(CaseStage.INFORMATION_GATHERING, CaseStage.AWAITING_PANEL, CaseStage.ACTIVE))
    reviews = to_review(of_panel).order_by("review_after_support_on", "pk")
    return [_list(meeting, case, by=by) for case in (*waiting.order_by("pk"), *reviews)]


@operation("panels.put_on_next_agenda", unless=Case.obstacle_to_change)
def put_on_next_agenda(case: Case, *, by: User) -> AgendaItem | None:
    """Case put on its panel's next agenda, where a meeting is planned."""
    return list_at_next_meeting(case, by=by)


def list_at_next_meeting(case: Case, *, by: User) -> AgendaItem | None:
    """List a case for the first meeting of its panel that has not begun, unless it is on that agenda already.

    One of which support was withdrawn: for the first from the day on which it is assessed anew.
    """
    to_come = case.panel.meetings.filter(started_at=None, starts_at__gte=clock.start_of_today()).order_by("starts_at")
    if case.reassess_on:
        to_come = to_come.filter(starts_at__date__gte=case.reassess_on)
    meeting = to_come.select_for_update(no_key=True, of=("self",)).first()
    if meeting and not meeting.items.filter(case=case).exists():
        return _list(meeting, case, by=by)
    return None


def _list(meeting: Meeting, case: Case, *, by: User) -> AgendaItem:
    last = meeting.items.order_by("-position").values_list("position", flat=True).first()
    return AgendaItem.objects.create(meeting=meeting, case=case, position=(last or 0) + 1, listed_by=by)
