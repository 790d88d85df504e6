"""What is asked of somebody who wants advice, and of whoever answers; both are kept from saying who it is about."""

from django import forms

from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from referrals.models.enquiries import LONGEST_WORDS, obstacle_to_words


class NamelessField(LongTextField):
    """Words that must not say who they are about."""

    def clean(self, value):
        # Only what is short enough is searched.
        value = super().clean(value)
        if sentence := obstacle_to_words(value):
            raise forms.ValidationError(sentence)
        return value


class AskForAdviceForm(Form):
    question = NamelessField(
        label="What would you like to ask?",
        rows=8,
        max_length=LONGEST_WORDS,
        help_text="Write of “a pupil” or “somebody we support”. Leave out names, dates of birth, addresses, the name "
        "of the school, and whatever else would show who it is.",
    )
    for_agency = forms.ModelChoiceField(
        label="Who are you asking for?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        widget=RadioSelect,
        empty_label=None,
    )
    names_nobody = forms.BooleanField(
        label="I have named nobody, and nobody can be recognised from what I have written.",
        error_messages={"required": "Read your question once more, and confirm that it names nobody."},
    )

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        field = form.fields["for_agency"]
        field.queryset = Agency.objects.filter(pk__in=user.posts.agencies(), area=area)
        if len(field.queryset) == 1:
            form.initial["for_agency"] = field.queryset[0].slug
        return form


class AnswerEnquiryForm(Form):
    answer = NamelessField(
        label="Your answer",
        rows=8,
        max_length=LONGEST_WORDS,
        help_text="Name nobody. If somebody may need help, ask them to refer: in doubt, that is right.",
    )
