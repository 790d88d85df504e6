"""Everything cases can be asked."""

from django.urls import path

from cases.api import case as case_api
from cases.api import consent as consent_api
from cases.api import same_person as same_person_api
from cases.api import section36 as section36_api
from cases.api import sharing as sharing_api
from cases.views import case, consent, same_person, section36, sharing

app_name = "cases"
urlpatterns = [
    path("", case.ListCases.as_view(), name="list_cases"),
    path("<slug:reference>/", case.ViewCase.as_view(), name="view_case"),
    path("<slug:reference>/access/", sharing.WhoCanSee.as_view(), name="who_can_see"),
    path("<slug:reference>/history/", case.CaseHistory.as_view(), name="history"),
    path("<slug:reference>/share/", sharing.ShareCase.as_view(), name="share_case"),
    path("<slug:reference>/colleague/", sharing.PutColleagueOnCase.as_view(), name="put_colleague_on_case"),
    path("<slug:reference>/section-36/", section36.DecideSection36.as_view(), name="decide_section36"),
    path("<slug:reference>/consent/", consent.RecordConsent.as_view(), name="record_consent"),
    path("referrals/<slug:reference>/same-person/", same_person.SamePerson.as_view(), name="same_person"),
    path(
        "referrals/<slug:reference>/same-person/confirm/",
        same_person.ConfirmSamePerson.as_view(),
        name="confirm_same_person",
    ),
    path("referrals/<slug:reference>/same-person/undo/", same_person.UndoSamePerson.as_view(), name="undo_same_person"),
    path("shares/<slug:reference>/stop/", sharing.StopSharingCase.as_view(), name="stop_sharing_case"),
]
endpoints = [
    path("", case_api.ListCases.as_view(), name="list_cases"),
    path("<slug:reference>/", case_api.ViewCase.as_view(), name="view_case"),
    path("<slug:reference>/share/", sharing_api.ShareCase.as_view(), name="share_case"),
    path("<slug:reference>/colleague/", sharing_api.PutColleagueOnCase.as_view(), name="put_colleague_on_case"),
    path("<slug:reference>/section-36/", section36_api.DecideSection36.as_view(), name="decide_section36"),
    path("<slug:reference>/consent/", consent_api.RecordConsent.as_view(), name="record_consent"),
    path("referrals/<slug:reference>/same-person/", same_person_api.SamePerson.as_view(), name="same_person"),
    path(
        "referrals/<slug:reference>/same-person/confirm/",
        same_person_api.ConfirmSamePerson.as_view(),
        name="confirm_same_person",
    ),
    path(
        "referrals/<slug:reference>/same-person/undo/",
        same_person_api.UndoSamePerson.as_view(),
        name="undo_same_person",
    ),
    path("shares/<slug:reference>/stop/", sharing_api.StopSharingCase.as_view(), name="stop_sharing_case"),
]
