"""Draft pages: a task list whose answers are kept in one Draft until they become an operation's arguments.

An app gives the same ``operation``, ``model`` and ``parts`` to a start, a task list, a part and a check page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import F
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from prevent_cases.look.forms import BoundField
from prevent_cases.look.repeated import RepeatedBoundField, RepeatedField, add_row, prefixes
from prevent_cases.operations import Operation, Refused
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import Page, permitted_record


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

    @property
    def is_complete(self) -> bool:
        return self.form.is_bound and self.form.is_valid()

    @property
    def status(self) -> str:
        if self.is_complete:
            return "Completed"
        return "Not finished" if self.started else "Not started"

    def answers(self) -> Iterator["Answer"]:
        """Each question that was asked with its answer in words, for checking; what was left out is empty."""
        for bound in self.form.visible_fields():
            if isinstance(bound, RepeatedBoundField):
                given = [row for row in bound.rows if row.form.is_valid() and row.form.has_changed()]
                for row in given:
                    yield from (answer_to(each, f"{row.title}: ") for each in row.form.visible_fields())
                if not given:
                    yield Answer(bound.label, "", bound.target)
            elif self.form.is_asked(bound.name):
                yield answer_to(bound)


@dataclass(frozen=True)
class Answer:
    """A question with its answer in words; ``target`` is where on its page it is answered."""

    question: str
    words: str
    target: str


def answer_to(bound: BoundField, of: str = "") -> Answer:
    value = bound.form.cleaned_data.get(bound.name)
    choices = dict(getattr(bound.field, "choices", ()))
    if isinstance(value, bool):
        value = "Yes" if value else "No"
    elif isinstance(value, date):
        value = date_format(value, "j F Y")
    words = choices.get(value, value) if value not in (None, "") else ""
    return Answer(f"{of}{bound.label}", str(words), bound.target)


class DraftPage(Page):
    """What the pages of one drafted operation share: the owner's draft, and its parts as forms."""

    model: type
    operation: Operation
    parts: tuple[Part, ...] = ()
    lookup = "slug"
    task_list_url: str = ""

    def draft(self, request: HttpRequest, reference: str, drafts=Draft.objects) -> Draft:
        found = drafts.filter(reference=reference, owner=request.user, operation=self.operation.name).first()
        if found is None:
            raise Http404
        return found

    def record(self, request: HttpRequest, draft: Draft):
        return permitted_record(self.model, request.user, self.operation.permission, pk=draft.record)

    def form(self, part: Part, request: HttpRequest, record, data: QueryDict | None) -> BaseForm:
        made_for = getattr(part.form_class, "for_record", None)
        return made_for(record, request.user, data) if made_for else part.form_class(data)

    def answered(self, request: HttpRequest, draft: Draft, record) -> list[AnsweredPart]:
        return [self.answered_part(part, request, draft, record) for part in self.parts]

    def answered_part(self, part: Part, request: HttpRequest, draft: Draft, record) -> AnsweredPart:
        kept = draft.answers.get(part.slug)
        return AnsweredPart(part, self.form(part, request, record, as_data(kept)), kept is not None)

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


# What buttons of a part are called: they say what to do next, and are no answers.
BUTTONS = ("later", "add", "remove")


def typed_in(request: HttpRequest) -> dict[str, list[str]]:
    """What was sent of a part, to be kept; without the NULs that the database cannot keep."""
    return {
        name.replace("\x00", ""): [value.replace("\x00", "") for value in values]
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", "version", *BUTTONS)
    }


class StartDraft(DraftPage):
    """A press that begins a draft."""

    def post(self, request: HttpRequest, **lookup: Any) -> HttpResponse:
        record = permitted_record(self.model, request.user, self.operation.permission, **lookup)
        draft = Draft.objects.create(owner=request.user, operation=self.operation.name, record=record.pk)
        return redirect(self.task_list(draft))


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
    """One part. What was typed is kept whether or not it is complete; a tab that is behind overwrites nothing."""

    def get(self, request: HttpRequest, reference: str, slug: str) -> HttpResponse:
        draft = self.draft(request, reference)
        record = self.record(request, draft)
        part = self.part(slug)
        # As answered, without errors: nobody has been asked to put anything right yet.
        form = self.form(part, request, record, None)
        kept = as_data(draft.answers.get(slug))
        if kept is not None:
            form.initial = {
                name: field.widget.value_from_datadict(kept, {}, name) for name, field in form.fields.items()
            }
        return self.show(request, draft, part, form)

    def post(self, request: HttpRequest, reference: str, slug: str) -> HttpResponse:
        draft = self.draft(request, reference)
        record = self.record(request, draft)
        part = self.part(slug)
        typed = typed_in(request)
        place = self.change_rows(part, typed, request.POST)
        form = self.form(part, request, record, as_data(typed))
        answers = draft.answers | {slug: typed}
        # Compared as text: whatever was sent that is not this version is behind.
        current = request.POST.get("version") in (None, "", str(draft.version))
        unchanged = Draft.objects.filter(pk=draft.pk, version=draft.version)
        if not (current and unchanged.update(answers=answers, version=F("version") + 1, saved_at=timezone.now())):
            form.add_error(
                None, "You changed this in another window. Below is what you typed here: save it again to keep it."
            )
            return self.show(request, draft, part, form, status=409)
        if place:
            return redirect(f"{request.path}#{place}")
        if "later" in request.POST:
            messages.success(request, "Saved. You can come back to this at any time.")
            return redirect(self.task_list(draft))
        if not form.is_valid():
            draft.refresh_from_db()
            return self.show(request, draft, part, form, status=422)
        return redirect(self.task_list(draft))

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

    def part(self, slug: str) -> Part:
        for part in self.parts:
            if part.slug == slug:
                return part
        raise Http404

    def show(self, request: HttpRequest, draft: Draft, part: Part, form: BaseForm, status: int = 200) -> HttpResponse:
        context = {"draft": draft, "part": part, "form": form, "task_list": self.task_list(draft)}
        return self.render(request, context, status=status)


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
        return self.show(request, draft, record, parts, self.form_class())

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        with transaction.atomic():
            # Locked: pressed twice, it is sent once, and the second press leads to what the first one sent.
            try:
                draft = self.draft(request, reference, Draft.objects.select_for_update())
            except Http404:
                return redirect(self.gone_url)
            record = self.record(request, draft)
            parts = self.answered(request, draft, record)
            form = self.form_class(request.POST)
            if not all(part.is_complete for part in parts):
                return redirect(self.task_list(draft))
            if not form.is_valid():
                return self.show(request, draft, record, parts, form, status=422)
            arguments = {name: value for part in parts for name, value in part.form.cleaned_data.items()}
            arguments |= form.cleaned_data
            arguments |= self.further_arguments(draft)
            try:
                result = self.operation(record, by=request.user, **arguments)
            except Refused as refusal:
                form.add_error(None, refusal.sentence)
                return self.show(request, draft, record, parts, form, status=409)
            draft.delete()
        return redirect(self.destination(result))

    def show(self, request: HttpRequest, draft: Draft, record, parts, form, status: int = 200) -> HttpResponse:
        context = {"draft": draft, "record": record, "parts": parts, "form": form, "task_list": self.task_list(draft)}
        return self.render(request, context | self.further_context(draft), status=status)

    def destination(self, result: Any) -> str:
        return result.get_absolute_url()
