"""Everything actions can be asked."""

from django.urls import path

from actions import api, views

app_name = "actions"
urlpatterns = [
    path("", views.ListActions.as_view(), name="list_actions"),
    path("cases/<slug:reference>/", views.CaseActions.as_view(), name="case_actions"),
    path("cases/<slug:reference>/agree/", views.AgreeAction.as_view(), name="agree_action"),
    path("<slug:reference>/", views.ViewAction.as_view(), name="view_action"),
    path("<slug:reference>/hand-over/", views.HandOverAction.as_view(), name="hand_over_action"),
    path("<slug:reference>/in-error/", views.RecordActionInError.as_view(), name="record_action_in_error"),
    path("<slug:reference>/done/", views.CompleteAction.as_view(), name="complete_action"),
]
endpoints = [
    path("", api.ListActions.as_view(), name="list_actions"),
    path("cases/<slug:reference>/", api.CaseActions.as_view(), name="case_actions"),
    path("cases/<slug:reference>/agree/", api.AgreeAction.as_view(), name="agree_action"),
    path("<slug:reference>/", api.ViewAction.as_view(), name="view_action"),
    path("<slug:reference>/hand-over/", api.HandOverAction.as_view(), name="hand_over_action"),
    path("<slug:reference>/in-error/", api.RecordActionInError.as_view(), name="record_action_in_error"),
    path("<slug:reference>/done/", api.CompleteAction.as_view(), name="complete_action"),
]
