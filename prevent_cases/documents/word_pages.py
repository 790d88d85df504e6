"""The pages of a form in Word: the blank one, bringing in a filled one, and how far that is."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from prevent_cases.documents.bringing_in import how_far, receive_form
from prevent_cases.documents.forms import BringInForm
from prevent_cases.documents.kinds import KINDS
from prevent_cases.documents.models import State
from prevent_cases.documents.word_form import WordForm
from prevent_cases.pages import once
from prevent_cases.pages.drafts import DraftPage
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import permitted_record


class InWord(DraftPage):
    """What the pages of a form in Word share: ``errand`` reads one, on a file and the record that the draft is for."""

    word_form: WordForm
    errand: str
    file_name: str
    waiting_url: str


class BlankForm(InWord):
    """The blank form. It is the same for everybody."""

    def get(self, request: HttpRequest) -> HttpResponse:
        headers = {
            "Content-Disposition": f'attachment; filename="{self.file_name}"',
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(self.word_form.blank(), content_type=KINDS["word"].content_type, headers=headers)


class BringIn(InWord):
    """Choosing a filled form."""

    def get(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
        return self.render(request, {"record": record, "form": BringInForm()})

    def post(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        with once.form_sending(request, by=request.user) as sent:
            if sent.answer:
                return redirect(sent.answer["address"])
            record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
            form = BringInForm({}, request.FILES)
            if sent.is_other:
                form.add_error(None, once.SENT_OTHERWISE)
            if not form.is_valid():
                return self.render(request, {"record": record, "form": form}, status=422)
            (chosen,) = form.cleaned_data["files"]
            upload = receive_form(chosen, by=request.user, errand=self.errand, record=record.pk)
            sent.keep(address=reverse(self.waiting_url, args=[upload.reference]))
        return redirect(sent.answer["address"])


class BroughtIn(InWord):
    """How far a form is: being checked and read, a draft by now, or not taken and why."""

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        upload = how_far(reference, request.user, self.operation)
        if isinstance(upload, Draft):
            return redirect(self.task_list(upload))
        if upload is None:
            raise Http404
        # What to do instead is said of files in general, and is another thing here.
        what_is_wrong = upload.why_not.partition(". ")[0].removesuffix(".")
        waits = upload.state in (State.WAITING, State.READY)
        return self.render(request, {"upload": upload, "waits": waits, "what_is_wrong": what_is_wrong})
