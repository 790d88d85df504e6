"""Everything referrals can be asked."""

from django.urls import path

from referrals import api, views

app_name = "referrals"
urlpatterns = [
    path("", views.ListReferrals.as_view(), name="list_referrals"),
    path("mine/", views.ListOwnReferrals.as_view(), name="list_own_referrals"),
    path("new/", views.refer, name="refer"),
    path("new/<slug:slug>/", views.StartReferral.as_view(), name="start"),
    path("drafts/<slug:reference>/", views.ReferralDraft.as_view(), name="draft"),
    path("drafts/<slug:reference>/check/", views.CheckReferral.as_view(), name="submit_referral"),
    path("drafts/<slug:reference>/<slug:slug>/", views.ReferralPart.as_view(), name="part"),
    path("<slug:reference>/", views.ViewReferral.as_view(), name="view_referral"),
    path("<slug:reference>/sent/", views.Sent.as_view(), name="sent"),
    path("<slug:reference>/mine/", views.FollowReferral.as_view(), name="follow_referral"),
    path("<slug:reference>/add/", views.AddToReferral.as_view(), name="add_to_referral"),
    path("<slug:reference>/end/", views.EndReferral.as_view(), name="end_referral"),
    path("<slug:reference>/type/", views.RecordConcernType.as_view(), name="record_concern_type"),
]
endpoints = [
    path("", api.ListReferrals.as_view(), name="list_referrals"),
    path("new/<slug:slug>/", api.SubmitReferral.as_view(), name="submit_referral"),
    path("<slug:reference>/", api.ViewReferral.as_view(), name="view_referral"),
    path("<slug:reference>/mine/", api.FollowReferral.as_view(), name="follow_referral"),
    path("<slug:reference>/add/", api.AddToReferral.as_view(), name="add_to_referral"),
    path("<slug:reference>/end/", api.EndReferral.as_view(), name="end_referral"),
    path("<slug:reference>/type/", api.RecordConcernType.as_view(), name="record_concern_type"),
]
