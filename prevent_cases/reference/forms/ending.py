"""What is asked about a reason for which cases end."""

from django import forms

from prevent_cases.look.forms import CheckboxSelectMultiple, Form, RadioSelect
from prevent_cases.reference.models.retention import ENDED_IN_WORDS


class AddEndReasonForm(Form):
    name = forms.CharField(label="Why does a case end?", max_length=200, help_text="In words that can be counted.")
    ends = forms.MultipleChoiceField(
        label="In which ways can a case end for it?", choices=ENDED_IN_WORDS.items, widget=CheckboxSelectMultiple
    )
    nothing_follows = forms.TypedChoiceField(
        label="Is everything over with it?",
        choices=[("no", "No"), ("yes", "Yes, nothing follows, as where somebody has died")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect(
            hints={"yes": "Nobody is asked for a plan for afterwards or a last assessment, and no panel looks back."}
        ),
    )
