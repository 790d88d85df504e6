"""What is asked about the police's national system, in which words."""

from django import forms

from prevent_cases.look.forms import Form


class NationalReferenceForm(Form):
    national_reference = forms.CharField(
        label="National reference",
        max_length=50,
        required=False,
        help_text="As the police's national system gives it. Leave this blank to take away one that was wrong.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        return cls(*data, initial={"national_reference": referral.national_reference})
