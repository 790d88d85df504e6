"""What is asked at triage, in which words."""

from django import forms

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from prevent_cases.reference.models import ConcernType
from referrals.models import EndReason


class EndReferralForm(Form):
    end_reason = forms.ChoiceField(label="Why does it end here?", choices=EndReason, widget=RadioSelect)
    rationale = LongTextField(
        label="Your reasons",
        max_length=8000,
        help_text="For the record. That no ideology was found is never enough by itself.",
    )
    words_for_referrer = LongTextField(
        label="What may the referrer be told?",
        max_length=4000,
        help_text="They read exactly these words, after signing in.",
    )


class ConcernTypeForm(Form):
    concern_type = forms.ModelChoiceField(
        label="Type of concern",
        queryset=ConcernType.objects.none(),
        to_field_name="code",
        empty_label=None,
        widget=RadioSelect,
        help_text="For the national returns. It describes the referral, never the person.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data, initial={"concern_type": referral.concern_type.code})
        form.fields["concern_type"].queryset = ConcernType.objects.current()
        return form
