"""The product's addresses, and beside them the two pages that hold nothing: what every other page is compared with."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from prevent_cases import urls
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.views import Page

EMPTY = engines["django"].from_string(
    '{% extends "layouts/page.html" %}{% block title %}Empty{% endblock %}'
    "{% block content %}<h1>Empty</h1>{% endblock %}"
)


class EmptyPage(Page):
    """Middleware, session, the reader's posts and the layout: what comes with every page of somebody signed in."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(EMPTY.render({}, request))


class EmptyRecordPage(EmptyPage):
    """And the entry in the trail, which every page of a record writes before it shows anything."""

    def get(self, request: HttpRequest) -> HttpResponse:
        AuditEntry.view(request.user, by=request.user, what="accounts.view_user")
        return super().get(request)


urlpatterns = [
    path("empty/", EmptyPage.as_view()),
    path("empty/record/", EmptyRecordPage.as_view()),
    *urls.urlpatterns,
]
