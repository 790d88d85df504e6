"""The pages of areas, agencies, people and posts, for administrators; and everybody's own."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from prevent_cases import clock
from prevent_cases.accounts import forms, operations
from prevent_cases.accounts.models import Agency, Area, Panel, Post, User
from prevent_cases.audit.models import EntryQuerySet
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage, Page, RecordPage


class ListAreas(Page):
    """Every area; there are few."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, {"areas": Area.objects.permitted(request.user, "accounts.view_area")})


class ViewArea(RecordPage):
    model = Area

    def context(self, request: HttpRequest, record: Area) -> dict[str, Any]:
        return {
            "agencies": record.agencies.permitted(request.user, "accounts.view_agency"),
            "panels": record.panels.permitted(request.user, "accounts.view_panel"),
        } | posts_by_state(Post.objects.in_area(record).permitted(request.user, "accounts.view_post"))


class AreaHistory(RecordHistoryPage):
    model = Area
    permission = "accounts.keep_area"

    def entries(self, record: Area) -> EntryQuerySet:
        # What is referred and listed here is about the area too; an administrator sees no case.
        return super().entries(record).filter(what__startswith="accounts.")


class AddAgency(OperationPage):
    model = Area
    operation = operations.add_agency
    form_class = forms.AddAgencyForm

    def destination(self, record: Area, result: Agency) -> str:
        return record.get_absolute_url()


class OpenPanel(OperationPage):
    model = Area
    operation = operations.open_panel
    form_class = forms.OpenPanelForm

    def destination(self, record: Area, result: Panel) -> str:
        return record.get_absolute_url()


class GivePost(OperationPage):
    model = Area
    operation = operations.give_post
    form_class = forms.GivePostForm


class ConfirmPost(OperationPage):
    model = Post
    operation = operations.confirm_post


class WithdrawPost(OperationPage):
    model = Post
    operation = operations.withdraw_post


class ViewAgency(RecordPage):
    model = Agency

    def context(self, request: HttpRequest, record: Agency) -> dict[str, Any]:
        return posts_by_state(record.posts.permitted(request.user, "accounts.view_post"))


class ViewUser(RecordPage):
    """A person, and those of their posts that the reader may know of."""

    model = User

    def context(self, request: HttpRequest, record: User) -> dict[str, Any]:
        return posts_by_state(record.held_posts.permitted(request.user, "accounts.view_post"))


class CloseAccount(OperationPage):
    model = User
    operation = operations.close_account


class MyAccount(Page):
    """What somebody may do here and why: their posts."""

    def get(self, request: HttpRequest) -> HttpResponse:
        own = request.user.held_posts.permitted(request.user, "accounts.view_post")
        return self.render(request, posts_by_state(own))


@login_required
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Asked by a person's press, so that the time begins anew; a script reads it as plain text."""
    if request.method == "POST":
        return redirect("stay_signed_in")
    if request.headers.get("Accept") == "text/plain":
        return HttpResponse(f"{localtime(request.session_ends_at):%H:%M}", content_type="text/plain")
    return render(request, "accounts/stay_signed_in.html", {"ends_at": request.session_ends_at})


def posts_by_state(posts) -> dict[str, list[Post]]:
    """Posts in force or to come, those that wait for a second person, and those that have ended."""
    found = list(posts.select_related(*Post.fetch_with).order_by("user__name", "pk"))
    open_ones = [post for post in found if not post.withdrawn_at and not (post.until and post.until < clock.today())]
    return {
        "posts": [post for post in open_ones if post.confirmed_at],
        "waiting": [post for post in open_ones if not post.confirmed_at],
        "ended": [post for post in found if post not in open_ones],
    }
