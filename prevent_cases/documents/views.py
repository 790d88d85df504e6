"""The page of a document that is being made, and the one that opens a stored file."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from prevent_cases.access import view_rule
from prevent_cases.documents.models import Document
from prevent_cases.documents.opening import Opening
from prevent_cases.operations import Refused
from prevent_cases.pages.views import Page, RecordPage, permitted_record


class DocumentPage(RecordPage):
    """How far a document is: the page asks again by itself, with a script or without, until it can be opened.

    ``open_name`` is the URL name under which it is opened.
    """

    model: type[Document]
    open_name: str

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        if "HX-Request" not in request.headers:
            return super().get(request, **lookup)
        # The part that the page asks for by itself shows nothing of the document, so it writes no entry.
        record = permitted_record(self.model, request.user, view_rule(self.model).name, **lookup)
        return render(request, "documents/_progress.html", {"record": record} | self.context(request, record))

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        download = reverse(self.open_name, args=[record.reference])
        return {"kind": record._meta.verbose_name.capitalize(), "download": download}


class OpenDocument(Opening, Page):
    """A stored file. What stops it is said on a page of its own."""

    template_name = "documents/not_opened.html"

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        try:
            return self.opened(request, **lookup)
        except Refused as refused:
            record = permitted_record(self.model, request.user, self.permission_asked(), **lookup)
            return self.render(request, {"record": record, "obstacle": refused.sentence}, status=HTTPStatus.CONFLICT)
