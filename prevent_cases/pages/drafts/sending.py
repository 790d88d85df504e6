"""All answers, checked and sent: they become the operation's arguments."""

from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from prevent_cases.operations import Refused
from prevent_cases.pages import once
from prevent_cases.pages.drafts.page import AnsweredPart, DraftPage
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import made_form


class CheckDraft(DraftPage):
    """All answers, to be checked; sending them carries out the operation and ends the draft, in one transaction."""

    form_class: type[BaseForm]
    # Where the owner finds what has been sent.
    gone_url: str

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        draft = self.draft(request, reference)
        record = self.record(request, draft)
        parts = self.answered(request, draft, record)
        if not all(part.is_complete for part in parts):
            return redirect(self.task_list(draft))
        return self.show(request, draft, record, parts, made_form(self.form_class, record, request.user))

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        # A draft is sent once, whatever is pressed how often: its reference is the key.
        with once.sending(request, by=request.user, key=reference) as sent:
            if sent.answer:
                return redirect(sent.answer["address"])
            # Locked: it is not changed while it is sent. After a day it is forgotten what it became.
            try:
                draft = self.draft(request, reference, Draft.objects.select_for_update())
            except Http404:
                if self.is_handed_over(request, reference):
                    raise
                return redirect(self.gone_url)
            record = self.record(request, draft)
            parts = self.answered(request, draft, record)
            form = made_form(self.form_class, record, request.user, request.POST)
            if not all(part.is_complete for part in parts):
                return redirect(self.task_list(draft))
            if not form.is_valid():
                return self.show(request, draft, record, parts, form, status=422)
            arguments = self.arguments(parts) | form.cleaned_data
            arguments |= self.further_arguments(draft)
            try:
                result = self.operation(record, by=request.user, **arguments)
            except Refused as refusal:
                form.add_error(None, refusal.sentence)
                return self.show(request, draft, record, parts, form, status=409)
            draft.delete()
            sent.keep(address=self.destination(result))
        return redirect(sent.answer["address"])

    def arguments(self, parts: list[AnsweredPart]) -> dict[str, Any]:
        """The answers as arguments of the operation."""
        return {name: value for part in parts for name, value in part.form.cleaned_data.items()}

    def show(self, request: HttpRequest, draft: Draft, record, parts, form, status: int = 200) -> HttpResponse:
        context = {"draft": draft, "record": record, "parts": parts, "form": form, "task_list": self.task_list(draft)}
        return self.render(request, context | self.further_context(draft), status=status)

    def destination(self, result: Any) -> str:
        return result.get_absolute_url()
