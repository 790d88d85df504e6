"""Everything panels can be asked."""

from django.urls import path

from panels import api
from panels.views import conference, meetings, taking_on, urgent

app_name = "panels"
urlpatterns = [
    path("", meetings.ListMeetings.as_view(), name="list_meetings"),
    path("referrals/<slug:reference>/accept/", taking_on.AcceptReferral.as_view(), name="accept_referral"),
    path("referrals/<slug:reference>/conference/", urgent.AskForConference.as_view(), name="ask_for_conference"),
    path("conferences/ask/", urgent.ChooseForConference.as_view(), name="choose_for_conference"),
    path("conferences/<slug:reference>/call/", urgent.CallConference.as_view(), name="call_conference"),
    path(
        "conferences/<slug:reference>/leave/",
        urgent.LeaveConferenceUncalled.as_view(),
        name="leave_conference_uncalled",
    ),
    path("cases/<slug:reference>/", meetings.CaseMeetings.as_view(), name="case_meetings"),
    path("offers/<slug:reference>/answer/", taking_on.AnswerPanelOffer.as_view(), name="answer_panel_offer"),
    path("transfers/<slug:reference>/answer/", taking_on.AnswerTransfer.as_view(), name="answer_transfer"),
    path("cases/<slug:reference>/consent/", taking_on.RecordConsent.as_view(), name="record_consent"),
    path("cases/<slug:reference>/withdrawal/", taking_on.RecordWithdrawal.as_view(), name="record_withdrawal"),
    path(
        "cases/<slug:reference>/section-36-in-error/",
        taking_on.RecordSection36InError.as_view(),
        name="record_section36_in_error",
    ),
    path("meetings/<slug:reference>/", meetings.ViewMeeting.as_view(), name="view_meeting"),
    path("meetings/<slug:reference>/list/", meetings.ListCase.as_view(), name="list_case"),
    path("meetings/<slug:reference>/list-waiting/", meetings.ListWaitingCases.as_view(), name="list_waiting_cases"),
    path("meetings/<slug:reference>/start/", conference.StartMeeting.as_view(), name="start_meeting"),
    path("meetings/<slug:reference>/conference/", conference.Conference.as_view(), name="conference"),
    path("meetings/<slug:reference>/attendance/", conference.RecordAttendance.as_view(), name="record_attendance"),
    path(
        "meetings/<slug:reference>/attendance-in-error/",
        conference.RecordAttendanceInError.as_view(),
        name="record_attendance_in_error",
    ),
    path("meetings/<slug:reference>/end/", conference.EndMeeting.as_view(), name="end_meeting"),
    path("items/<slug:reference>/", meetings.ViewAgendaItem.as_view(), name="view_agendaitem"),
    path("items/<slug:reference>/conference/", conference.TakeItem.as_view(), name="take_item"),
    path("items/<slug:reference>/decide/", conference.DecideItem.as_view(), name="decide_item"),
    path("items/<slug:reference>/review/", conference.RecordReview.as_view(), name="record_review"),
    path("actions/<slug:reference>/dispute/", meetings.RecordActionDispute.as_view(), name="record_action_dispute"),
    path(
        "actions/disputes/<slug:reference>/answer/",
        meetings.AnswerActionDispute.as_view(),
        name="answer_action_dispute",
    ),
    path(
        "items/<slug:reference>/decision-in-error/",
        conference.RecordDecisionInError.as_view(),
        name="record_decision_in_error",
    ),
    path(
        "items/<slug:reference>/review-in-error/",
        conference.RecordReviewInError.as_view(),
        name="record_review_in_error",
    ),
    path("items/<slug:reference>/dispute/", meetings.RecordDecisionDispute.as_view(), name="record_decision_dispute"),
    path(
        "disputes/<slug:reference>/answer/",
        meetings.AnswerDecisionDispute.as_view(),
        name="answer_decision_dispute",
    ),
    path(
        "items/<slug:agenda_items__reference>/action/",
        conference.AgreeActionAtItem.as_view(),
        name="agree_action_at_item",
    ),
    path("minutes/<slug:reference>/", meetings.OpenMinutes.as_view(), name="open_minutes"),
    path("<slug:slug>/", meetings.ViewPanel.as_view(), name="view_panel"),
]
endpoints = [
    path("referrals/<slug:reference>/accept/", api.AcceptReferral.as_view(), name="accept_referral"),
    path("referrals/<slug:reference>/conference/", api.AskForConference.as_view(), name="ask_for_conference"),
    path("conferences/<slug:reference>/call/", api.CallConference.as_view(), name="call_conference"),
    path(
        "conferences/<slug:reference>/leave/", api.LeaveConferenceUncalled.as_view(), name="leave_conference_uncalled"
    ),
    path("offers/<slug:reference>/answer/", api.AnswerPanelOffer.as_view(), name="answer_panel_offer"),
    path("transfers/<slug:reference>/answer/", api.AnswerTransfer.as_view(), name="answer_transfer"),
    path("cases/<slug:reference>/", api.CaseMeetings.as_view(), name="case_meetings"),
    path("cases/<slug:reference>/consent/", api.RecordConsent.as_view(), name="record_consent"),
    path("cases/<slug:reference>/withdrawal/", api.RecordWithdrawal.as_view(), name="record_withdrawal"),
    path(
        "cases/<slug:reference>/section-36-in-error/",
        api.RecordSection36InError.as_view(),
        name="record_section36_in_error",
    ),
    path("meetings/", api.ListMeetings.as_view(), name="list_meetings"),
    path("meetings/<slug:reference>/", api.ViewMeeting.as_view(), name="view_meeting"),
    path("meetings/<slug:reference>/list/", api.ListCase.as_view(), name="list_case"),
    path("meetings/<slug:reference>/list-waiting/", api.ListWaitingCases.as_view(), name="list_waiting_cases"),
    path("meetings/<slug:reference>/start/", api.StartMeeting.as_view(), name="start_meeting"),
    path("meetings/<slug:reference>/attendance/", api.RecordAttendance.as_view(), name="record_attendance"),
    path(
        "meetings/<slug:reference>/attendance-in-error/",
        api.RecordAttendanceInError.as_view(),
        name="record_attendance_in_error",
    ),
    path("meetings/<slug:reference>/end/", api.EndMeeting.as_view(), name="end_meeting"),
    path("items/", api.ListAgendaItems.as_view(), name="list_agendaitems"),
    path("items/<slug:reference>/", api.ViewAgendaItem.as_view(), name="view_agendaitem"),
    path("items/<slug:reference>/decide/", api.DecideItem.as_view(), name="decide_item"),
    path("items/<slug:reference>/review/", api.RecordReview.as_view(), name="record_review"),
    path("actions/<slug:reference>/dispute/", api.RecordActionDispute.as_view(), name="record_action_dispute"),
    path("actions/disputes/<slug:reference>/answer/", api.AnswerActionDispute.as_view(), name="answer_action_dispute"),
    path(
        "items/<slug:reference>/decision-in-error/",
        api.RecordDecisionInError.as_view(),
        name="record_decision_in_error",
    ),
    path("items/<slug:reference>/review-in-error/", api.RecordReviewInError.as_view(), name="record_review_in_error"),
    path("items/<slug:reference>/dispute/", api.RecordDecisionDispute.as_view(), name="record_decision_dispute"),
    path(
        "disputes/<slug:reference>/answer/",
        api.AnswerDecisionDispute.as_view(),
        name="answer_decision_dispute",
    ),
    path("minutes/<slug:reference>/", api.OpenMinutes.as_view(), name="open_minutes"),
]
