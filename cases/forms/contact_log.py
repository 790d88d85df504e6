"""What is asked about a contact."""

from django import forms

from cases.models import ContactWay, ContactWith
from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect


class LogContactForm(Form):
    way = forms.ChoiceField(label="What was it?", choices=ContactWay, widget=RadioSelect)
    contact_with = forms.ChoiceField(label="With whom?", choices=ContactWith, widget=RadioSelect)
    name = forms.CharField(
        label="Their name", required=False, max_length=200, help_text="Leave empty if it was the person."
    )
    contacted_on = DateField(label="On which day?", past=True, initial=clock.today)
    reached = forms.TypedChoiceField(
        label="Did you reach them?",
        choices=[("yes", "Yes"), ("no", "No, it was an attempt")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    what = LongTextField(
        label="What was said or done?",
        help_text="What you saw and heard apart from what you think of it.",
        max_length=8000,
    )


class InErrorForm(Form):
    reason = LongTextField(label="What is wrong with it?", rows=3, max_length=2000)
