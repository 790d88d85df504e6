"""What is asked when a referral in the making goes to a safeguarding lead and back."""

from django import forms

from prevent_cases.accounts.models import User
from prevent_cases.look.forms import Form, LongTextField, RadioSelect


class HandOverForm(Form):
    lead = forms.ModelChoiceField(
        label="To whom?",
        queryset=User.objects.none(),
        to_field_name="reference",
        widget=RadioSelect,
        empty_label=None,
    )
    word = LongTextField(
        label="A word to them",
        rows=3,
        max_length=2000,
        required=False,
        help_text="For example, what is still missing. It goes when the referral is sent, and is no part of it.",
    )

    @classmethod
    def for_record(cls, draft, user, *data):
        form = cls(*data)
        leads = form.fields["lead"].queryset = draft.leads()
        if len(leads) == 1:
            form.initial["lead"] = leads[0].reference
        return form


class HandBackForm(Form):
    word = LongTextField(
        label="Why do you hand it back?",
        rows=3,
        max_length=2000,
        help_text="For example, what only they can say. It is no part of the referral.",
    )


class TakeBackForm(Form):
    as_handed_over = forms.TypedChoiceField(
        label="Which version would you like back?",
        choices=[("no", "The one of now, with what has been written since"), ("yes", "The one that I handed over")],
        coerce=lambda answer: answer == "yes",
        widget=RadioSelect,
    )
