"""What was answered, in words: for checking it, and for showing what was typed in another window or left off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.forms import BaseForm
from django.utils.formats import date_format, time_format

from prevent_cases.look.forms import BoundField
from prevent_cases.look.repeated import RepeatedBoundField
from prevent_cases.pages.windows import Versions


@dataclass(frozen=True)
class Answer:
    """A question with its answer in words; ``target`` is where on its page it is answered."""

    question: str
    words: str
    target: str


def answers_of(form: BaseForm) -> Iterator[Answer]:
    """Each question of a valid form that was asked; what was left out is empty."""
    for bound in form.visible_fields():
        if isinstance(bound, RepeatedBoundField):
            given = [row for row in bound.rows if row.form.is_valid() and row.form.has_changed()]
            for row in given:
                yield from (answer_to(each, f"{row.title}: ") for each in row.form.visible_fields())
            if not given:
                yield Answer(bound.label, "", bound.target)
        elif form.is_asked(bound.name):
            yield answer_to(bound)


def answer_to(bound: BoundField, of: str = "") -> Answer:
    value = bound.form.cleaned_data.get(bound.name)
    return Answer(f"{of}{bound.label}", _words(bound, value), bound.target)


def _words(bound: BoundField, value: Any) -> str:
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, time):
        return time_format(value, "H:i")
    return str(dict(getattr(bound.field, "choices", ())).get(value, value))


def elsewhere_in_words(form: BaseForm, versions: Versions) -> list[Answer]:
    """The versions that were typed in other windows, each with the question that it answers."""
    questions = list(asked(form))
    found = []
    for name, of_name in versions.items():
        of, bound = next(((of, each) for of, each in questions if is_of(each, name)), ("", None))
        for values in of_name:
            if bound is None:
                found.append(Answer("An answer that has been removed", " ".join(values), ""))
            else:
                box = name.removeprefix(bound.html_name).replace("_", " ")
                words = ", ".join(_words(bound, value) for value in values)
                found.append(Answer(f"{of}{bound.label}{box and f', {box.strip()}'}", words, bound.target))
    return found


def asked(form: BaseForm) -> Iterator[tuple[str, BoundField]]:
    """Every question, those of repeated ones as well, with the title of the answer that it is part of."""
    for bound in form.visible_fields():
        if isinstance(bound, RepeatedBoundField):
            for row in bound.rows:
                yield from ((f"{row.title}: ", each) for each in row.form.visible_fields())
        else:
            yield "", bound


def is_of(bound: BoundField, name: str) -> bool:
    """Whether a name in the data is a question's own, or that of one box of a date."""
    boxes = getattr(bound.field.widget, "widgets_names", ())
    return name in {bound.html_name, *(f"{bound.html_name}{box}" for box in boxes)}
