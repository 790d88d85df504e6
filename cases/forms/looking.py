"""What is asked of somebody who looks for a case, asks to see it, or answers that."""

from django import forms

from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect

EITHER = "Give the reference, or the names and the date of birth."


class LookForCaseForm(Form):
    reference = forms.CharField(label="Reference of the case", max_length=10, required=False)
    given_names = forms.CharField(
        label="Or: given names", max_length=200, required=False, help_text="As they are written down. No nicknames."
    )
    family_name = forms.CharField(label="Family name", max_length=200, required=False)
    born_on = DateField(label="Date of birth", required=False, past=True)

    def clean_reference(self):
        return self.cleaned_data["reference"].strip().upper()

    def clean(self):
        cleaned = super().clean()
        by_name = cleaned.get("given_names") and cleaned.get("born_on")
        if not self.errors and not (cleaned.get("reference") or by_name):
            self.add_error("reference", EITHER)
        return cleaned


class AskToSeeForm(Form):
    words = LongTextField(label="What do you need it for?", rows=4, max_length=2000)
    agency = forms.ModelChoiceField(
        label="For which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
        required=False,
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        own = Agency.objects.filter(group__in=user.posts.groups).order_by("name")
        if not own:
            form.leave_out("agency")
            return form
        form.fields["agency"].queryset = own
        form.fields["agency"].required = True
        if len(own) == 1:
            form.initial["agency"] = own[0].slug
        return form


class AnswerRequestForm(Form):
    let_in = forms.TypedChoiceField(
        label="What do you answer?",
        choices=[("yes", "They can see it now: I have shared it or named them"), ("no", "They cannot see it")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    answer = LongTextField(
        label="What are they told?", rows=3, max_length=2000, help_text="They read this whether or not they can see it."
    )
