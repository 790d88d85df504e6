"""What is asked about whom a referral is about, and whether it was found untrue, in which words."""

from django import forms
from django.utils.formats import date_format

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from referrals.candidates import find
from referrals.models import Individual


class IndividualField(forms.ModelChoiceField):
    def label_from_instance(self, individual: Individual) -> str:
        born = f"born on {date_format(individual.born_on, 'j F Y')}" if individual.born_on else "birthday not known"
        return f"{individual.given_names} {individual.family_name}".strip() + f", {born}"


class ConfirmSamePersonForm(Form):
    individual = IndividualField(
        label="Who is it?",
        queryset=Individual.objects.none(),
        to_field_name="reference",
        empty_label=None,
        widget=RadioSelect,
    )
    reason = LongTextField(
        label="How do you know?", rows=4, max_length=4000, help_text="For example, whom you asked and what they said."
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        candidates = find(referral, user).candidates
        field = form.fields["individual"]
        field.queryset = Individual.objects.filter(pk__in=[each.individual.pk for each in candidates])
        field.widget.hints = {each.individual.reference: each.why for each in candidates}
        if len(candidates) == 1:
            form.initial["individual"] = candidates[0].individual.reference
        return form


class SayDifferentPersonForm(ConfirmSamePersonForm):
    individual = IndividualField(
        label="Who is it not?",
        queryset=Individual.objects.none(),
        to_field_name="reference",
        empty_label=None,
        widget=RadioSelect,
    )


class UndoSamePersonForm(Form):
    reason = LongTextField(label="How do you know that it is somebody else?", rows=4, max_length=4000)


class ProposeFoundUntrueForm(Form):
    reason = LongTextField(
        label="What was found, and by whom?",
        rows=6,
        max_length=8000,
        help_text="That nothing more was needed does not make it untrue.",
    )


class AnswerFoundUntrueForm(Form):
    agreed = forms.TypedChoiceField(
        label="Was what this referral says found untrue?",
        choices=[("yes", "Yes: it is not true"), ("no", "No, or that is not certain")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    answer_reason = LongTextField(label="Your reasons", rows=6, max_length=8000)
