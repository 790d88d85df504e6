"""What is asked about an answer on support."""

from django import forms

from cases.models import ConsentAnswer, ConsentBy, ConsentHow
from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect


class ConsentForm(Form):
    answer = forms.ChoiceField(label="What was the answer?", choices=ConsentAnswer, widget=RadioSelect)
    answered_by = forms.ChoiceField(
        label="Who answered?",
        choices=ConsentBy,
        widget=RadioSelect,
        help_text="Under 18, a parent or guardian answers.",
    )
    how = forms.ChoiceField(label="How?", choices=ConsentHow, widget=RadioSelect)
    answered_on = DateField(label="When?", past=True, initial=clock.today)
    what_was_explained = LongTextField(label="What was explained to them?", rows=4, max_length=4000)
