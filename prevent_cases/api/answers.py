"""JSON as a form's data, and a form's questions as a schema: one rule says what is valid, and it is the form's."""

from typing import Any

from django import forms
from django.http import QueryDict
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ParseError

from prevent_cases.api.problems import Invalid
from prevent_cases.look.forms import DateField
from prevent_cases.look.repeated import RepeatedField

# For each kind of question, the first that fits. A choice among records is the record's reference or slug.
KINDS = (
    (forms.BooleanField, serializers.BooleanField),
    (forms.IntegerField, serializers.IntegerField),
    (DateField, serializers.DateField),
    (forms.DateField, serializers.DateField),
    (forms.TimeField, serializers.TimeField),
    (forms.EmailField, serializers.EmailField),
    (forms.Field, serializers.CharField),
)


@extend_schema_field(OpenApiTypes.BINARY)
class SentFile(serializers.FileField):
    """A file as it is sent; as its content, and not as an address."""


SEVERAL = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)


def of(fields: dict[str, forms.Field], sent: Any) -> QueryDict:
    """What was sent, as the form would have been posted. Raises Invalid for a field that the form does not have."""
    if not isinstance(sent, dict):
        raise ParseError("Send one JSON object.")
    if unknown := sent.keys() - fields.keys():
        # A name may hold half a character, which can be sent in JSON but not said in the answer.
        names = sorted(name.encode(errors="replace").decode() for name in unknown)
        raise Invalid({name: ["There is no such field."] for name in names})
    data = QueryDict(mutable=True)
    for name, value in sent.items():
        if value is None:
            continue
        field = fields[name]
        if isinstance(field, RepeatedField):
            _set_rows(data, name, field, value)
        elif isinstance(field.widget, forms.MultiWidget):
            _set_parts(data, name, field.widget, value)
        elif isinstance(field, SEVERAL) and isinstance(value, list):
            data.setlist(name, [_text(name, each) for each in value])
        elif isinstance(field, forms.BooleanField) and isinstance(value, bool):
            data[name] = value
        else:
            data[name] = _text(name, value)
    return data


def _text(name: str, value: Any) -> str:
    """Text or a whole number as text; Python would write anything else in a way of its own."""
    if type(value) not in (str, int):
        raise Invalid({name: ["Send text or a whole number."]})
    try:
        return str(value).encode().decode()
    except UnicodeEncodeError:
        raise Invalid({name: ["This text holds half a character."]}) from None


def _set_parts(data: QueryDict, name: str, widget: forms.MultiWidget, value: Any) -> None:
    """A date stands in JSON as one value and in a form as three boxes."""
    try:
        parts = widget.decompress(str(value))
    except ValueError:
        raise Invalid({name: ["Write the date as YYYY-MM-DD."]}) from None
    for suffix, part in zip(widget.widgets_names, parts, strict=True):
        data[name + suffix] = str(part)


def _set_rows(data: QueryDict, name: str, field: RepeatedField, value: Any) -> None:
    """Several answers stand in JSON as a list of objects and in a form as rows."""
    if not isinstance(value, list):
        raise Invalid({name: ["Send a list of objects."]})
    for place, each in enumerate(value):
        data[f"{name}-{place}-row"] = str(place)
        for key, values in of(field.form_class.base_fields, each).lists():
            data.setlist(f"{name}-{place}-{key}", values)


def questions(form_class: type[forms.Form]) -> dict[str, serializers.Field]:
    """The form's questions as fields of a schema. One that is asked after an answer is not asked of everybody."""
    after = getattr(form_class, "asked_after", {})
    return {name: _question(field, always=name not in after) for name, field in form_class.base_fields.items()}


def _question(field: forms.Field, *, always: bool) -> serializers.Field:
    if isinstance(field, RepeatedField):
        row = type(f"{field.noun.capitalize()}Answer", (serializers.Serializer,), questions(field.form_class))
        return serializers.ListField(child=row(), required=field.required, help_text=str(field.help_text))
    said = {"required": field.required and always, "help_text": str(field.help_text), "label": str(field.label or "")}
    if isinstance(field, SEVERAL):
        return serializers.ListField(child=serializers.CharField(), **said)
    if isinstance(field, forms.FileField):
        return serializers.ListField(child=SentFile(), **said)
    # Those that a form knows only for its record are text here, as a choice among records is.
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField) and field.choices:
        return serializers.ChoiceField(choices=[choice for choice in field.choices if choice[0] != ""], **said)
    return next(made for kind, made in KINDS if isinstance(field, kind))(**said)
