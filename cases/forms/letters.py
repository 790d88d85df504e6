"""What is asked before a letter is written: first whether writing is safe."""

from django import forms

from cases.forms.interventions import yes_or_no
from cases.models import LetterKind, LetterTo, SentHow
from prevent_cases import clock
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.models import YesNo

ABOUT_PARENTS = ("parents_apart", "parent_of_concern", "which_parent")
SAFE, LETTER = "First: is it safe to write?", "The letter"


class WriteLetterForm(Form):
    asked_after = {"who_opens_post": ("knows_who_opens", "yes"), "which_parent": ("to_whom", LetterTo.PARENT)}
    groups = {
        SAFE: ["knows_who_opens", "who_opens_post", "parents_apart", "parent_of_concern", "why_safe"],
        LETTER: ["kind", "to_whom", "which_parent", "name", "address", "added"],
    }

    knows_who_opens = yes_or_no("Do you know who opens the post there?")
    who_opens_post = LongTextField(
        label="Who opens it?", rows=2, max_length=1000, help_text="Think of everybody in the household."
    )
    parents_apart = forms.ChoiceField(
        label="Do the parents live apart?",
        choices=YesNo,
        widget=RadioSelect,
        help_text="One may not be allowed to know where the other lives.",
    )
    parent_of_concern = forms.ChoiceField(
        label="Is a parent part of what gives concern?", choices=YesNo, widget=RadioSelect
    )
    why_safe = LongTextField(
        label="Why is it safe to write?",
        rows=3,
        max_length=2000,
        help_text="If you are not sure, do not write: see them, or ask whoever knows the family.",
    )
    kind = forms.ChoiceField(label="Which letter?", choices=LetterKind, widget=RadioSelect)
    to_whom = forms.ChoiceField(label="To whom?", choices=LetterTo, widget=RadioSelect)
    which_parent = LongTextField(
        label="If they live apart: which of them is it to?",
        rows=2,
        max_length=1000,
        required=False,
        help_text="Say also how you know that this parent may be told, and that it is where they live.",
    )
    name = forms.CharField(label="Their name", max_length=200, help_text="As they like to be called.")
    address = LongTextField(
        label="Their address", rows=4, max_length=1000, required=False, help_text="Leave empty if you hand it over."
    )
    added = LongTextField(label="Anything to add to the words of your area?", rows=4, max_length=4000, required=False)

    @classmethod
    def for_record(cls, case, user, *data):
        """To a parent of an adult no letter goes, so nothing is asked of parents."""
        form = cls(*data)
        if case.individual.is_surely_adult_on(clock.today()):
            form.fields["to_whom"].choices = [(LetterTo.PERSON.value, LetterTo.PERSON.label)]
            form.initial["to_whom"] = LetterTo.PERSON
            form.leave_out(*ABOUT_PARENTS)
        else:
            form.fields[
                "added"
            ].help_text = "In a letter to a parent “you” means the child. Where you mean the parent, say so."
        return form

    def is_asked(self, name):
        if name == "who_opens_post":
            return self.cleaned_data.get("knows_who_opens") is True
        return super().is_asked(name)


class SayLetterSentForm(Form):
    sent_on = DateField(label="On which day did it go, or reach them?", past=True, initial=clock.today)
    sent_how = forms.ChoiceField(label="How?", choices=SentHow, widget=RadioSelect)
