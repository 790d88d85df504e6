"""What is asked before a copy of a referral leaves, in which words."""

from django import forms

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Door

ADULT = 18


class DiscloseCopyForm(Form):
    door = forms.ChoiceField(
        label="Which service is it for?",
        choices=Door,
        widget=RadioSelect(
            hints={
                Door.EARLY_HELP: "On the form for early help. The family should have agreed.",
                Door.CHILDREN: "For a person under 18, or where children live in the household.",
                Door.ADULTS: "For a person of 18 or over.",
            }
        ),
    )
    to_whom = forms.CharField(
        label="To whom will you send it?",
        max_length=200,
        help_text="The team, and the person if you know them. It stands on every page.",
    )
    purpose = LongTextField(
        label="What do they need it for?",
        rows=3,
        max_length=2000,
        help_text="It stands on the copy.",
    )
    lawful_basis = forms.ChoiceField(
        label="Lawful basis to share",
        choices=LawfulBasis,
        widget=RadioSelect,
        help_text="This is not the person's agreement to support. Sharing usually does not rest on consent.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        age = referral.age_at_referral
        likely = {} if age is None else {"door": Door.ADULTS if age >= ADULT else Door.CHILDREN}
        return cls(*data, initial=likely)
