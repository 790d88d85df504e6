"""What is asked of somebody before a case opens on which they do not work."""

from django import forms

from cases.models import PurposeKind
from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from prevent_cases.reference.models import PurposePolicy


class SayPurposeForm(Form):
    kind = forms.ChoiceField(label="What do you open it for?", choices=PurposeKind, widget=RadioSelect)
    words = LongTextField(label="Say more", rows=3, max_length=2000, error_messages={"required": "Say more about it"})

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        least = PurposePolicy.of(case.area).words
        form.fields["words"].help_text = f"At least {least} words, unless somebody may be in danger now."
        return form
