"""Everything reports can be asked."""

from django.urls import path

from reports import api, views

app_name = "reports"
urlpatterns = [
    path("cases/<slug:reference>/chronology/", views.Chronology.as_view(), name="chronology"),
    path("cases/<slug:reference>/files/", views.CaseFiles.as_view(), name="case_files"),
    path("transfers/<slug:reference>/pack/", views.TransferPack.as_view(), name="transfer_pack"),
    path("cases/<slug:reference>/sheet/", views.StatutorySheet.as_view(), name="statutory_sheet"),
    path("cases/<slug:reference>/summary/", views.RequestCaseSummary.as_view(), name="request_case_summary"),
    path("cases/<slug:reference>/summary/hand-out/", views.HandOutCaseSummary.as_view(), name="hand_out_case_summary"),
    path("cases/<slug:reference>/not-undone/", views.NotUndone.as_view(), name="not_undone"),
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
    path("cases/<slug:reference>/files/", api.CaseFiles.as_view(), name="case_files"),
    path("cases/<slug:reference>/chronology/", api.Chronology.as_view(), name="chronology"),
    path("transfers/<slug:reference>/pack/", api.TransferPack.as_view(), name="transfer_pack"),
    path("cases/<slug:reference>/sheet/", api.StatutorySheet.as_view(), name="statutory_sheet"),
    path("cases/<slug:reference>/summary/", api.RequestCaseSummary.as_view(), name="request_case_summary"),
    path("cases/<slug:reference>/summary/hand-out/", api.HandOutCaseSummary.as_view(), name="hand_out_case_summary"),
    path("cases/<slug:reference>/not-undone/", api.NotUndone.as_view(), name="not_undone"),
    path("cases/<slug:reference>/disclosures/", api.Disclosures.as_view(), name="disclosures"),
    path("cases/<slug:reference>/disclosures/record/", api.RecordDisclosure.as_view(), name="record_disclosure"),
    path(
        "disclosures/<slug:reference>/in-error/",
        api.RecordDisclosureInError.as_view(),
        name="record_disclosure_in_error",
    ),
    path("summaries/<slug:reference>/", api.ViewCaseSummary.as_view(), name="view_casesummary"),
    path("summaries/<slug:reference>/open/", api.OpenCaseSummary.as_view(), name="open_casesummary"),
    path("board/<slug:reference>/", api.ViewBoardReport.as_view(), name="view_boardreport"),
    path("board/<slug:reference>/open/", api.OpenBoardReport.as_view(), name="open_boardreport"),
    path("<slug:slug>/", api.ViewBoardReportOfArea.as_view(), name="board_report"),
    path("<slug:slug>/pdf/", api.RequestBoardReport.as_view(), name="request_board_report"),
]
