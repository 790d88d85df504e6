"""What is asked about the person's or a parent's own words."""

from django import forms

from cases.models import SaidHow
from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.models import WhoseWords


class NoteOwnAccountForm(Form):
    whose = forms.ChoiceField(label="Whose words are they?", choices=WhoseWords, widget=RadioSelect)
    name = forms.CharField(
        label="Their name", required=False, max_length=200, help_text="Leave empty if it was the person."
    )
    how = forms.ChoiceField(label="How did they say it?", choices=SaidHow, widget=RadioSelect)
    said_on = DateField(label="On which day?", past=True, initial=clock.today)
    words = LongTextField(
        label="What do they say?",
        help_text="In their own words, and not in ours. What you think of it belongs in the contact log.",
        max_length=8000,
    )
