"""Home, and the page that says in plain words what is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home import asked
from prevent_cases.pages.views import Page


class Home(Page):
    """What is asked of me today."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, {"sections": list(asked.sections(request.user))})


def privacy(request: HttpRequest) -> HttpResponse:
    """Open to everybody, without signing in."""
    return render(request, "home/privacy.html")
