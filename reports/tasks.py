"""What happens unattended about reports: PDFs are made, or it is kept why not."""

from prevent_cases.accounts.models import system_user
from prevent_cases.later.outbox import errand
from prevent_cases.operations import AlreadyDone, Operation, Refused
from reports import operations
from reports.models import BoardReport, CaseSummary, ForReader


@errand("reports.make_case_summary", queue="pdf")
def make_case_summary(summary_id: int):
    _make(CaseSummary.objects.get(pk=summary_id), operations.make_case_summary, operations.refuse_case_summary)


@errand("reports.make_board_report", queue="pdf")
def make_board_report(report_id: int):
    _make(BoardReport.objects.get(pk=report_id), operations.make_board_report, operations.refuse_board_report)


def _make(document: ForReader, make: Operation, refuse: Operation) -> None:
    service = system_user()
    try:
        make(document, by=service)
    except AlreadyDone:
        raise
    except Refused as refusal:
        refuse(document, by=service, because=refusal.sentence)
