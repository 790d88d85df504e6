"""What is asked about who can give support."""

from django import forms
from django.db.models import Q

from cases.forms.interventions import number
from prevent_cases.accounts.models import Agency, AgencyType
from prevent_cases.look.forms import DateField, Form, LongTextField


class OfProviderForm(Form):
    agency = forms.ModelChoiceField(
        label="Which provider?", queryset=Agency.objects.none(), to_field_name="slug", empty_label="Choose a provider"
    )

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.fields["agency"].queryset = Agency.objects.filter(area=area, type=AgencyType.PROVIDER)
        return form


class RefuseApprovalForm(OfProviderForm):
    reason = LongTextField(
        label="Why is it not approved?",
        rows=2,
        max_length=2000,
        help_text="Whoever would ask it for support reads this. Write nothing about anybody it helps.",
    )


class RecordApprovalForm(OfProviderForm):
    approved_from = DateField(label="From which day is it approved?")
    approved_until = DateField(label="Until which day?")
    specialism = LongTextField(label="What is it good at?", rows=2, max_length=2000)
    languages = forms.CharField(label="In which languages?", max_length=300)
    capacity = number("To how many people can it give support at a time?", 500)


class ChangeProjectForm(Form):
    offers = LongTextField(label="What does it offer?", rows=3, max_length=2000)
    places = number("How many places has it?", 500)

    @classmethod
    def for_record(cls, project, user, *data):
        return cls(*data, initial={"offers": project.offers, "places": project.places})


class OpenProjectForm(ChangeProjectForm):
    name = forms.CharField(label="What is it called?", max_length=200)
    agency = forms.ModelChoiceField(
        label="Which agency gives it?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="Choose an agency",
    )

    field_order = ("name", "agency", "offers", "places")

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        form.fields["agency"].queryset = Agency.objects.filter(Q(area=area) | Q(serves_all_areas=True))
        return form
