"""What is asked of whoever breaks the glass, and of whoever judges it."""

from django import forms

from cases.models import GlassKind
from cases.models.broken_glass import SHORTEST_REASON, obstacle_to_reason
from prevent_cases.look.forms import Form, LongTextField, RadioSelect


class BreakGlassForm(Form):
    kind = forms.ChoiceField(label="Why can it not wait?", choices=GlassKind, widget=RadioSelect)
    reason = LongTextField(
        label="Say more",
        rows=3,
        max_length=2000,
        help_text=f"At least {SHORTEST_REASON} characters, unless somebody is in danger.",
        error_messages={"required": "Say more about it"},
    )

    def clean_reason(self):
        reason = self.cleaned_data["reason"]
        if obstacle := obstacle_to_reason(self.cleaned_data.get("kind"), reason):
            raise forms.ValidationError(obstacle.removesuffix("."))
        return reason


class InDangerForm(BreakGlassForm):
    """Where every second counts: what stands here is read, and written, before a case opens (docs/goals.md)."""

    kind = forms.ChoiceField(
        choices=[(GlassKind.IN_DANGER, GlassKind.IN_DANGER.label)],
        initial=GlassKind.IN_DANGER,
        widget=forms.HiddenInput,
    )
    reason = LongTextField(
        label="What danger?", rows=2, max_length=2000, error_messages={"required": "Say what danger there is"}
    )


class NoDangerForm(BreakGlassForm):
    """Beside the other on one page."""

    kind = forms.ChoiceField(
        label="Why can it not wait?",
        choices=[each for each in GlassKind.choices if each[0] != GlassKind.IN_DANGER],
        widget=RadioSelect,
    )
    reason = LongTextField(
        label="Say more",
        rows=3,
        max_length=2000,
        help_text=f"At least {SHORTEST_REASON} characters.",
        error_messages={"required": "Say more about it"},
    )

    def __init__(self, *data):
        super().__init__(*data, auto_id="no_danger_%s")


class JudgeBrokenGlassForm(Form):
    was_right = forms.TypedChoiceField(
        label="Was it right to break the glass?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    judgement = LongTextField(label="Why?", rows=4, max_length=2000)
