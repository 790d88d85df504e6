"""What happens unattended about reports: PDFs are made, or it is kept why not, and removed in time."""

from celery import shared_task

from prevent_cases.documents.making import make_for_reader, remove_those_over
from prevent_cases.later.outbox import errand
from reports import operations
from reports.models import BoardReport, CaseSummary


@errand("reports.make_case_summary", queue="pdf")
def make_case_summary(summary_id: int):
    make_for_reader(
        CaseSummary.objects.get(pk=summary_id), operations.make_case_summary, operations.refuse_case_summary
    )


@errand("reports.make_board_report", queue="pdf")
def make_board_report(report_id: int):
    make_for_reader(BoardReport.objects.get(pk=report_id), operations.make_board_report, operations.refuse_board_report)


@shared_task(name="reports.remove_those_over")
def remove_reports():
    remove_those_over(operations.remove_case_summary)
    remove_those_over(operations.remove_board_report)
