"""The page of a document that is being made, and the way to open a stored file."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from prevent_cases.access import view_rule
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.models import Document, KeptFile
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


class OpenDocument(Page):
    """A stored file, sent to be saved and never to be shown in the browser. That it was opened is written first."""

    model: type[Document | KeptFile]
    permission: str = ""
    template_name = "documents/not_opened.html"

    def obstacle(self, record, by) -> str:
        """The sentence of why nobody opens it now who may otherwise, or ""."""
        return ""

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        permission = self.permission or view_rule(self.model).name
        record = permitted_record(self.model, request.user, permission, **lookup)
        if not record.is_ready:
            raise Http404
        if obstacle := self.obstacle(record, request.user):
            return self.render(request, {"record": record, "obstacle": obstacle}, status=HTTPStatus.CONFLICT)
        content = record.read()
        AuditEntry.view(record, by=request.user, what=request.resolver_match.view_name.replace(":", "."))
        headers = {
            "Content-Disposition": f'attachment; filename="{record.download_name}"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(content, content_type=record.content_type, headers=headers)
