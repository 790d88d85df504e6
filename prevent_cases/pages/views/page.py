"""The start of every page, and the page of one record."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from prevent_cases.access import May, SayFirst, view_rule
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.views.reading import viewed_record


class Page(LoginRequiredMixin, View):
    """The start of every page here: somebody is signed in, and the template is called as the address is."""

    template_name: str = ""

    def dispatch(self, request: HttpRequest, *args: Any, **lookup: Any) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **lookup)
        except SayFirst as first:
            if "HX-Request" in request.headers:
                raise
            # It leads back here, from a form that was sent to the form.
            return redirect(f"{first.address()}?{urlencode({'next': request.get_full_path()})}")
        except Http404:
            if (answer := self.gone(request, **lookup)) is None:
                raise
            return answer

    def gone(self, request: HttpRequest, **lookup: Any) -> HttpResponse | None:
        """What is answered to somebody from whom this has gone on to where they may see it; else it does not exist."""
        return None

    def render(self, request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
        match = request.resolver_match
        template = self.template_name or f"{match.app_name or match.namespace}/{match.url_name}.html"
        return render(request, template, context, status=status)


class RecordPage(Page):
    """One record. The view is written to the trail before anything is shown."""

    model: type[Model]
    fetch_with: tuple[str, ...] | None = None  # The model's own, unless the page needs others.
    permission: str = ""
    may: May

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        permission = self.permission or view_rule(self.model).name
        record, self.may = viewed_record(self.model, request.user, permission, self.fetch_with, **lookup)
        AuditEntry.view(record, by=request.user, what=permission)
        context = {"record": record, "may": self.may}
        return self.render(request, context | self.context(request, record))

    def context(self, request: HttpRequest, record) -> dict[str, Any]:
        """What the template shows besides the record."""
        return {}
