"""The pages of django-allauth that we expose, with what is ours added."""

from allauth.account import views as allauth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from redis.exceptions import RedisError

from prevent_cases.session_limits import ENDED


class SignIn(allauth.LoginView):
    """Says in advance how long one stays signed in, and after sign-out why it happened."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        # A link for those who have forgotten it, in the way of all others on theirs from the address to the password.
        form.fields["password"].help_text = ""
        return form

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "ended": ENDED.get(self.request.GET.get("ended", ""), ""),
            "idle_minutes": settings.SESSION_IDLE_MINUTES,
            "longest_hours": settings.SESSION_LONGEST_HOURS,
        }


class SignOut(allauth.LogoutView):
    def post(self, *args, **kwargs) -> HttpResponse:
        response = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache"'
        return response


def counting(view):
    """A page that counts guesses in the cache: while that is away it says so, rather than count nothing."""

    def counted(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except RedisError:
            return render(request, "503.html", status=503)

    return counted
