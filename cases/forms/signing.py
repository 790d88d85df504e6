"""What is asked of whoever signs what somebody else has made."""

from typing import Self

from django import forms

from cases.models.signed import Signed
from prevent_cases.look.forms import Form, LongTextField, RadioSelect, SeenField


class SignForm(Form):
    """Of what its page shows (``made``), and of nothing that was made since; ``signed`` and ``sent_back`` say what
    follows.
    """

    seen = SeenField()
    agrees = forms.TypedChoiceField(
        choices=[("yes", "Yes"), ("no", "No")], coerce=lambda value: value == "yes", widget=RadioSelect
    )
    why_not = LongTextField(label="If not, what has to change?", rows=3, max_length=2000, required=False)

    label = signed = sent_back = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        agrees = self.fields["agrees"]
        agrees.label, agrees.widget.hints = self.label, {"yes": self.signed, "no": self.sent_back}

    @classmethod
    def of(cls, made: Signed | None, *data) -> Self:
        form = cls(*data)
        form.made = made
        if made:
            form.initial["seen"] = made.pk
        return form
