"""What is asked about an answer on support, and about who was told."""

from django import forms
from django.utils.formats import date_format

from cases.models import Capacity, Case, ConsentAnswer, ConsentBy, ConsentHow, ToldWhom, answers_possible
from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import ConsentPolicy
from referrals.models import NotTold


def since_the_offer(case: Case) -> str:
    """From which day on what is asked and agreed to counts."""
    if plan := case.support_plans.that_counts().first():
        offered_on = date_format(plan.offered_on, "j F Y")
        return f"The panel offered this support on {offered_on}. Asking and agreement count from then."
    return ""


class ConsentForm(Form):
    groups = {
        "The answer": [
            "answer",
            "agreed_to",
            "answered_on",
            "answered_by",
            "answered_name",
            "responsibility",
            "capacity",
        ],
        "How it was asked": ["asked_by", "how", "wording", "language", "what_was_explained"],
        "What they said": ["own_view", "reason", "evidence"],
    }
    asked_after = {"agreed_to": ("answer", ConsentAnswer.GIVEN)}
    answer = forms.ChoiceField(
        label="What was the answer?",
        choices=ConsentAnswer,
        widget=RadioSelect(
            hints={
                "refused": "The panel looks again. It is never held against anybody.",
                "withdrawn": "Support stops, and the panel looks again. It is never held against anybody.",
                "unable": "The panel looks again, at what else would help.",
            }
        ),
    )
    agreed_to = LongTextField(
        label="What did they agree to?",
        rows=3,
        max_length=4000,
        help_text="Which support, by whom, and anything they do not want.",
    )
    answered_on = DateField(label="When?", past=True, initial=clock.today)
    answered_by = forms.ChoiceField(
        label="Who answered?",
        choices=ConsentBy,
        widget=RadioSelect,
        help_text="Under 18, a parent or guardian answers. From 18, only the person.",
    )
    answered_name = forms.CharField(
        label="Name of whoever answered for the person",
        required=False,
        max_length=200,
        help_text="Leave empty if the person answered.",
    )
    responsibility = LongTextField(
        label="How do you know that they have parental responsibility?",
        required=False,
        rows=2,
        max_length=1000,
        help_text="Leave empty if the person answered.",
    )
    capacity = forms.ChoiceField(
        label="Can the person decide this?",
        choices=Capacity,
        widget=RadioSelect,
        help_text="From the age of 16 this is presumed, unless it was assessed for this decision.",
    )
    asked_by = forms.CharField(label="Who asked?", max_length=200, help_text="Name and agency.")
    how = forms.ChoiceField(label="How?", choices=ConsentHow, widget=RadioSelect)
    wording = forms.CharField(
        label="In which words?", max_length=2000, help_text="The leaflet or form that was used, with its version."
    )
    language = forms.CharField(
        label="In which language?", max_length=100, initial="English", help_text="Say if there was an interpreter."
    )
    what_was_explained = LongTextField(label="What was explained to them?", rows=4, max_length=4000)
    own_view = LongTextField(
        label="What does the person say about it?",
        required=False,
        rows=3,
        max_length=4000,
        help_text="In their own words, also where a parent answered.",
    )
    reason = LongTextField(
        label="Their reason for not agreeing",
        required=False,
        rows=2,
        max_length=4000,
        help_text="Nobody has to give one.",
    )
    evidence = LongTextField(
        label="What shows this answer?",
        rows=2,
        max_length=1000,
        help_text="Where the signed form is kept, or who was there.",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        possible = answers_possible(case)
        form.fields["answer"].choices = [(each.value, each.label) for each in possible]
        if ConsentAnswer.GIVEN in possible:
            form.fields["answered_on"].help_text = since_the_offer(case)
        form.initial |= {"wording": ConsentPolicy.of(case.area).wording, "asked_by": str(user)}
        return form


class WithdrawalForm(ConsentForm):
    """Of answers by which support is not agreed to, or not any more: what whoever takes a telephone call can say.

    Most are told unasked. In which words it was asked, and what shows the answer, is kept of consent alone.
    """

    groups = {
        "The answer": ["answer", "answered_on", "how", "answered_by", "answered_name", "responsibility", "capacity"],
        "What they said": ["own_view", "reason"],
    }
    asked_after = {}
    agreed_to = asked_by = wording = language = what_was_explained = evidence = None

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        possible = [each for each in answers_possible(case) if each != ConsentAnswer.GIVEN]
        form.fields["answer"].choices = [(each.value, each.label) for each in possible]
        return form


class AskingForm(Form):
    asked_on = DateField(label="When was it asked?", past=True, initial=clock.today)
    asked_by = forms.CharField(label="Who asked?", max_length=200, help_text="Name and agency.")
    asked_of = forms.ChoiceField(label="Who was asked?", choices=ConsentBy, widget=RadioSelect)
    asked_of_name = forms.CharField(
        label="Name of whoever was asked for the person",
        required=False,
        max_length=200,
        help_text="Leave empty if the person was asked.",
    )
    how = forms.ChoiceField(label="How?", choices=ConsentHow, widget=RadioSelect)
    wording = forms.CharField(
        label="In which words?", max_length=2000, help_text="The leaflet or form that was used, with its version."
    )
    language = forms.CharField(
        label="In which language?", max_length=100, initial="English", help_text="Say if there was an interpreter."
    )
    what_was_explained = LongTextField(label="What was explained to them?", required=False, rows=3, max_length=4000)
    ask_again_on = DateField(
        label="When do you ask again, if no answer comes?", help_text="That day it stands on your home page."
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["asked_on"].help_text = since_the_offer(case)
        form.initial |= {"wording": ConsentPolicy.of(case.area).wording, "asked_by": str(user)}
        return form


class BirthdayForm(Form):
    born_on = DateField(label="When were they born?", past=True, required=False)
    age = forms.IntegerField(
        label="If nobody knows the day: about how old are they?",
        required=False,
        min_value=0,
        widget=forms.NumberInput({"class": "govuk-input--width-3"}),
        help_text="In whole years, today. Leave empty if you know the birthday.",
    )
    source = LongTextField(
        label="Who says so, and how do they know?",
        rows=2,
        max_length=1000,
        help_text="For example, the school’s register, or a parent on the telephone.",
    )


class BeingToldForm(Form):
    asked_after = {
        "what": ("told", "yes"),
        "because": ("told", "no"),
        "reason": ("told", "no"),
        "ask_again_on": ("told", "no"),
    }
    whom = forms.ChoiceField(label="Whom is this about?", choices=ToldWhom, widget=RadioSelect)
    on = DateField(
        label="On which day?", past=True, initial=clock.today, help_text="Of telling, or of deciding not to."
    )
    told = forms.TypedChoiceField(
        label="Were they told of the referral?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    what = LongTextField(label="What were they told, and how?", rows=3, max_length=4000)
    because = forms.ChoiceField(label="Why not?", choices=NotTold, widget=RadioSelect)
    reason = LongTextField(
        label="Say more about why", rows=3, max_length=4000, error_messages={"required": "Say more about why"}
    )
    ask_again_on = DateField(label="When is this asked again?")

    def is_asked(self, name):
        if name not in self.asked_after:
            return True
        return self.cleaned_data.get("told") == (self.asked_after[name][1] == "yes")


class OnDayForm(Form):
    on = DateField(label="What had they agreed to on which day?", past=True)
