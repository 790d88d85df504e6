"""Home, and the page that says in plain words what is kept."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from home import asked
from home.forms import SearchForm
from home.search import SHOWN, search
from prevent_cases.accounts.models import Area
from prevent_cases.pages.views import Page
from prevent_cases.reference.models import RetentionPolicy

# From here on somebody looks for a section before they read it.
MANY = 4


class Home(Page):
    """What is asked of me today."""

    def get(self, request: HttpRequest) -> HttpResponse:
        sections = list(asked.sections(request.user))
        pressing = [section for section in sections if section.asks]
        return self.render(request, {"sections": sections, "contents": pressing if len(pressing) > MANY else []})


class Search(Page):
    """One box, and where to look. What is looked for is sent and never stands in an address."""

    even_time = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, {"form": SearchForm.for_record(None, request.user)})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = SearchForm.for_record(None, request.user, request.POST)
        if not form.is_valid():
            return self.render(request, {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        found = search(request.user, form)
        shown = {"found": found[:SHOWN], "has_more": len(found) > SHOWN}
        return self.render(request, {"form": form, "searched": True} | shown)


def privacy(request: HttpRequest) -> HttpResponse:
    """Open to everybody, without signing in."""
    return render(request, "home/privacy.html", {"areas": Area.objects.only("name", "slug")})


def privacy_of_area(request: HttpRequest, slug: str) -> HttpResponse:
    """How long this area has decided to keep a case that has ended before it looks whether it is still needed."""
    area = get_object_or_404(Area, slug=slug)
    return render(request, "home/privacy_of_area.html", {"area": area, "rows": RetentionPolicy.of(area).table()})
