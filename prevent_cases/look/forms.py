"""Forms as GOV.UK markup: the renderer of every form of the house, and the few fields and widgets that are our own.

``{{ form }}`` gives an error summary and the questions; ``{% form %}`` the whole form with its button. A form of Django
or of a package needs nothing to come out right. Sentences for missing answers are made from the labels; a field's
``error_messages`` win over them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting

from prevent_cases import clock
from prevent_cases.look.sentences import sentences

# For each kind of widget, the first that fits: what the templates call it, and the class of its input.
KINDS = (
    (forms.CheckboxSelectMultiple, "checkboxes", "govuk-checkboxes__input"),
    (forms.RadioSelect, "radios", "govuk-radios__input"),
    (forms.CheckboxInput, "checkbox", "govuk-checkboxes__input"),
    (forms.FileInput, "file", "govuk-file-upload"),
    (forms.PasswordInput, "password", "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (forms.Textarea, "textarea", "govuk-textarea govuk-js-character-count"),
    (forms.Select, "select", "govuk-select"),
    (forms.NumberInput, "number", "govuk-input"),
    (forms.Widget, "input", "govuk-input"),
)


class BoundField(forms.BoundField):
    """A question on a page: knows its GOV.UK classes, and where a link from the error summary leads."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        field.error_messages = sentences(field, self.label)

    @property
    def kind(self) -> str:
        return self._kind_and_class(self.field.widget)[0]

    @property
    def counted(self) -> int | None:
        """How many characters a long answer may have, told while writing."""
        return getattr(self.field, "max_length", None) if self.kind == "textarea" else None

    @property
    def target(self) -> str:
        """The id of the input to put right: of a date the first wrong box, of a choice the first one."""
        widget = self.field.widget
        if isinstance(widget, DateInput):
            return f"{self.auto_id}_{widget.wrong_boxes(self.data)[0]}"
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def problems(self) -> Iterator[tuple[str, str]]:
        """What is wrong, and where a link from the error summary leads."""
        return ((error, self.target) for error in self.errors)

    @property
    def is_asked_after(self) -> bool:
        """Whether it is drawn under the answer to another question, after which it is asked."""
        return self.name in getattr(self.form, "asked_after", {})

    @property
    def is_optional(self) -> bool:
        """Whether its label says so: one that begins with "If" says itself when it is asked."""
        return not (self.field.required or self.label.startswith("If "))

    @property
    def aria_describedby(self) -> str | None:
        ids = super().aria_describedby
        return f"{ids} {self.auto_id}-info".strip() if self.counted else ids

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return attrs
        kind, classes = self._kind_and_class(widget)
        wrong = f"{classes.split()[0]}--error" if self.errors else ""
        attrs["class"] = " ".join(filter(None, [classes, wrong, widget.attrs.get("class")]))
        # The server says what is missing, in a sentence; a placeholder vanishes, and a cut-off paste is not noticed.
        attrs |= {"required": False, "placeholder": False, "maxlength": False, "minlength": False}
        if kind == "number":
            decimal = isinstance(self.field, (forms.DecimalField, forms.FloatField))
            attrs |= {"inputmode": "decimal" if decimal else "numeric", "min": False, "max": False, "step": False}
        elif kind == "password":
            attrs |= {"spellcheck": "false", "autocapitalize": "none"}
        elif isinstance(widget, forms.EmailInput):
            attrs |= {"spellcheck": "false"}
        return attrs

    @staticmethod
    def _kind_and_class(widget: forms.Widget) -> tuple[str, str]:
        return next((kind, classes) for fits, kind, classes in KINDS if isinstance(widget, fits))


class Renderer(TemplatesSetting):
    """The form renderer (``FORM_RENDERER``)."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = BoundField


class Form(forms.Form):
    """A form whose questions may stand in groups, ``groups = {"The person": ["name", "born_on"]}``, or be asked only
    after one answer to another: ``asked_after = {"why": ("is_urgent", "yes")}``.

    The order is that of the fields; those of a group follow one another. The style sheet hides what is not asked, and
    what is written there all the same does not count.
    """

    groups: Mapping[str, Iterable[str]] = {}
    asked_after: Mapping[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (question, answer) in self.asked_after.items():
            self.fields[question].widget.reveals.setdefault(answer, []).append(self[name])

    def leave_out(self, *names: str) -> None:
        """Not ask these: what such a question would be about is not there."""
        for name in names:
            del self.fields[name]
        for field in self.fields.values():
            for revealed in getattr(field.widget, "reveals", {}).values():
                revealed[:] = [each for each in revealed if each.name not in names]
        self.asked_after = {name: after for name, after in self.asked_after.items() if name not in names}

    def grouped(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        title_of = {name: title for title, names in self.groups.items() for name in names}
        for title, fields in groupby(self.visible_fields(), key=lambda field: title_of.get(field.name, "")):
            yield title, list(fields)

    def is_asked(self, name: str) -> bool:
        """Whether this question counts, after what has been answered."""
        if name not in self.asked_after:
            return True
        question, answer = self.asked_after[name]
        return self.cleaned_data.get(question) == answer

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in self.asked_after:
            if not self.is_asked(name):
                cleaned[name] = self.fields[name].to_python("")
                self.errors.pop(name, None)
        return cleaned


class Hinted:
    """Choices that may each have a hint: ``RadioSelect(hints={"accept": "The case opens at once."})``."""

    def __init__(self, *args: Any, hints: Mapping[Any, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if hint := self.hints.get(str(value)):
            option["hint"] = hint
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}-hint"
        return option


class RadioSelect(Hinted, forms.RadioSelect):
    """One of a few. ``reveals`` holds the questions drawn under an answer (``Form.asked_after``)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reveals: dict[str, list[BoundField]] = {}

    def __deepcopy__(self, memo: dict) -> "RadioSelect":
        copied = super().__deepcopy__(memo)
        copied.reveals = {}
        return copied

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if revealed := self.reveals.get(str(value)):
            option["revealed"] = revealed
        return option


class CheckboxSelectMultiple(Hinted, forms.CheckboxSelectMultiple):
    """Any of a few."""


class LongTextField(forms.CharField):
    """An answer of several lines. A line's end counts as one character, as the counter on the page counts it."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.Textarea(attrs={"rows": rows})} | kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


class Seen:
    """What stands on a page, by its keys: sent back with what is answered there, which is of that alone.

    Whether it still stands, the operation asks. A page that is shown again is of what stands there now.
    """

    def __init__(self, **kwargs: Any) -> None:
        said = dict.fromkeys(("required", "invalid"), "Read what stands here now, and then send it.")
        super().__init__(error_messages=said, **kwargs)

    def bound_data(self, data: Any, initial: Any) -> Any:
        return initial


class SeenField(Seen, forms.IntegerField):
    """The one record that the page is of."""

    widget = forms.HiddenInput


class AllSeenField(Seen, forms.MultipleChoiceField):
    """Each record that the page lists."""

    widget = forms.MultipleHiddenInput

    def valid_value(self, value: Any) -> bool:
        return True


BOXES = ("day", "month", "year")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class DateInput(forms.MultiWidget):
    """Three boxes: day, month, year."""

    template_name = "forms/date_input.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({box: forms.TextInput({"inputmode": "numeric"}) for box in BOXES}, attrs)

    def decompress(self, value: date | str | None) -> list[Any]:
        if isinstance(value, str) and value:
            value = date.fromisoformat(value)
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        wrong = self.wrong_boxes(value)
        for index, box in enumerate(context["widget"]["subwidgets"]):
            box["label"] = BOXES[index].capitalize()
            box["attrs"]["class"] += f" govuk-date-input__input govuk-input--width-{4 if BOXES[index] == 'year' else 2}"
            if index not in wrong:
                box["attrs"]["class"] = box["attrs"]["class"].replace("govuk-input--error", "")
                box["attrs"].pop("aria-invalid", None)
        return context

    @staticmethod
    def wrong_boxes(value: Any) -> list[int]:
        """The boxes at fault when the date is: the empty ones if some are filled, a short year, otherwise all."""
        texts = [str(part or "").strip() for part in value] if isinstance(value, (list, tuple)) else ["", "", ""]
        if any(texts) and not all(texts):
            return [index for index, text in enumerate(texts) if not text]
        if texts[2].isdecimal() and len(texts[2]) != 4:
            return [2]
        return [0, 1, 2]


class DateField(forms.Field):
    """A day, written as three numbers; the month may be written as a word. ``past=True`` refuses a day to come."""

    widget = DateInput

    def __init__(self, *, past: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.past = past

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or not value:
            return value or None
        texts = [str(part or "").strip() for part in value]
        if not any(texts):
            return None
        if missing := [box for box, text in zip(BOXES, texts, strict=True) if not text]:
            raise self._error("incomplete", missing=" and ".join(f"a {box}" for box in missing))
        day, month, year = texts
        if year.isdecimal() and len(year) != 4:
            raise self._error("short_year")
        if month[:3].lower() in MONTHS:
            month = str(MONTHS.index(month[:3].lower()) + 1)
        try:
            return date(int(year), int(month), int(day))
        except (ValueError, OverflowError):
            raise self._error("not_real") from None

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.past and value > clock.today():
            raise self._error("max_today")

    def _error(self, code: str, **params: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)
