"""Draft pages: a task list whose answers are kept in one Draft until they become an operation's arguments.

An app gives the same ``operation``, ``model`` and ``parts`` to a start, a task list, a part and a check page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.look.repeated import RepeatedField, add_row, prefixes
from prevent_cases.operations import Operation, Refused
from prevent_cases.pages import once
from prevent_cases.pages.models import Draft
from prevent_cases.pages.resuming import Question, changed_last, place_in, question_at
from prevent_cases.pages.views import Page, made_form, permitted_record
from prevent_cases.pages.windows import Answers, Kept, Window
from prevent_cases.pages.words import Answer, answers_of, elsewhere_in_words


@dataclass(frozen=True)
class Part:
    """One subject of a task list: the slug in its address, its title, the form that asks it."""

    slug: str
    title: str
    form_class: type[BaseForm]


@dataclass(frozen=True)
class AnsweredPart:
    """A part with what has been answered so far."""

    part: Part
    form: BaseForm
    started: bool
    # Something else was typed in another window, and nobody has chosen.
    is_divided: bool

    @property
    def is_complete(self) -> bool:
        return self.form.is_bound and self.form.is_valid() and not self.is_divided

    @property
    def status(self) -> str:
        if self.is_divided:
            return "Written in two windows"
        if self.is_complete:
            return "Completed"
        return "Not finished" if self.started else "Not started"

    def answers(self) -> Iterator[Answer]:
        """Each question with its answer in words, for checking."""
        return answers_of(self.form)


class DraftPage(Page):
    """What the pages of one drafted operation share: the owner's draft, and its parts as forms."""

    model: type
    operation: Operation
    parts: tuple[Part, ...] = ()
    lookup = "slug"
    task_list_url: str = ""
    # What tells those who handed one over where it is; of drafts that are handed over.
    handed_over_url: str = ""

    def gone(self, request: HttpRequest, **lookup: Any) -> HttpResponse | None:
        # To a page that saves by itself another page would be no answer.
        if "HX-Request" in request.headers or not self.is_handed_over(request, lookup.get("reference", "")):
            return None
        if request.method == "POST":
            messages.warning(request, "You have handed this over, so what you have just written was not kept.")
        return redirect(self.handed_over_url, lookup["reference"])

    def is_handed_over(self, request: HttpRequest, reference: str) -> bool:
        """Whether whoever asks began this draft, and somebody else has it."""
        found = Draft.objects.filter(reference=reference, begun_by=request.user, operation=self.operation.name)
        return bool(self.handed_over_url) and found.exists()

    def draft(self, request: HttpRequest, reference: str, drafts=Draft.objects) -> Draft:
        mine = drafts.permitted(request.user, "pages.view_draft")
        found = mine.filter(reference=reference, operation=self.operation.name).first()
        if found is None:
            raise Http404
        found.owner = request.user  # It is nobody else's, and whose posts they are is known.
        return found

    def record(self, request: HttpRequest, draft: Draft):
        return permitted_record(self.model, request.user, self.operation.permission, pk=draft.record)

    def form(self, part: Part, request: HttpRequest, record, data: QueryDict | None) -> BaseForm:
        made_for = getattr(part.form_class, "for_record", None)
        return made_for(record, request.user, data) if made_for else part.form_class(data)

    def parts_of(self, draft: Draft) -> Iterable[Part]:
        """The parts of this draft; of some drafts, what has been answered or begun with says which there are."""
        return self.parts

    def part_called(self, slug: str, draft: Draft) -> Part:
        for part in self.parts_of(draft):
            if part.slug == slug:
                return part
        raise Http404

    def answered(self, request: HttpRequest, draft: Draft, record) -> list[AnsweredPart]:
        return [self.answered_part(part, request, draft, record) for part in self.parts_of(draft)]

    def answered_part(self, part: Part, request: HttpRequest, draft: Draft, record) -> AnsweredPart:
        answers = draft.answers.get(part.slug)
        form = self.form(part, request, record, as_data(answers))
        kept = Kept.of(answers, draft.windows.get(part.slug))
        return AnsweredPart(part, form, answers is not None, bool(kept.elsewhere(kept.answers)))

    def further_context(self, draft: Draft) -> dict[str, Any]:
        """What belongs to a draft besides its answers, as its pages show it."""
        return {}

    def further_arguments(self, draft: Draft) -> dict[str, Any]:
        """The same as arguments of the operation."""
        return {}

    def task_list(self, draft: Draft) -> str:
        return reverse(self.task_list_url, args=[draft.reference])


def as_data(kept: dict[str, list[str]] | None) -> QueryDict | None:
    """Kept answers as the data of a form; None where nothing has been answered."""
    if kept is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return data


# What a part is sent with besides answers: what to do next, and what the window knows.
NO_ANSWERS = ("csrfmiddlewaretoken", "known", "at", "turn", "later", "add", "remove")


def typed_in(request: HttpRequest) -> Answers:
    """What was sent of a part, to be kept; lines end in one way, and NULs, which the database cannot keep, are out."""
    return {
        name.replace("\x00", ""): [value.replace("\x00", "").replace("\r\n", "\n") for value in values]
        for name, values in request.POST.lists()
        if name not in NO_ANSWERS
    }


def whole_number(text: str | None) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text or "") else 0


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


class DraftTaskList(DraftPage):
    """The parts, and how far each is."""

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        draft = self.draft(request, reference)
        record = self.record(request, draft)
        parts = self.answered(request, draft, record)
        complete = all(part.is_complete for part in parts)
        context = {"draft": draft, "record": record, "parts": parts, "complete": complete}
        return self.render(request, context | self.further_context(draft))


class DraftPart(DraftPage):
    """One part. What was typed is kept whether or not it is complete, as it is typed (htmx) or when it is saved.

    What is typed in two windows is kept in both versions and shown in both (``pages.windows``).
    """

    saved_template = "pages/_saved.html"

    def get(self, request: HttpRequest, reference: str, slug: str) -> HttpResponse:
        draft = self.draft(request, reference)
        record = self.record(request, draft)
        part = self.part_called(slug, draft)
        kept = Kept.of(draft.answers.get(slug), draft.windows.get(slug))
        form = self.unjudged(part, request, record, draft)
        goes_on_at = question_at(form, draft.place) if draft.place.startswith(f"{slug}/") else None
        return self.show(request, draft, part, form, kept, goes_on_at=goes_on_at)

    def post(self, request: HttpRequest, reference: str, slug: str) -> HttpResponse:
        by_itself = "HX-Request" in request.headers
        with transaction.atomic():
            draft = self.draft(request, reference, Draft.objects.select_for_update())
            part = self.part_called(slug, draft)
            record = self.record(request, draft)
            kept = Kept.of(draft.answers.get(slug), draft.windows.get(slug))
            before, typed = dict(kept.answers), typed_in(request)
            row = self.change_rows(part, typed, request.POST)
            window = Window.read(request.POST.get("known"), kept.answers)
            kept.merge(typed, window, turn=whole_number(request.POST.get("turn")), settles=not by_itself)
            elsewhere = kept.elsewhere(typed if by_itself else kept.answers)
            stays = by_itself or bool(row or elsewhere) or "later" in request.POST
            at = request.POST.get("at", "")
            if stays and not by_itself:
                at = changed_last(self.form(part, request, record, as_data(kept.answers)), before, kept.answers)
            place = place_in(slug, at, draft.place) if stays else ""
            draft.keep(slug, kept.answers, kept.windows, place, only_if_said=by_itself)
        if by_itself:
            known = Window.on(typed, elsewhere, window.name)
            words = elsewhere_in_words(self.unjudged(part, request, record, draft), elsewhere)
            return render(request, self.saved_template, {"known": known, "elsewhere": words, "saved_at": clock.now()})
        if row:
            return redirect(f"{request.path}#{row}")
        if elsewhere:
            form = self.unjudged(part, request, record, draft)
            return self.show(request, draft, part, form, kept, status=409)
        if "later" in request.POST:
            messages.success(request, "Saved. You can come back to this at any time.")
            return redirect(self.task_list(draft))
        form = self.form(part, request, record, as_data(kept.answers))
        if not form.is_valid():
            return self.show(request, draft, part, form, kept, status=422)
        return redirect(self.task_list(draft))

    def unjudged(self, part: Part, request: HttpRequest, record, draft: Draft) -> BaseForm:
        """The part as answered, without errors: nobody has been asked to put anything right yet."""
        form = self.form(part, request, record, None)
        answers = as_data(draft.answers.get(part.slug))
        if answers is not None:
            form.initial = {
                name: field.widget.value_from_datadict(answers, {}, name) for name, field in form.fields.items()
            }
        return form

    def change_rows(self, part: Part, typed: dict[str, list[str]], pressed: QueryDict) -> str:
        """Add an answer to a repeated question or remove one, where that was pressed; returns the place to go on at."""
        for name, field in part.form_class.base_fields.items():
            if isinstance(field, RepeatedField):
                if pressed.get("add") == name:
                    return f"{add_row(typed, name)}-title"
                if pressed.get("remove") in prefixes(typed, name):
                    for key in [key for key in typed if key.startswith(f"{pressed['remove']}-")]:
                        del typed[key]
                    return f"id_{name}"
        return ""

    def show(
        self,
        request: HttpRequest,
        draft: Draft,
        part: Part,
        form: BaseForm,
        kept: Kept,
        *,
        goes_on_at: Question | None = None,
        status: int = 200,
    ) -> HttpResponse:
        elsewhere = kept.elsewhere(kept.answers)
        context = {
            "draft": draft,
            "record": self.record(request, draft),
            "part": part,
            "form": form,
            "task_list": self.task_list(draft),
            "known": Window.on(kept.answers, elsewhere),
            "elsewhere": elsewhere_in_words(form, elsewhere),
            "goes_on_at": goes_on_at,
        }
        return self.render(request, context | self.part_context(request, draft, form), status=status)

    def part_context(self, request: HttpRequest, draft: Draft, form: BaseForm) -> dict[str, Any]:
        """What a part is shown with besides its questions."""
        return {}


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
