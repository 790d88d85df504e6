"""What is said of files that are added to a case."""

from django import forms

from cases.models import Case, Consent
from prevent_cases.look.forms import Form


class AboutFilesForm(Form):
    what = forms.CharField(
        label="What are they?",
        help_text="For example: the form that her mother signed, or the school's report of May.",
        max_length=500,
        error_messages={"required": "Say what they are."},
    )


class AboutCaseFilesForm(AboutFilesForm):
    consent = forms.ModelChoiceField(
        label="Do they show an answer about support?",
        help_text="Such as a form that somebody signed.",
        queryset=Consent.objects.none(),
        to_field_name="reference",
        empty_label="No",
        required=False,
    )

    @classmethod
    def for_record(cls, case: Case, user, *data):
        form = cls(*data)
        form.fields["consent"].queryset = Consent.objects.filter(case=case, in_error_at=None).order_by("-answered_on")
        form.fields["consent"].label_from_instance = lambda line: line.heading
        return form
