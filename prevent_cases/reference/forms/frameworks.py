"""What administrators are asked about a framework: what it is, and each of its domains with its factors."""

from typing import Any

from django import forms

from prevent_cases.look.forms import Form, LongTextField
from prevent_cases.look.repeated import RepeatedField
from prevent_cases.reference.models import Framework, fault_of_scale

SCALE = "What can be found of a factor, in words, each on a line of its own. “Not known” can always be chosen besides."


class WithScale(Form):
    """Asks a scale: each point on a line of its own."""

    def clean(self):
        cleaned = super().clean()
        if fault := fault_of_scale(cleaned.get("scale", "")):
            self.add_error("scale", fault)
        return cleaned


class AboutFrameworkForm(WithScale):
    title = forms.CharField(label="Title", max_length=200)
    origin = forms.CharField(
        label="Where are its words from?",
        max_length=200,
        required=False,
        help_text="It is said wherever the framework is named. If nobody has checked them, say so.",
    )
    guidance = LongTextField(
        label="What should whoever assesses know?",
        max_length=8000,
        required=False,
        help_text="The area's own text. It stands above the questions.",
    )
    scale = LongTextField(
        label="The scale",
        max_length=2000,
        required=False,
        help_text=f"{SCALE} Leave it empty if each domain has its own.",
    )


class FactorForm(Form):
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
    wording = forms.CharField(label="What is asked about", max_length=300)
    code = forms.CharField(label="Code", required=False, max_length=10, help_text="For example: E01.")
    help_text = LongTextField(label="What helps to answer it?", required=False, max_length=2000, rows=2)


class DomainForm(WithScale):
    title = forms.CharField(label="Name of the domain", max_length=200)
    about = LongTextField(label="What is it about?", required=False, max_length=2000, rows=2)
    scale = LongTextField(
        label="A scale of its own", required=False, max_length=2000, help_text="Only if it uses another. " + SCALE
    )
    factors = RepeatedField(
        FactorForm,
        label="Factors",
        noun="factor",
        fewest=1,
        error_messages={"required": "Add at least one factor."},
    )


class PutFrameworkForwardForm(AboutFrameworkForm):
    """A whole framework at once, as a program sends it."""

    framework = forms.ModelChoiceField(
        label="Of which is it the next version?",
        queryset=Framework.objects.none(),
        to_field_name="reference",
        required=False,
    )
    domains = RepeatedField(
        DomainForm,
        label="Domains",
        noun="domain",
        fewest=1,
        most=20,
        error_messages={"required": "Add at least one domain."},
    )

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.fields["framework"].queryset = Framework.objects.filter(area=area)
        return form


def as_answers(said: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    """What a framework says as the answers of a draft: its first part, and one for each domain."""
    answers = {"about": {name: [said[name]] for name in AboutFrameworkForm.base_fields}}
    for place, domain in enumerate(said["domains"], start=1):
        part = {name: [domain.get(name, "")] for name in ("title", "about", "scale")}
        for row, factor in enumerate(domain["factors"], start=1):
            part[f"factors-{row}-row"] = [str(row)]
            part |= {f"factors-{row}-{name}": [factor.get(name, "")] for name in FactorForm.base_fields}
        answers[f"domain-{place}"] = part
    return answers
