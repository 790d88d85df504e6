"""Everything reports can be asked."""

from django.urls import path

from reports import views
from reports.api import board_report, case, disclosures

app_name = "reports"
urlpatterns = [
    path("cases/<slug:reference>/chronology/", views.Chronology.as_view(), name="chronology"),
    path("cases/<slug:reference>/files/", views.CaseFiles.as_view(), name="case_files"),
    path("transfers/<slug:reference>/pack/", views.TransferPack.as_view(), name="transfer_pack"),
    path("cases/<slug:reference>/sheet/", views.StatutorySheet.as_view(), name="statutory_sheet"),
    path("cases/<slug:reference>/summary/", views.RequestCaseSummary.as_view(), name="request_case_summary"),
    path("cases/<slug:reference>/summary/hand-out/", views.HandOutCaseSummary.as_view(), name="hand_out_case_summary"),
    path("cases/<slug:reference>/not-undone/", views.NotUndone.as_view(), name="not_undone"),
    path("cases/<slug:reference>/corrections/", views.Corrections.as_view(), name="corrections"),
    path("cases/<slug:reference>/terms/", views.AcknowledgeCase.as_view(), name="acknowledge_case"),
    path("corrections/<slug:reference>/told/", views.SayCorrectionTold.as_view(), name="say_correction_told"),
    path("cases/<slug:reference>/disclosures/", views.Disclosures.as_view(), name="disclosures"),
    path("cases/<slug:reference>/disclosures/record/", views.RecordDisclosure.as_view(), name="record_disclosure"),
    path(
        "disclosures/<slug:reference>/in-error/",
        views.RecordDisclosureInError.as_view(),
        name="record_disclosure_in_error",
    ),
    path("summaries/<slug:reference>/", views.ViewCaseSummary.as_view(), name="view_casesummary"),
    path("summaries/<slug:reference>/open/", views.OpenCaseSummary.as_view(), name="open_casesummary"),
    path("board/<slug:reference>/", views.ViewBoardReport.as_view(), name="view_boardreport"),
    path("board/<slug:reference>/open/", views.OpenBoardReport.as_view(), name="open_boardreport"),
    path("<slug:slug>/", views.ViewBoardReportOfArea.as_view(), name="board_report"),
    path("<slug:slug>/pdf/", views.RequestBoardReport.as_view(), name="request_board_report"),
]
endpoints = [
    path("cases/<slug:reference>/files/", case.CaseFiles.as_view(), name="case_files"),
    path("cases/<slug:reference>/chronology/", case.Chronology.as_view(), name="chronology"),
    path("transfers/<slug:reference>/pack/", case.TransferPack.as_view(), name="transfer_pack"),
    path("cases/<slug:reference>/sheet/", case.StatutorySheet.as_view(), name="statutory_sheet"),
    path("cases/<slug:reference>/summary/", case.RequestCaseSummary.as_view(), name="request_case_summary"),
    path("cases/<slug:reference>/summary/hand-out/", case.HandOutCaseSummary.as_view(), name="hand_out_case_summary"),
    path("cases/<slug:reference>/not-undone/", disclosures.NotUndone.as_view(), name="not_undone"),
    path("cases/<slug:reference>/corrections/", disclosures.Corrections.as_view(), name="corrections"),
    path("cases/<slug:reference>/terms/", disclosures.TermsToAcknowledge.as_view(), name="terms_to_acknowledge"),
    path("cases/<slug:reference>/terms/acknowledge/", disclosures.AcknowledgeCase.as_view(), name="acknowledge_case"),
    path("corrections/<slug:reference>/told/", disclosures.SayCorrectionTold.as_view(), name="say_correction_told"),
    path("cases/<slug:reference>/disclosures/", disclosures.Disclosures.as_view(), name="disclosures"),
    path(
        "cases/<slug:reference>/disclosures/record/", disclosures.RecordDisclosure.as_view(), name="record_disclosure"
    ),
    path(
        "disclosures/<slug:reference>/in-error/",
        disclosures.RecordDisclosureInError.as_view(),
        name="record_disclosure_in_error",
    ),
    path("summaries/<slug:reference>/", case.ViewCaseSummary.as_view(), name="view_casesummary"),
    path("summaries/<slug:reference>/open/", case.OpenCaseSummary.as_view(), name="open_casesummary"),
    path("board/<slug:reference>/", board_report.ViewBoardReport.as_view(), name="view_boardreport"),
    path("board/<slug:reference>/open/", board_report.OpenBoardReport.as_view(), name="open_boardreport"),
    path("<slug:slug>/", board_report.ViewBoardReportOfArea.as_view(), name="board_report"),
    path("<slug:slug>/pdf/", board_report.RequestBoardReport.as_view(), name="request_board_report"),
]
