"""What is asked about a service that helps instead."""

from django import forms

from prevent_cases.look.forms import Form
from prevent_cases.reference.models import OnwardService


class AddOnwardServiceForm(Form):
    name = forms.CharField(
        label="What is it called here?", max_length=200, help_text="A service, not a person: people change posts."
    )
    instead_of = forms.ModelChoiceField(
        label="Does it take the place of one of these?",
        queryset=OnwardService.objects.none(),
        to_field_name="code",
        required=False,
        empty_label="No, it comes beside them",
    )

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.fields["instead_of"].queryset = OnwardService.objects.current()
        return form
