"""How a referrer is asked: the kinds of question that every part of the form has."""

from django import forms

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from referrals.models import YesNo
from referrals.models.further_questions import open_questions

BLANK = "Leave this blank if you do not know."


def yes_or_no(label: str, **options) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=YesNo, widget=RadioSelect, **options)


def line(label: str, *, longest: int = 300, **options) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **options)


def text(label: str, *, rows: int = 3, longest: int = 4000, **options) -> LongTextField:
    return LongTextField(label=label, rows=rows, max_length=longest, required=False, **options)


def ask_further(form: Form, *names: str) -> None:
    """Say beside these questions what must be answered after another answer."""
    for question in list(open_questions(form.cleaned_data)):
        if question.name in names:
            form.add_error(question.name, question.sentence)
