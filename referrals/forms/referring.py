"""What a referrer is asked, in which words."""

from django import forms

from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.models import Gender, HowKnown, Told, Urgency


class PersonForm(Form):
    given_names = forms.CharField(label="First names", max_length=200)
    family_name = forms.CharField(label="Last name", max_length=200, required=False)
    born_on = DateField(
        label="Date of birth", past=True, required=False, help_text="If you know it. For example, 27 3 2009"
    )
    age_given = forms.IntegerField(
        label="Age",
        min_value=0,
        max_value=120,
        required=False,
        help_text="About how old, if you do not know the date of birth.",
    )
    gender = forms.ChoiceField(label="Gender", choices=Gender, widget=RadioSelect)
    address = LongTextField(label="Address", rows=3, max_length=1000, required=False, help_text="As much as you know.")


class ConcernForm(Form):
    what_happened = LongTextField(
        label="What has happened that worries you?",
        rows=10,
        max_length=20_000,
        help_text="Say what was seen, said or done, when, and by whom. Use the person's own words where you can.",
    )
    how_known = forms.ChoiceField(label="How do you know?", choices=HowKnown, widget=RadioSelect)


class ToldForm(Form):
    person_told = forms.ChoiceField(
        label="Does the person know of this referral?",
        choices=[choice for choice in Told.choices if choice[0] != Told.ADULT],
        widget=RadioSelect,
    )
    parent_told = forms.ChoiceField(label="Does a parent or guardian know of it?", choices=Told, widget=RadioSelect)
    told_reason = LongTextField(
        label="If somebody does not know, why not?",
        rows=4,
        max_length=4000,
        required=False,
        help_text="People are told unless telling them would put somebody at risk.",
    )

    def clean(self):
        cleaned = super().clean()
        if Told.NO in (cleaned.get("person_told"), cleaned.get("parent_told")) and not cleaned.get("told_reason"):
            self.add_error("told_reason", "Say why somebody has not been told.")
        return cleaned


class StepsForm(Form):
    steps_taken = LongTextField(
        label="What has been done already?",
        rows=6,
        max_length=8000,
        required=False,
        help_text="For example, talks with the family, early help, a team around the child, other services.",
    )


class UrgencyForm(Form):
    urgency = forms.ChoiceField(label="Is this urgent?", choices=Urgency, widget=RadioSelect)
    urgency_reason = LongTextField(label="If it is urgent, why?", rows=4, max_length=4000, required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("urgency") == Urgency.URGENT and not cleaned.get("urgency_reason"):
            self.add_error("urgency_reason", "Say why it is urgent.")
        return cleaned


class ReferrerForm(Form):
    for_agency = forms.ModelChoiceField(
        label="Who are you referring for?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        widget=RadioSelect,
        empty_label=None,
    )

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        field = form.fields["for_agency"]
        field.queryset = Agency.objects.filter(pk__in=user.posts.agencies())
        if len(field.queryset) == 1:
            form.initial["for_agency"] = field.queryset[0].slug
        return form


class DeclarationForm(Form):
    no_intelligence = forms.BooleanField(
        label="Nothing in this referral comes from an intelligence service.",
        error_messages={"required": "Confirm that nothing in this referral comes from an intelligence service."},
    )
    as_far_as_known = forms.BooleanField(
        label="What I have written is true as far as I know.",
        error_messages={"required": "Confirm that what you have written is true as far as you know."},
    )


class SubmitReferralForm(PersonForm, ConcernForm, ToldForm, StepsForm, UrgencyForm, ReferrerForm, DeclarationForm):
    """A whole referral at once, as a program sends it."""

    def clean(self):
        cleaned = super().clean()
        for declaration in DeclarationForm.base_fields:
            cleaned.pop(declaration, None)
        return cleaned


class AddToReferralForm(Form):
    text = LongTextField(label="What would you like to add?", rows=6, max_length=8000)
