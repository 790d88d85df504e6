"""Presses that begin a draft, remove it, or change which parts it has."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from prevent_cases import clock
from prevent_cases.pages import once
from prevent_cases.pages.drafts.page import DraftPage
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import permitted_record


class StartDraft(DraftPage):
    """A press that begins a draft."""

    def post(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        with once.form_sending(request, by=request.user) as sent:
            if sent.is_other:
                raise BadRequest
            if not sent.answer:
                record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
                begun = {"owner": request.user, "operation": self.operation.name, "record": record.pk}
                draft = self.begin(**begun, **self.begun_with(request, record))
                sent.keep(address=self.task_list(draft))
        return redirect(sent.answer["address"])

    def begun_with(self, request: HttpRequest, record) -> dict[str, Any]:
        """What stands in it from the beginning."""
        return {}

    def begin(self, **begun: Any) -> Draft:
        return Draft.objects.create(**begun)


class RemoveDraft(DraftPage):
    """A press that removes a draft of one's own: it has become nothing, so there is nothing to record."""

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        with once.form_sending(request, by=request.user) as sent:
            if sent.is_other:
                raise BadRequest
            if not sent.answer:
                draft = self.draft(request, reference, Draft.objects.select_for_update())
                record = self.record(request, draft)
                draft.delete()
                sent.keep(address=self.destination(record))
        messages.success(request, "What you had written has been removed.")
        return redirect(sent.answer["address"])

    def destination(self, record) -> str:
        return record.get_absolute_url()


class ChangeParts(DraftPage):
    """A press that adds a part to a draft or takes one out, where a draft has as many as are needed."""

    def post(self, request: HttpRequest, reference: str, **place: str) -> HttpResponse:
        with once.form_sending(request, by=request.user) as sent:
            if sent.is_other:
                raise BadRequest
            if not sent.answer:
                draft = self.draft(request, reference, Draft.objects.select_for_update())
                self.record(request, draft)
                address = self.change_parts(draft, **place)
                draft.saved_at, draft.reminded_at = clock.now(), None
                draft.save(update_fields=["answers", "windows", "place", "saved_at", "reminded_at"])
                sent.keep(address=address)
        return redirect(sent.answer["address"])

    def change_parts(self, draft: Draft, **place: str) -> str:
        """Change which parts there are; returns where to go on."""
        raise NotImplementedError
