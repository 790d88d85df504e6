"""Asking for a board report, and making it: the figures its reader may see."""

from datetime import date

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import CopiesPolicy
from reports import permissions
from reports.figures.board_report import figures
from reports.figures.periods import Period
from reports.models import BoardReport


@operation("reports.view_board_report", locked=False)
def request_board_report(area: Area, *, by: User, since: date, until: date) -> BoardReport:
    """Board report asked for. It will show what you may see when it is made."""
    exact = permissions.view_exact_figures.permits(by, area)
    if obstacle := Period(since, until).obstacle(clock.now(), exact=exact):
        raise Refused(obstacle, field="since")
    report = BoardReport.objects.create(
        area=area, asked_by=by, asked_at=clock.now(), since=since, until=until, exact=exact
    )
    later("reports.make_board_report", report.pk)
    return report


@operation("reports.make_board_report", unless=BoardReport.obstacle_to_making)
def make_board_report(report: BoardReport, *, by: User) -> None:
    """Board report made."""
    reader, area, moment = report.asked_by, report.area, clock.now()
    rule = permissions.view_exact_figures if report.exact else permissions.view_board_report
    if not rule.permits(reader, area):
        raise Refused("You could no longer see these figures when it was to be made. If you can again, ask again.")
    shown = figures(area, Period(report.since, report.until), exact=report.exact, moment=moment)
    context = {"reader": reader, "copy_number": report.reference, "moment": moment, "marking": shown.marking}
    made = pdf.render("reports/pdf/board_report.html", context | {"report": shown})
    report.keep(made, open_until=CopiesPolicy.of(area).last_day)


@operation("reports.make_board_report", unless=BoardReport.obstacle_to_making)
def refuse_board_report(report: BoardReport, *, by: User, because: str) -> None:
    """Board report not made: the person who asked may no longer see its figures."""
    report.change(not_made_because=because)


@operation("reports.make_board_report", unless=BoardReport.obstacle_to_removing)
def remove_board_report(report: BoardReport, *, by: User) -> None:
    """Board report removed: its last day was past. That it was made stays on record."""
    report.remove()
