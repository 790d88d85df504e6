"""The pages of reports."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

import cases.operations
from cases.forms.disclosure import RecordDisclosureForm, RecordDisclosureInErrorForm
from cases.models import Case, CaseTransfer, OutsideDisclosure
from cases.permissions.explained import address_if_known
from prevent_cases.accounts.models import Area
from prevent_cases.documents.views import DocumentPage, OpenDocument
from prevent_cases.pages.views import OperationPage, RecordPage, made_form
from prevent_cases.reference.models import CopiesPolicy
from reports import operations
from reports.chronology import chronology
from reports.disclosures import ledger, not_undone
from reports.forms import (
    AcknowledgeCaseForm,
    CaseSummaryForm,
    HandOutCaseSummaryForm,
    PeriodForm,
    SayCorrectionToldForm,
)
from reports.models import BoardReport, CaseSummary, Correction
from reports.sheet import sheet
from reports.shown import fetch_corrections, fetch_files
from reports.transfer_pack import pack


class RequestCaseSummary(OperationPage):
    model = Case
    operation = operations.request_case_summary
    form_class = CaseSummaryForm

    def context(self, request, record):
        return {"open_for": CopiesPolicy.of(record.area).open_for}


class HandOutCaseSummary(RequestCaseSummary):
    operation = operations.hand_out_case_summary
    form_class = HandOutCaseSummaryForm


class Disclosures(RecordPage):
    """To whom anything of a case went: one ledger of everything, the newest first."""

    model = Case
    permission = "cases.view_disclosures"

    def context(self, request, record):
        return {"ledger": ledger(record, request.user, request.GET.get("after", ""))}


class NotUndone(RecordPage):
    """What cannot be taken back now that support was withdrawn: what had gone to others by then."""

    model = Case
    permission = "cases.view_disclosures"

    def context(self, request, record):
        return not_undone(record, request.user, request.GET.get("after", ""))


class RecordDisclosure(OperationPage):
    model = Case
    operation = cases.operations.record_disclosure
    form_class = RecordDisclosureForm

    def destination(self, record, result):
        return reverse("reports:disclosures", args=[record.reference])


class RecordDisclosureInError(OperationPage):
    model = OutsideDisclosure
    operation = cases.operations.record_disclosure_in_error
    form_class = RecordDisclosureInErrorForm

    def destination(self, record, result):
        return reverse("reports:disclosures", args=[record.case.reference])


class Corrections(RecordPage):
    """Who had what of a case was put right since, and whether they have been told."""

    model = Case
    permission = "cases.view_disclosures"

    def context(self, request, record):
        fetch_corrections(record, request.user)
        return {}


class SayCorrectionTold(OperationPage):
    model = Correction
    operation = operations.say_correction_told
    form_class = SayCorrectionToldForm


class AcknowledgeCase(OperationPage):
    """On which terms somebody has a case, or a summary of it, and that they have read that."""

    model = Case
    operation = operations.acknowledge_case
    form_class = AcknowledgeCaseForm

    def context(self, request, record):
        return {"leads_to": address_if_known(record, request.user)}

    def destination(self, record, result):
        return address_if_known(record, self.request.user)


class StatutorySheet(RecordPage):
    """On one page what the law asks of a case, with each day and name, and the gaps."""

    model = Case

    def context(self, request, record):
        return {"parts": sheet(record, request.user)}


class TransferPack(RecordPage):
    """What the other area reads of a case that is offered to it, as both sides see it."""

    model = CaseTransfer

    def context(self, request, record):
        return {"sections": pack(record, request.user)}


class Chronology(RecordPage):
    """What happened, by its days, across the referrals about the person of a case and all who work on it."""

    model = Case

    def context(self, request, record):
        return {"page": chronology(record, request.user, request.GET.get("after", ""))}


class CaseFiles(RecordPage):
    """What is kept as a file: sent with the referrals about the person, written at meetings, made for its reader."""

    model = Case

    def context(self, request, record):
        fetch_files(record, request.user)
        return {}


class ViewCaseSummary(DocumentPage):
    model = CaseSummary
    open_name = "reports:open_casesummary"


class OpenCaseSummary(OpenDocument):
    model = CaseSummary


class ViewBoardReportOfArea(RecordPage):
    """The figures of one area, for the current year unless another period is asked for."""

    model = Area
    permission = "reports.view_board_report"

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        form = made_form(PeriodForm, record, request.user, *([request.GET] if request.GET else []))
        return {"form": form, "report": form.figures()}


class RequestBoardReport(OperationPage):
    model = Area
    operation = operations.request_board_report
    form_class = PeriodForm


class ViewBoardReport(DocumentPage):
    model = BoardReport
    open_name = "reports:open_boardreport"


class OpenBoardReport(OpenDocument):
    model = BoardReport
