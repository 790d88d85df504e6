"""What is asked when somebody is excluded from the work on a person, or asked after."""

from django import forms

from cases.forms.people import PersonOfAreaField, people_of
from cases.models import Exclusion, ExclusionKind
from prevent_cases.look.forms import Form, LongTextField, RadioSelect


class ExcludePersonForm(Form):
    person = PersonOfAreaField(label="Who must not see it?")
    kind = forms.ChoiceField(label="Why?", choices=ExclusionKind, widget=RadioSelect)
    reason = LongTextField(
        label="How is that known?", rows=3, max_length=2000, help_text="They are not told, and do not read this."
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        excluded = Exclusion.objects.about(case.individual_id).values("person")
        form.fields["person"].queryset = people_of(case.area).exclude(pk__in=excluded)
        return form


class ExplainAccessForm(Form):
    person = PersonOfAreaField(label="About whom do you ask?")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["person"].queryset = people_of(case.area)
        return form
