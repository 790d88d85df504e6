"""What is asked about agreements on sharing."""

from django import forms
from django.db.models import Q

from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import CheckboxSelectMultiple, DateField, Form, LongTextField


class RecordAgreementForm(Form):
    title = forms.CharField(label="What is it called?", max_length=200)
    agencies = forms.ModelMultipleChoiceField(
        label="With which agencies?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        widget=CheckboxSelectMultiple,
    )
    purpose = LongTextField(label="What may be shared, and what for?", rows=3, max_length=4000)
    starts_on = DateField(label="From which day?")
    until = DateField(
        label="Until which day?",
        help_text="Its last day, or the day by which it is reviewed. After it nothing new is shared under it.",
    )
    kept_where = forms.CharField(
        label="Where is it kept?", max_length=300, help_text="So that somebody finds the signed agreement."
    )

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.fields["agencies"].queryset = Agency.objects.filter(Q(area=area) | Q(serves_all_areas=True))
        return form


class EndAgreementForm(Form):
    reason = LongTextField(label="Why does it end?", rows=2, max_length=1000)
