"""What administrators are asked: a form for each policy, made from its fields and its questions."""

from typing import Any

from django import forms
from django.db import models

from prevent_cases.access import view_rule
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import DecidedByTwo, Policy, Question


def yes_or_no(question: Question, field: models.Field) -> forms.Field:
    return forms.TypedChoiceField(
        choices=[("yes", "Yes"), ("no", "No")], coerce=lambda value: value == "yes", widget=RadioSelect
    )


def number(question: Question, field: models.Field) -> forms.Field:
    short = forms.NumberInput({"class": "govuk-input--width-4"})
    return forms.IntegerField(min_value=question.least, max_value=question.most, widget=short)


def choice(question: Question, field: models.Field) -> forms.Field:
    return forms.ChoiceField(choices=field.choices, widget=RadioSelect)


def words(question: Question, field: models.Field) -> forms.Field:
    return LongTextField(max_length=2000, required=not field.blank)


# For each kind of field, the first that fits.
KINDS = (
    (models.BooleanField, yes_or_no),
    (models.IntegerField, number),
    (models.CharField, choice),
    (models.TextField, words),
)


def asked(policy: type[Policy], name: str) -> forms.Field:
    """The question of one field of a policy."""
    question, field = policy.questions[name], policy._meta.get_field(name)
    made = next(make for kind, make in KINDS if isinstance(field, kind))(question, field)
    made.label, made.help_text = question.label, question.hint
    return made


class DecidePolicyForm(Form):
    """What holds now stands in it to begin with. Its answers are a whole decision."""

    policy: type[Policy]

    starts_on = DateField(label="First day", required=False, help_text="Today, if you leave it empty.")
    reason = LongTextField(
        label="Why is this decided?",
        help_text="Who agreed it, and where that is written down.",
        max_length=2000,
        rows=3,
    )

    @classmethod
    def of(cls, policy: type[Policy]) -> type["DecidePolicyForm"]:
        fields = {name: asked(policy, name) for name in policy.questions}
        made = type(f"Decide{policy.__name__}Form", (cls,), fields | {"policy": policy})
        made.base_fields = {name: made.base_fields[name] for name in (*policy.questions, "starts_on", "reason")}
        return made

    @classmethod
    def for_record(cls, area, user, *data):
        initial = cls.policy.of(area).values()
        return cls(*data, initial={name: in_boxes(value) for name, value in initial.items()})

    def clean(self):
        return super().clean() | {"policy": self.policy}


def in_boxes(value: Any) -> Any:
    """A value as its question shows it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


class ConfirmPolicyForm(Form):
    """The press of a second person, who says what they have read."""

    policy: type[DecidedByTwo]

    decision = forms.ModelChoiceField(None, to_field_name="reference", widget=forms.HiddenInput)

    @classmethod
    def of(cls, policy: type[DecidedByTwo]) -> type["ConfirmPolicyForm"]:
        return type(f"Confirm{policy.__name__}Form", (cls,), {"policy": policy})

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data, initial={"decision": cls.policy.waiting_in(area)})
        seen = cls.policy.objects.permitted(user, view_rule(cls.policy).name)
        form.fields["decision"].queryset = seen.filter(area=area).select_related(*cls.policy.fetch_with)
        return form
