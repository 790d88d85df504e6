"""What is asked about a disclosure that was made outside this system."""

from django import forms
from django.db.models import Q

from cases.models import DisclosedBy
from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis


class RecordDisclosureForm(Form):
    agency = forms.ModelChoiceField(
        label="To which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="None of these",
        required=False,
    )
    body = forms.CharField(
        label="Or to which other body or person?",
        max_length=200,
        required=False,
        help_text="Where it is none of these.",
    )
    what = LongTextField(label="What was disclosed?", rows=4, max_length=4000)
    purpose = LongTextField(label="What for?", rows=2, max_length=2000)
    lawful_basis = forms.ChoiceField(label="On which lawful basis?", choices=LawfulBasis, widget=RadioSelect)
    how = forms.ChoiceField(label="How?", choices=DisclosedBy, widget=RadioSelect)
    disclosed_on = DateField(label="On which day?")
    disclosed_by = forms.CharField(label="By whom?", max_length=200)

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["agency"].queryset = Agency.objects.filter(Q(area=case.area_id) | Q(serves_all_areas=True))
        form.initial["disclosed_by"] = str(user)
        return form


class RecordDisclosureInErrorForm(Form):
    reason = LongTextField(label="What is wrong with it?", rows=3, max_length=2000)
