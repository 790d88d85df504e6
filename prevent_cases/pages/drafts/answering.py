"""The task list, and one part of it, kept as it is typed."""

import re
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from prevent_cases import clock
from prevent_cases.look.repeated import RepeatedField, add_row, prefixes
from prevent_cases.pages.drafts.page import DraftPage, Part, as_data
from prevent_cases.pages.models import Draft
from prevent_cases.pages.resuming import Question, changed_last, place_in, question_at
from prevent_cases.pages.windows import Answers, Kept, Window
from prevent_cases.pages.words import elsewhere_in_words


class DraftTaskList(DraftPage):
    """The parts, and how far each is."""

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        draft = self.draft(request, reference)
        record = self.record(request, draft)
        parts = self.answered(request, draft, record)
        complete = all(part.is_complete for part in parts)
        context = {"draft": draft, "record": record, "parts": parts, "complete": complete}
        return self.render(request, context | self.further_context(draft))


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
        return self.show(request, draft, record, part, form, kept, goes_on_at=goes_on_at)

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
            return self.show(request, draft, record, part, form, kept, status=409)
        if "later" in request.POST:
            messages.success(request, "Saved. You can come back to this at any time.")
            return redirect(self.task_list(draft))
        form = self.form(part, request, record, as_data(kept.answers))
        if not form.is_valid():
            return self.show(request, draft, record, part, form, kept, status=422)
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
        record,
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
            "record": record,
            "part": part,
            "form": form,
            "task_list": self.task_list(draft),
            "known": Window.on(kept.answers, elsewhere),
            "elsewhere": elsewhere_in_words(form, elsewhere),
            "goes_on_at": goes_on_at,
        }
        return self.render(request, context | self.part_context(request, draft, record, form), status=status)

    def part_context(self, request: HttpRequest, draft: Draft, record, form: BaseForm) -> dict[str, Any]:
        """What a part is shown with besides its questions."""
        return {}
