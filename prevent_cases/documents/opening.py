"""Opening a stored file: the same for a person at a page and for a program."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from prevent_cases.access import view_rule
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.models import Document, KeptFile
from prevent_cases.operations import Refused
from prevent_cases.pages.views import permitted_record


def nothing_stops(record, *, by) -> str:
    return ""


class Opening:
    """A stored file, sent to be saved and never to be shown in the browser. That it was opened is written first.

    ``what_stops`` says in a sentence why nobody opens it now who may otherwise, or "".
    """

    model: type[Document | KeptFile]
    permission: str = ""
    what_stops: Callable[..., str] = staticmethod(nothing_stops)

    def permission_asked(self) -> str:
        return self.permission or view_rule(self.model).name

    def opened(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        record = permitted_record(self.model, request.user, self.permission_asked(), **lookup)
        if not record.is_ready:
            raise Http404
        if sentence := self.what_stops(record, by=request.user):
            raise Refused(sentence)
        content = record.read()
        AuditEntry.view(record, by=request.user, what=request.resolver_match.view_name.replace(":", "."))
        headers = {
            "Content-Disposition": f'attachment; filename="{record.download_name}"',
            "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(content, content_type=record.content_type, headers=headers)
