"""Everything cases can be asked."""

from django.urls import path

from cases import api, views

app_name = "cases"
urlpatterns = [
    path("", views.ListCases.as_view(), name="list_cases"),
    path("<slug:reference>/", views.ViewCase.as_view(), name="view_case"),
    path("<slug:reference>/access/", views.WhoCanSee.as_view(), name="who_can_see"),
    path("<slug:reference>/history/", views.CaseHistory.as_view(), name="history"),
    path("<slug:reference>/share/", views.ShareCase.as_view(), name="share_case"),
    path("<slug:reference>/colleague/", views.PutColleagueOnCase.as_view(), name="put_colleague_on_case"),
    path("<slug:reference>/section-36/", views.DecideSection36.as_view(), name="decide_section36"),
    path("<slug:reference>/consent/", views.RecordConsent.as_view(), name="record_consent"),
    path("referrals/<slug:reference>/same-person/", views.SamePerson.as_view(), name="same_person"),
    path(
        "referrals/<slug:reference>/same-person/confirm/",
        views.ConfirmSamePerson.as_view(),
        name="confirm_same_person",
    ),
    path("referrals/<slug:reference>/same-person/undo/", views.UndoSamePerson.as_view(), name="undo_same_person"),
    path("shares/<slug:reference>/stop/", views.StopSharingCase.as_view(), name="stop_sharing_case"),
]
endpoints = [
    path("", api.ListCases.as_view(), name="list_cases"),
    path("<slug:reference>/", api.ViewCase.as_view(), name="view_case"),
    path("<slug:reference>/share/", api.ShareCase.as_view(), name="share_case"),
    path("<slug:reference>/colleague/", api.PutColleagueOnCase.as_view(), name="put_colleague_on_case"),
    path("<slug:reference>/section-36/", api.DecideSection36.as_view(), name="decide_section36"),
    path("<slug:reference>/consent/", api.RecordConsent.as_view(), name="record_consent"),
    path("referrals/<slug:reference>/same-person/", api.SamePerson.as_view(), name="same_person"),
    path(
        "referrals/<slug:reference>/same-person/confirm/",
        api.ConfirmSamePerson.as_view(),
        name="confirm_same_person",
    ),
    path("referrals/<slug:reference>/same-person/undo/", api.UndoSamePerson.as_view(), name="undo_same_person"),
    path("shares/<slug:reference>/stop/", api.StopSharingCase.as_view(), name="stop_sharing_case"),
]
