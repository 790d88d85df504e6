"""Everything accounts can be asked."""

from allauth.account import views as allauth
from allauth.usersessions import views as usersessions
from django.urls import path, re_path

from prevent_cases.accounts import api, views
from prevent_cases.accounts.sign_in_views import SignIn, SignOut, counting

app_name = "accounts"
urlpatterns = [
    path("", views.MyAccount.as_view(), name="my_account"),
    path("areas/", views.ListAreas.as_view(), name="list_areas"),
    path("areas/<slug:slug>/", views.ViewArea.as_view(), name="view_area"),
    path("areas/<slug:slug>/history/", views.AreaHistory.as_view(), name="area_history"),
    path("areas/<slug:slug>/agencies/add/", views.AddAgency.as_view(), name="add_agency"),
    path("areas/<slug:slug>/panels/open/", views.OpenPanel.as_view(), name="open_panel"),
    path("areas/<slug:slug>/posts/give/", views.GivePost.as_view(), name="give_post"),
    path("agencies/<slug:slug>/", views.ViewAgency.as_view(), name="view_agency"),
    path("posts/<slug:reference>/confirm/", views.ConfirmPost.as_view(), name="confirm_post"),
    path("posts/<slug:reference>/withdraw/", views.WithdrawPost.as_view(), name="withdraw_post"),
    path("people/<slug:reference>/", views.ViewUser.as_view(), name="view_user"),
    path("people/<slug:reference>/close/", views.CloseAccount.as_view(), name="close_account"),
]
endpoints = [
    path("areas/<slug:slug>/", api.ViewArea.as_view(), name="view_area"),
    path("areas/<slug:slug>/agencies/add/", api.AddAgency.as_view(), name="add_agency"),
    path("areas/<slug:slug>/panels/open/", api.OpenPanel.as_view(), name="open_panel"),
    path("areas/<slug:slug>/posts/give/", api.GivePost.as_view(), name="give_post"),
    path("agencies/<slug:slug>/", api.ViewAgency.as_view(), name="view_agency"),
    path("posts/", api.ListPosts.as_view(), name="list_posts"),
    path("posts/<slug:reference>/confirm/", api.ConfirmPost.as_view(), name="confirm_post"),
    path("posts/<slug:reference>/withdraw/", api.WithdrawPost.as_view(), name="withdraw_post"),
    path("people/<slug:reference>/", api.ViewUser.as_view(), name="view_user"),
    path("people/<slug:reference>/close/", api.CloseAccount.as_view(), name="close_account"),
]
# Of django-allauth only what is needed: nobody signs up or keeps addresses. Its own names, which it asks for.
sign_in = [
    path("sign-in/", counting(SignIn.as_view()), name="account_login"),
    path("sign-out/", SignOut.as_view(), name="account_logout"),
    path("account-closed/", allauth.account_inactive, name="account_inactive"),
    path("still-here/", views.stay_signed_in, name="stay_signed_in"),
    path("sessions/", usersessions.list_usersessions, name="usersessions_list"),
    path("password/change/", counting(allauth.password_change), name="account_change_password"),
    path("password/forgotten/", counting(allauth.password_reset), name="account_reset_password"),
    path("password/forgotten/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/choose/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        counting(allauth.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("password/chosen/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
