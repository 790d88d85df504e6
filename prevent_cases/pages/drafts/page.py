"""What all pages of a draft share: whose it is, and its parts as forms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from prevent_cases.operations import Operation
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import Page, permitted_record
from prevent_cases.pages.windows import Kept
from prevent_cases.pages.words import Answer, answers_of


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
