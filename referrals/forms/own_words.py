"""What is asked about somebody's own words."""

from django import forms
from django.utils.text import Truncator

from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.models import ConcernEntry, DisputeOutcome, WhoseWords


class EntryField(forms.ModelChoiceField):
    """One entry of a referral, or none."""

    def label_from_instance(self, entry) -> str:
        return f"{entry.get_how_known_display()}: {Truncator(entry.text).words(25)}"


class OwnWordsForm(Form):
    whose = forms.ChoiceField(label="Whose words are they?", choices=WhoseWords, widget=RadioSelect)
    said_on = DateField(label="When were they said?", past=True, initial=clock.today)
    words = LongTextField(label="What do they say?", help_text="In their own words.", max_length=8000)
    entry = EntryField(
        label="Do they dispute something that was referred?",
        help_text="What is disputed is never shown without their words beside it.",
        queryset=ConcernEntry.objects.none(),
        empty_label="No, it is their account of it all",
        required=False,
        widget=RadioSelect,
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        form.fields["entry"].queryset = referral.entries.all()
        return form


class AnswerDisputeForm(Form):
    outcome = forms.ChoiceField(label="What did you find?", choices=DisputeOutcome, widget=RadioSelect)
    answer = LongTextField(
        label="Your answer",
        help_text="Whom you asked, and what follows. It is shown with the dispute.",
        max_length=4000,
    )
