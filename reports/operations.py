"""Asking for summaries and board reports, and making them."""

from datetime import date

from cases.models import Case
from prevent_cases import clock
from prevent_cases.access import Rule
from prevent_cases.accounts.models import Area, User
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from reports import board_report, case_summary, permissions
from reports.models import BoardReport, CaseSummary
from reports.periods import Period


@operation("reports.request_case_summary", locked=False)
def request_case_summary(case: Case, *, by: User) -> CaseSummary:
    """Case summary asked for. It will hold what you may see when it is made."""
    summary = CaseSummary.objects.create(case=case, asked_by=by, asked_at=clock.now())
    later("reports.make_case_summary", summary.pk)
    return summary


@operation("reports.make_case_summary", unless=CaseSummary.obstacle_to_making)
def make_case_summary(summary: CaseSummary, *, by: User) -> None:
    """Case summary made."""
    reader, case = summary.asked_by, summary.case
    _refuse_unless(permissions.request_case_summary, reader, case, "see this case")
    context = case_summary.contents(case, reader)
    summary.keep(
        pdf.render("reports/pdf/case_summary.html", {"reader": reader, "copy_number": summary.reference} | context)
    )


@operation("reports.make_case_summary", unless=CaseSummary.obstacle_to_making)
def refuse_case_summary(summary: CaseSummary, *, by: User, because: str) -> None:
    """Case summary not made: the person who asked may no longer see its case."""
    summary.change(not_made_because=because)


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
    reader, area = report.asked_by, report.area
    rule = permissions.view_exact_figures if report.exact else permissions.view_board_report
    _refuse_unless(rule, reader, area, "see these figures")
    figures = board_report.figures(area, Period(report.since, report.until), exact=report.exact, moment=clock.now())
    context = {"reader": reader, "copy_number": report.reference, "marking": figures.marking, "report": figures}
    report.keep(pdf.render("reports/pdf/board_report.html", context))


@operation("reports.make_board_report", unless=BoardReport.obstacle_to_making)
def refuse_board_report(report: BoardReport, *, by: User, because: str) -> None:
    """Board report not made: the person who asked may no longer see its figures."""
    report.change(not_made_because=because)


def _refuse_unless(rule: Rule, reader: User, record: Case | Area, doing: str) -> None:
    if not rule.permits(reader, record):
        raise Refused(f"You could not {doing} any more when it was to be made. If you can again, ask again.")
