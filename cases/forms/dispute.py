"""What is asked when something of a case is disputed."""

from django import forms
from django.core.exceptions import ValidationError

from cases.models.dispute import key_of, titled
from cases.permissions.dispute import disputable
from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.models import WhoseWords


class RecordDisputeForm(Form):
    of = forms.CharField(
        label="What do they dispute?", help_text="What you may read of this case.", widget=forms.Select
    )
    whose = forms.ChoiceField(label="Who disputes it?", choices=WhoseWords, widget=RadioSelect)
    said_on = DateField(label="When did they say so?", past=True, initial=clock.today)
    words = LongTextField(label="What do they say?", help_text="In their own words.", max_length=8000)

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.found = {key_of(name, each): each for name, each in disputable(case, user)}
        form.fields["of"].widget.choices = [
            ("", "Choose one"),
            *((key, titled(each)) for key, each in form.found.items()),
        ]
        return form

    def clean_of(self):
        if (chosen := self.found.get(self.cleaned_data["of"])) is None:
            raise ValidationError("Choose something of this case that you may read.")
        return chosen
