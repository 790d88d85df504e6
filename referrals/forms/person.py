"""What a referrer is asked about the person: who and where they are, who is around them, what support must know."""

from django import forms

from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.look.repeated import RepeatedField
from referrals.forms.questions import BLANK, line, text, yes_or_no
from referrals.models import Gender, LivesHere, NeedKind, NeedSource, YesNo


class PersonForm(Form):
    given_names = forms.CharField(
        label="First names",
        max_length=200,
        help_text="If you do not know them, write what the person is called, or “Not known”.",
    )
    family_name = line("Last name", longest=200, help_text="Leave this blank if there is none, or you do not know it.")
    other_names = text(
        "Other names and spellings",
        longest=1000,
        help_text="Earlier names and nicknames too, one on each line.",
    )
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


class ContactForm(Form):
    address = text("Address", longest=1000, help_text="As much as you know.")
    lives_here = forms.ChoiceField(label="Where does the person live?", choices=LivesHere, widget=RadioSelect)
    telephone = line("Telephone", longest=100, help_text=BLANK)
    email = line("Email", longest=254, help_text=BLANK)
    online_names = text(
        "Names used online",
        longest=1000,
        help_text="Only if they have to do with what worries you. Say which site or game.",
    )
    first_language = line("First language", longest=100, help_text=BLANK)
    under_supervision = yes_or_no(
        "Is the person in prison, or supervised by probation or youth justice?",
        help_text="If they are, somebody else may be better placed to help. The coordinator sees to that.",
    )


class FamilyForm(Form):
    parents = text(
        "Parents, guardians or carers",
        longest=2000,
        help_text="Their names, who has parental responsibility, and how to reach them. For an adult, who cares for "
        "them.",
    )
    lives_with_children = yes_or_no("Are there children in the household?")
    household_children = text(
        "Which children?",
        longest=2000,
        help_text="Brothers, sisters and any others: their names and ages, as far as you know.",
    )
    setting = text(
        "School, college or work",
        longest=1000,
        help_text="Its name, the year or job, and who is responsible for safeguarding there. Or: taught at home.",
    )

    asked_after = {"household_children": ("lives_with_children", YesNo.YES)}


class NeedForm(Form):
    """One thing that whoever meets the person must know."""

    kind = forms.ChoiceField(
        label="What is needed?",
        choices=NeedKind,
        widget=RadioSelect(
            hints={
                NeedKind.IMMIGRATION: "Not where somebody comes from: only a fact that those who help must know, such "
                "as a decision that is awaited."
            }
        ),
    )
    fact = LongTextField(
        label="What exactly?",
        rows=2,
        max_length=1000,
        help_text="Only what is known: which language, which diagnosis was made, or what the person can "
        "and cannot decide.",
    )
    source = forms.ChoiceField(label="How is this known?", choices=NeedSource, widget=RadioSelect)


class NeedsForm(Form):
    support_needs = RepeatedField(
        NeedForm,
        label="What support must know",
        noun="need",
        most=20,
        help_text="Leave this blank if you know of nothing. Please do not guess at a condition that nobody has named.",
    )
