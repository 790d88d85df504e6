"""What is asked of whoever signs what somebody else has made."""

from typing import Self

from django import forms

from cases.forms.interventions import YesOrNoForm
from cases.models.signed import Signed
from prevent_cases.look.forms import LongTextField, RadioSelect, SeenField


class SignForm(YesOrNoForm):
    """Of what its page shows (``made``), and of nothing that was made since; ``what`` that is, and what follows once it
    is ``signed`` or ``sent_back``.
    """

    asked_after = {"why_not": ("agrees", "no")}
    seen = SeenField()
    agrees = forms.TypedChoiceField(
        choices=[("yes", "Yes"), ("no", "No")], coerce=lambda value: value == "yes", widget=RadioSelect
    )
    why_not = LongTextField(
        label="What has to change?", rows=3, max_length=2000, error_messages={"required": "Say what has to change."}
    )

    what = label = signed = sent_back = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        agrees = self.fields["agrees"]
        agrees.label, agrees.widget.hints = self.label, {"yes": self.signed, "no": self.sent_back}

    @property
    def done(self) -> str:
        return f"{self.what} signed." if self.cleaned_data["agrees"] else f"{self.what} sent back, with your reason."

    @classmethod
    def of(cls, made: Signed | None, *data) -> Self:
        form = cls(*data)
        form.made = made
        if made:
            form.initial["seen"] = made.pk
        return form
