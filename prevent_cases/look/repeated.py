"""A question that may be answered several times: a small form once for each answer, with "add another" and "remove".

In the data each answer has a key of its own, so that two windows may each add one and neither takes the other's place:
``entries-k3f9-text``. Beside it ``entries-k3f9-row`` holds its place among the others.
"""

import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from prevent_cases.look.forms import BoundField

# The key of the answer that is offered before there is any.
FIRST = "first"


@dataclass(frozen=True)
class Row:
    """One answer as it was sent: what its names begin with, and the data they are in."""

    prefix: str
    data: Mapping[str, Any]

    @property
    def place(self) -> int:
        text = str(self.data.get(f"{self.prefix}-row", ""))
        return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0


class RepeatedInput(forms.Widget):
    """Reads the answers. They are drawn from their small forms (``RepeatedBoundField.rows``)."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[Row]:
        return sorted((Row(prefix, data) for prefix in prefixes(data, name)), key=lambda row: (row.place, row.prefix))


def prefixes(data: Mapping[str, Any], name: str) -> set[str]:
    pattern = re.compile(rf"({re.escape(name)}-[0-9a-z]{{1,12}})-")
    return {match[1] for match in map(pattern.match, data) if match}


def add_row(data: dict[str, list[str]], name: str) -> str:
    """Offer one more answer in the data of a form; returns what its names begin with."""
    rows = RepeatedInput().value_from_datadict({key: values[0] for key, values in data.items() if values}, {}, name)
    prefix = f"{name}-{secrets.token_hex(4)}"
    data[f"{prefix}-row"] = [str(max((row.place for row in rows), default=0) + 1)]
    return prefix


class RepeatedField(forms.Field):
    """Answers given by ``form_class``, ``fewest`` to ``most``. One that was left empty altogether is none."""

    widget = RepeatedInput

    def __init__(self, form_class: type[forms.Form], *, noun: str, fewest: int = 0, most: int = 50, **kwargs: Any):
        super().__init__(required=fewest > 0, **kwargs)
        self.form_class = form_class
        self.noun = noun
        self.fewest = fewest
        self.most = most

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> "RepeatedBoundField":
        return RepeatedBoundField(form, self, field_name)

    def answered(self, row: Row) -> forms.Form:
        return self.form_class(row.data, prefix=row.prefix, empty_permitted=True, use_required_attribute=False)

    def clean(self, value: list[Row]) -> list[dict[str, Any]]:
        if len(value) > self.most:
            raise ValidationError(f"There can be {self.most} at most. Put some of them together.")
        answers, wrong = [], []
        for number, form in enumerate(map(self.answered, value), start=1):
            if not form.is_valid():
                wrong += [
                    ValidationError(f"{self.noun.capitalize()} {number}: {error}", params={"target": field.target})
                    for field in form.visible_fields()
                    for error in field.errors
                ]
            elif form.has_changed():
                answers.append(form.cleaned_data)
        if wrong:
            raise ValidationError(wrong)
        if len(answers) < self.fewest:
            raise ValidationError(self.error_messages["required"])
        return answers


@dataclass(frozen=True)
class ShownRow:
    """One answer on a page."""

    prefix: str
    place: int
    form: forms.Form
    title: str


class RepeatedBoundField(BoundField):
    """The question on a page, with the small form of each answer."""

    template_name = "forms/repeated.html"
    kind = "repeated"
    counted = None

    @cached_property
    def rows(self) -> list[ShownRow]:
        kept = (self.value() or [])[: self.field.most] or [Row(f"{self.html_name}-{FIRST}", {})]
        noun = self.field.noun.capitalize()
        return [
            ShownRow(row.prefix, row.place, self._form_of(row), f"{noun} {number}")
            for number, row in enumerate(kept, start=1)
        ]

    def _form_of(self, row: Row) -> forms.Form:
        if self.form.is_bound:
            return self.field.answered(row)
        form = self.field.form_class(prefix=row.prefix, use_required_attribute=False)
        form.initial = {
            name: field.widget.value_from_datadict(row.data, {}, form.add_prefix(name))
            for name, field in form.fields.items()
        }
        return form

    @property
    def target(self) -> str:
        """The first question of the first answer."""
        return next(iter(self.rows[0].form.visible_fields())).target

    @property
    def problems(self) -> Iterator[tuple[str, str]]:
        for error in self.form.errors.as_data().get(self.name, []):
            yield error.messages[0], (error.params or {}).get("target", self.target)

    @property
    def errors_of_all(self) -> list[str]:
        """What is wrong with the answers together; what is wrong with one stands beside it."""
        data = self.form.errors.as_data().get(self.name, [])
        return [error.messages[0] for error in data if not error.params]

    @property
    def may_add(self) -> bool:
        return len(self.rows) < self.field.most
