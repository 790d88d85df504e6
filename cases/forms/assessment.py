"""What is asked in an assessment: each factor of a domain alike, then what follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from cases.models import Assessment, Case
from prevent_cases import clock
from prevent_cases.look.forms import BoundField, DateField, Form, LongTextField, RadioSelect
from prevent_cases.look.repeated import RepeatedField
from prevent_cases.pages.words import answer_to
from prevent_cases.reference.models import (
    NOT_KNOWN,
    FrameworkDomain,
    FrameworkFactor,
    FrameworkVersion,
    ScalePoint,
)

UNKNOWN = "not_known"
ASKED = ("point", "in_words", "evidence", "source", "evidence_on", "protective_factors")


def questions(factor: FrameworkFactor, points: list[ScalePoint]) -> dict[str, forms.Field]:
    """What is asked of one factor; each label says of which, since a page asks the same of many."""
    of = factor.short
    return {
        "point": forms.ChoiceField(
            label=f"{of}: what is found?",
            choices=[*((point.reference, point.label) for point in points), (UNKNOWN, NOT_KNOWN)],
            widget=RadioSelect,
            error_messages={"required": f"Choose what is found of “{factor}”, or that it is not known"},
        ),
        "in_words": LongTextField(
            label=f"{of}: in words",
            rows=2,
            max_length=4000,
            error_messages={"required": f"Say in words what is found of “{factor}”"},
        ),
        "evidence": LongTextField(
            label=f"{of}: evidence",
            rows=2,
            max_length=4000,
            required=False,
            help_text="What was seen, said or done, and what speaks against it.",
        ),
        "source": forms.CharField(label=f"{of}: from whom is it known?", max_length=1000, required=False),
        "evidence_on": DateField(
            label=f"{of}: when was that?",
            past=True,
            required=False,
            help_text="If it went on for a while, the last day of which it is known.",
        ),
        "protective_factors": LongTextField(
            label=f"{of}: protective factors", rows=2, max_length=4000, required=False, help_text="What helps."
        ),
    }


@dataclass(frozen=True)
class FactorAnswer:
    """What has been answered on one factor, for checking it."""

    factor: FrameworkFactor
    target: str
    found: str
    words: list[tuple[str, str]]


class FactorsForm(Form):
    """One domain. The questions on a factor are named after its key."""

    domain: FrameworkDomain
    factors: list[FrameworkFactor]

    @classmethod
    def of(cls, domain: FrameworkDomain, points: list[ScalePoint]) -> type["FactorsForm"]:
        factors = list(domain.factors.all())
        fields = {
            f"{factor.key}_{name}": field for factor in factors for name, field in questions(factor, points).items()
        }
        return type("FactorsForm", (cls,), fields | {"domain": domain, "factors": factors})

    def sections(self) -> Iterator[tuple[FrameworkFactor, list[BoundField]]]:
        """Each factor with its questions."""
        for factor in self.factors:
            yield factor, [self[f"{factor.key}_{name}"] for name in ASKED]

    def entries(self) -> list[dict[str, Any]]:
        """The answers as the operation takes them."""
        return [{"factor": factor.key} | self.answered(factor) for factor in self.factors]

    def answered(self, factor: FrameworkFactor) -> dict[str, Any]:
        said = {name: self.cleaned_data.get(f"{factor.key}_{name}") for name in ASKED}
        return said | {"point": "" if said["point"] == UNKNOWN else said["point"]}

    def answers_by_factor(self) -> Iterator[FactorAnswer]:
        for factor, questions in self.sections():
            said = [answer_to(bound) for bound in questions]
            words = [(each.question.removeprefix(f"{factor.short}: "), each.words) for each in said if each.words]
            yield FactorAnswer(factor, questions[0].target, words[0][1], words[1:])

    def leave_unasked(self, factor: FrameworkFactor) -> None:
        """What is not known is asked no further: the style sheet hides it, and what is written there does not count."""
        for name in (f"{factor.key}_{name}" for name in ASKED[1:]):
            self.cleaned_data[name] = self.fields[name].to_python("")
            self.errors.pop(name, None)

    def clean(self):
        cleaned = super().clean()
        for factor in self.factors:
            found, _, evidence, source, on = (cleaned.get(f"{factor.key}_{name}") for name in ASKED[:5])
            if found in (None, UNKNOWN):
                self.leave_unasked(factor)
                continue
            if evidence and not source:
                self.add_error(f"{factor.key}_source", f"Say from whom the evidence on “{factor}” is")
            if evidence and not on and f"{factor.key}_evidence_on" not in self.errors:
                self.add_error(f"{factor.key}_evidence_on", f"Say of which day the evidence on “{factor}” is")
        return cleaned


class ConclusionsForm(Form):
    assessed_on = DateField(label="Day of the assessment", past=True, initial=clock.today)
    summary = LongTextField(
        label="Summary",
        rows=6,
        max_length=8000,
        help_text="What it comes to, in your own words. Nothing is added up, and no factor decides.",
    )
    plan = LongTextField(label="Plan", rows=6, max_length=8000, help_text="What should follow, and who would do it.")
    what_changed = LongTextField(label="What has changed?", rows=4, max_length=8000)

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        field = form.fields["what_changed"]
        if Assessment.objects.standing().filter(case=case).exists():
            field.help_text = "Since the assessment before. If nothing has, say so."
        else:
            field.label = "What is known now that was not known at the referral?"
            field.help_text = "This is the first assessment. If nothing is, say so."
        return form


class FindingForm(Form):
    """What is said of one factor, as a program sends it."""

    factor = forms.CharField(label="Key of the factor", max_length=10)
    point = forms.CharField(
        label="Reference of the point on its scale",
        max_length=10,
        required=False,
        help_text="None where it is not known.",
    )
    in_words = LongTextField(label="In words", max_length=4000, required=False)
    evidence = LongTextField(label="Evidence", max_length=4000, required=False)
    source = forms.CharField(label="From whom is it known?", max_length=1000, required=False)
    evidence_on = DateField(label="When was that?", past=True, required=False)
    protective_factors = LongTextField(label="Protective factors", max_length=4000, required=False)


class CompleteAssessmentForm(ConclusionsForm):
    """A whole assessment at once, as a program sends it."""

    version = forms.ModelChoiceField(
        label="By which version of which framework?",
        queryset=FrameworkVersion.objects.none(),
        to_field_name="reference",
    )
    entries = RepeatedField(
        FindingForm,
        label="What is found of each factor",
        noun="finding",
        fewest=1,
        most=500,
        error_messages={"required": "Say what is found of each factor."},
    )

    @classmethod
    def for_record(cls, case: Case, user, *data):
        form = super().for_record(case, user, *data)
        in_use = FrameworkVersion.objects.in_use().filter(framework__area=case.area_id)
        form.fields["version"].queryset = in_use.select_related("framework")
        return form
