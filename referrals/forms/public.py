"""What the public form asks, and what is asked of whoever answers it."""

from django import forms

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from referrals.models import PublicOutcome


class PublicConcernForm(Form):
    """One page, and nothing that must be known: two questions have to be answered."""

    who = LongTextField(
        label="Who are you worried about?",
        rows=2,
        max_length=500,
        help_text="A name, or whatever you know: “my neighbour’s son, about 16”.",
    )
    where = LongTextField(
        label="Where could somebody find them?",
        rows=2,
        max_length=500,
        required=False,
        help_text="Where they live, learn or work. Leave it empty if you do not know.",
    )
    worry = LongTextField(
        label="What has happened, and why does it worry you?",
        rows=8,
        max_length=4000,
        help_text="Say what you saw or heard yourself, what others told you, and when. What somebody believes or "
        "wears, and where they pray, is no reason to write.",
    )
    sender_name = forms.CharField(label="Your name", max_length=200, required=False)
    sender_contact = forms.CharField(
        label="How can we reach you?", max_length=300, required=False, help_text="A telephone number or an e-mail."
    )
    sender_relation = forms.CharField(
        label="How do you know the person?", max_length=300, required=False, help_text="For example, I am their aunt."
    )

    groups = {"About you, if you want to say": ("sender_name", "sender_contact", "sender_relation")}


class AnswerPublicConcernForm(Form):
    outcome = forms.ChoiceField(label="What became of it?", choices=PublicOutcome, widget=RadioSelect)
    referral = forms.CharField(
        label="If somebody was referred, the reference of the referral", max_length=20, required=False
    )
    why = LongTextField(label="If nobody was, why not?", rows=3, max_length=2000, required=False)
