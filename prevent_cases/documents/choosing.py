"""The pages on which files are chosen before they are sent: several at once, with a script or without."""

from typing import Any, ClassVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.documents import operations, receiving
from prevent_cases.documents.forms import ChooseFilesForm
from prevent_cases.documents.models import State, Upload
from prevent_cases.pages import once
from prevent_cases.pages.drafts import DraftPage, StartDraft
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage


class WithFiles(DraftPage):
    """What the pages of a draft with files share.

    ``files_url`` is the name of the page on which they are chosen, ``remove_url`` of the press that removes one.
    """

    files_url: str = ""
    remove_url: str = ""

    def further_context(self, draft: Draft) -> dict[str, Any]:
        uploads = list(draft.uploads.all())
        return {
            "uploads": uploads,
            # Of a draft that was handed over, each takes out only their own.
            "only_own": draft.begun_by_id and draft.owner_id,
            "files_status": in_words(uploads),
            "waiting": any(upload.state == State.WAITING for upload in uploads),
            "sealed": any(upload.state == State.SEALED for upload in uploads),
            "files_page": reverse(self.files_url, args=[draft.reference]),
            "remove_url": self.remove_url,
            "scanner_missing": not settings.CLAMD_URL,
        }

    def further_arguments(self, draft: Draft) -> dict[str, Any]:
        return {"files": list(draft.uploads.select_for_update(of=["self"]).select_related("draft"))}


def in_words(uploads: list[Upload]) -> str:
    """How many files there are, for a task list."""
    refused = sum(upload.state == State.REFUSED for upload in uploads)
    added = len(uploads) - refused
    return f"{added or 'None'} added" + (f", {refused} not taken" if refused else "")


def area_of(record: Area | Any) -> Area:
    """Whose contacts are rung: those of the area that a draft is for."""
    return record if isinstance(record, Area) else record.area


class StartChoosing(StartDraft):
    """A press that goes on with the files one chose here and did not send, or begins."""

    def begin(self, **begun: Any) -> Draft:
        return Draft.objects.filter(**begun).first() or super().begin(**begun)


class ChooseFiles(WithFiles):
    """The files chosen so far and how each stands, and the chooser. A script sends them one by one."""

    # By the operation that sends them, the page of each kind of draft.
    of_drafts: ClassVar[dict[str, type["ChooseFiles"]]] = {}

    def __init_subclass__(cls) -> None:
        cls.of_drafts[cls.operation.name] = cls

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        draft = self.draft(request, reference)
        if "HX-Request" in request.headers:
            return self.part(request, draft)
        return self.show(request, draft, ChooseFilesForm())

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        by_script = "HX-Request" in request.headers
        with once.form_sending(request, by=request.user) as sent:
            if sent.answer:
                return redirect(sent.answer["address"])
            # Locked: two windows together add no more than one may.
            draft = self.draft(request, reference, Draft.objects.select_for_update())
            here = draft.uploads.exclude(state=State.REFUSED).count()
            form = ChooseFilesForm({}, request.FILES, chosen_already=here)
            if sent.is_other:
                form.add_error(None, once.SENT_OTHERWISE)
            if form.is_valid():
                for chosen in form.cleaned_data["files"]:
                    receiving.receive(chosen, by=request.user, draft=draft)
                Draft.objects.filter(pk=draft.pk).update(saved_at=clock.now(), reminded_at=None)
                sent.keep(address=request.path)
        if not form.is_valid():
            if by_script:
                return HttpResponse("\n".join(form.errors["files"]), status=422, content_type="text/plain")
            return self.show(request, draft, form, status=422)
        return self.part(request, draft) if by_script else redirect(request.path)

    def part(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        return render(request, "documents/_chosen.html", {"draft": draft} | self.further_context(draft))

    def show(self, request: HttpRequest, draft: Draft, form: ChooseFilesForm, status: int = 200) -> HttpResponse:
        record = self.record(request, draft)
        context = {"draft": draft, "record": record, "form": form, "task_list": self.task_list(draft)}
        context |= self.further_context(draft) | {"area": area_of(record)}
        return self.render(request, context, status=status)


class RemoveFile(WithFiles):
    """A press that removes one of the chosen files. Its owner still has it; nobody else has seen it."""

    def post(self, request: HttpRequest, reference: str, upload: str) -> HttpResponse:
        draft = self.draft(request, reference)
        found = draft.uploads.filter(reference=upload).first()
        if found:  # Otherwise it was pressed twice, and is gone.
            # What was sealed stays, also when its draft goes: it is for the police to say. And whoever a draft was
            # handed to takes out nothing that its author put in.
            if found.state == State.SEALED or (draft.begun_by_id and found.added_by_id != request.user.pk):
                raise Http404
            receiving.remove(found)
        return redirect(reverse(self.files_url, args=[draft.reference]))


class SealUpload(OperationPage):
    """Of a file in a draft. One that a program has sent is in none, has no page, and is sealed by its endpoint."""

    model = Upload
    operation = operations.seal_upload

    def form(self, request, record, *data):
        if record.draft is None:
            raise Http404
        return super().form(request, record, *data)

    def context(self, request, record):
        page = ChooseFiles.of_drafts[record.draft.operation]
        area = area_of(page.model.objects.get(pk=record.draft.record))
        return {"files_page": self.destination(record, None), "area": area}

    def destination(self, record, result):
        return reverse(ChooseFiles.of_drafts[record.draft.operation].files_url, args=[record.draft.reference])
