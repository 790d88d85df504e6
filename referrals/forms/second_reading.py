"""What is asked about a second reader, and of them, in which words."""

from django import forms

from prevent_cases.accounts.models import User
from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from referrals.models import WorryRemains
from referrals.permissions.second_reading import possible_readers


class AskSecondReaderForm(Form):
    reader = forms.ModelChoiceField(
        label="Who should read it second?",
        queryset=User.objects.none(),
        to_field_name="reference",
        widget=RadioSelect,
        empty_label=None,
        help_text="Coordinators, front door and safeguarding leads of your area who have had no hand in this.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        form.fields["reader"].queryset = possible_readers(referral, user)
        return form


class GiveSecondReadingForm(Form):
    remains = forms.ChoiceField(
        label="Leave out the religious practice, the dress and the lawful political speech. Does a worry about "
        "somebody's safety remain?",
        choices=WorryRemains,
        widget=RadioSelect,
    )
    reasons = LongTextField(
        label="What remains, or why nothing does", max_length=8000, help_text="The person may read this one day."
    )
