"""What is asked when a referral moves to another area, in which words."""

from django import forms

from prevent_cases.accounts.models import Area
from prevent_cases.look.forms import Form, LongTextField, RadioSelect


class OfferTransferForm(Form):
    to_area = forms.ModelChoiceField(
        label="Which area should take it on?",
        queryset=Area.objects.none(),
        to_field_name="slug",
        widget=RadioSelect,
        empty_label=None,
    )
    reason = LongTextField(
        label="Why should it?",
        max_length=8000,
        help_text="For example, that the person lives there, since when, and what the area must know at once.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        form.fields["to_area"].queryset = Area.objects.exclude(pk=referral.area_id)
        return form


class DeclineTransferForm(Form):
    answer = LongTextField(
        label="Why does your area not take it on?", max_length=8000, help_text="The area that offered it reads this."
    )


class TakeBackTransferForm(Form):
    answer = LongTextField(label="Why do you take it back?", max_length=4000, required=False)
