"""Invented contents for the page of components: one form with every kind of question, empty and wrong."""

from collections import namedtuple
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import forms as django_forms

from prevent_cases.look import forms


class EveryQuestion(forms.Form):
    """Every kind of question that a page may ask."""

    groups = {
        "About the person": ["born_on", "age", "school", "languages"],
        "About the concern": ["what", "outcome", "paper"],
    }

    name = django_forms.CharField(label="Full name", max_length=200)
    email = django_forms.EmailField(label="E-mail address", help_text="We write only about this referral.")
    password = django_forms.CharField(widget=django_forms.PasswordInput(attrs={"autocomplete": "off"}))
    born_on = forms.DateField(label="Date of birth", help_text="For example, 27 3 2009", past=True)
    age = django_forms.IntegerField(
        label="Age", required=False, widget=django_forms.NumberInput({"class": "govuk-input--width-3"})
    )
    school = django_forms.ChoiceField(choices=[("", "Choose"), ("hill", "Hill School"), ("quay", "Quay College")])
    languages = django_forms.MultipleChoiceField(
        label="Languages spoken at home",
        choices=[("en", "English"), ("cy", "Welsh"), ("ur", "Urdu")],
        widget=forms.CheckboxSelectMultiple(hints={"cy": "We can write in Welsh."}),
        required=False,
    )
    what = forms.LongTextField(label="What did you see or hear?", max_length=2000, rows=4)
    outcome = django_forms.ChoiceField(
        label="What should happen?",
        choices=[("accept", "Accept"), ("return", "Ask for more"), ("end", "No further action")],
        widget=forms.RadioSelect(hints={"accept": "A case opens, and the next meeting takes it."}),
    )
    paper = django_forms.FileField(label="A letter or report", required=False)
    declared = django_forms.BooleanField(label="Nothing here comes from intelligence material")


class Wrong(EveryQuestion):
    """The same, answered wrongly; its own prefix keeps the ids of one page apart."""

    prefix = "wrong"


def wrong() -> Wrong:
    answers = {"born_on_day": "31", "born_on_year": "2009", "email": "sam", "age": "ten"}
    return Wrong({f"wrong-{name}": value for name, value in answers.items()})


ListedPage = namedtuple("ListedPage", "records next count_words")

CONTENTS = {
    "page": ListedPage(range(25), "H7KQ2MXT4B", "More than 500"),
    "last_page": ListedPage(range(12), "", "12"),
    "bars": [
        ("Education", 42),
        ("Police", 31),
        ("Health, including mental health services", 12),
        ("The person, family or friends", None, "Fewer than 5"),
    ],
    "moment": datetime(2026, 11, 20, 14, 2, tzinfo=ZoneInfo("Europe/London")),
    "day": date(2026, 11, 18),
}
