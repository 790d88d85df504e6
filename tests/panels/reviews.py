"""What tests of what comes after support have in common: how it ends, a meeting that looks back, and a summary."""

from contextlib import suppress
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

import cases.operations
from panels import operations
from prevent_cases import clock
from prevent_cases.accounts.models import User, system_user
from prevent_cases.operations import AlreadyDone
from reports.models import CaseSummary
from reports.operations import make_case_summary, request_case_summary
from tests import factories

SAID = {
    "from_partners": "The school: he comes every day. larch & elm mentoring: nothing.",
    "is_concern": False,
    "reason": "Canary-why: nothing has come back.",
}


def exit_now(case, coordinator, chair, **said):
    factories.final_assessment(case, coordinator)
    cases.operations.plan_exit(case, by=chair, **factories.EXIT_PLAN | said)
    cases.operations.move_case(case, by=chair, stage="exited")
    return case


def months_on(months: int, days: int = 0) -> datetime:
    return clock.now() + relativedelta(months=months) + timedelta(days=days)


def started_meeting(panel, chair, police, *, attended=True):
    """The next meeting of the panel, with whatever waits on its agenda."""
    with suppress(AlreadyDone):
        operations.plan_meetings(panel, by=system_user())
    meeting = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
    coordinator = User.objects.get(name="Cora Coordinator")
    operations.list_waiting_cases(meeting, by=coordinator)
    operations.start_meeting(meeting, by=chair)
    if attended:
        operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    return meeting


def summary_of(case, reader, *sections) -> CaseSummary:
    summary = request_case_summary(case, by=reader, sections=sections, **factories.confirmed(case, reader, sections))
    make_case_summary(CaseSummary.objects.get(pk=summary.pk), by=system_user())
    return CaseSummary.objects.get(pk=summary.pk)
