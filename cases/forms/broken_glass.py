"""What is asked of whoever breaks the glass, and of whoever judges it."""

from django import forms

from cases.models.broken_glass import SHORTEST_REASON
from prevent_cases.look.forms import Form, LongTextField, RadioSelect


class BreakGlassForm(Form):
    reason = LongTextField(
        label="Why not wait?",
        rows=3,
        min_length=SHORTEST_REASON,
        max_length=2000,
        help_text=f"At least {SHORTEST_REASON} characters.",
    )


class JudgeBrokenGlassForm(Form):
    was_right = forms.TypedChoiceField(
        label="Was it right to break the glass?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    judgement = LongTextField(label="Why?", rows=4, max_length=2000)
