"""What a referrer is asked, in which words: one form for each subject of the task list."""

from django import forms

from prevent_cases.accounts.models import Agency
from prevent_cases.documents.forms import ChosenFilesField
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.look.repeated import RepeatedField
from referrals.models import (
    STEPS,
    BroughtBy,
    EarlyHelpConsent,
    Gender,
    HowKnown,
    LeadMayKnow,
    LivesHere,
    NeedKind,
    NeedSource,
    NotTold,
    Told,
    Urgency,
    YesNo,
)
from referrals.models.further_questions import open_questions
from referrals.models.leads import leads_of
from referrals.models.sealed import UNSAID_OF_SOURCE

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
        help_text="Earlier names, nicknames, other ways in which the name is written. One on each line.",
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
        "Parents or guardians",
        longest=2000,
        help_text="Their names, who has parental responsibility, and how to reach them.",
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
        help_text="Its name, the year or job, and who is responsible for safeguarding there.",
    )

    asked_after = {"household_children": ("lives_with_children", YesNo.YES)}


class EntryForm(Form):
    """One thing that gives concern."""

    text = LongTextField(
        label="What happened?",
        rows=6,
        max_length=8000,
        help_text="What was seen, said or done, where and by whom. Use the person's own words where you can.",
    )
    how_known = forms.ChoiceField(label="How do you know?", choices=HowKnown, widget=RadioSelect)
    happened_on = DateField(
        label="When was it?", past=True, required=False, help_text="Leave this blank if you do not know the day."
    )


class ConcernForm(Form):
    entries = RepeatedField(
        EntryForm,
        label="What worries you",
        noun="entry",
        fewest=1,
        help_text="One entry for each thing, so that what was seen, what was told and what is thought stay apart.",
        error_messages={"required": "Say in at least one entry what has happened."},
    )


class BackgroundForm(Form):
    first_noticed_on = DateField(
        label="When was it first noticed?", past=True, required=False, help_text="The day, or about when. " + BLANK
    )
    noticed_by = line("Who noticed it first?", help_text="Their name and what they do, or “I did”.")
    told_lead_on = DateField(
        label="When was your safeguarding lead told?",
        past=True,
        required=False,
        help_text="Leave this blank if they have not been told, or there is none.",
    )
    other_concerns = text(
        "Are there other worries about this person's safety or welfare?",
        help_text="Leave this blank if there are none.",
    )
    if_nothing_is_done = text("What could happen if nothing is done?", help_text=BLANK)
    rests_on_lawful_expression = forms.BooleanField(
        label="What worries me is mainly about religious practice, dress, or lawful political speech",
        required=False,
        help_text="Tick this if it is so. You can still refer: a second person then reads the referral too.",
    )


class NeedForm(Form):
    """One thing that whoever meets the person must know."""

    kind = forms.ChoiceField(label="What is needed?", choices=NeedKind, widget=RadioSelect)
    fact = LongTextField(
        label="What exactly?",
        rows=2,
        max_length=1000,
        help_text="Only what is known. For example, which language, or which diagnosis was made.",
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


class ToldForm(Form):
    person_told = forms.ChoiceField(
        label="Does the person know of this referral?",
        choices=[choice for choice in Told.choices if choice[0] != Told.ADULT],
        widget=RadioSelect,
    )
    agrees_with_referral = forms.ChoiceField(
        label="Do they agree with it?",
        choices=YesNo,
        widget=RadioSelect,
        required=False,
        help_text="You can refer without their agreement.",
    )
    parent_told = forms.ChoiceField(label="Does a parent or guardian know of it?", choices=Told, widget=RadioSelect)
    not_told_because = forms.ChoiceField(
        label="If somebody does not know, why not?", choices=NotTold, widget=RadioSelect, required=False
    )
    told_reason = text(
        "Say more about why not", help_text="People are told unless telling them would put somebody at risk."
    )
    source_at_risk = yes_or_no("Could somebody come to harm if it became known who told you?")
    on_behalf = forms.ChoiceField(
        label="Do you refer on behalf of somebody who came to you with this worry?",
        choices=[(YesNo.YES, YesNo.YES.label), (YesNo.NO, YesNo.NO.label)],
        widget=RadioSelect,
        required=False,
        help_text="What you say of them is sealed when you send it. Only the coordinator and the front door of the "
        "area can open it, and it stands in no copy. Please do not name them anywhere else.",
    )
    brought_by = forms.ChoiceField(label="Who came to you?", choices=BroughtBy, widget=RadioSelect, required=False)
    source_name = line("Their name, or the name of the body", help_text="Leave this blank if they do not want it said.")
    source_contact = line("How can they be reached?", help_text=BLANK)
    source_relation = line("How do they know the person?", help_text=BLANK)
    source_may_be_named = yes_or_no("Did they agree to be named?", required=False)

    asked_after = {
        "agrees_with_referral": ("person_told", Told.YES),
        "brought_by": ("on_behalf", YesNo.YES),
        "source_name": ("on_behalf", YesNo.YES),
        "source_contact": ("on_behalf", YesNo.YES),
        "source_relation": ("on_behalf", YesNo.YES),
        "source_may_be_named": ("on_behalf", YesNo.YES),
    }

    def clean(self):
        cleaned = super().clean()
        ask_further(self, "not_told_because", "told_reason")
        if Told.NO not in (cleaned.get("person_told"), cleaned.get("parent_told")):
            cleaned["not_told_because"] = ""
        if cleaned.get("on_behalf") == YesNo.YES:
            for name, sentence in UNSAID_OF_SOURCE.items():
                if not cleaned.get(name):
                    self.add_error(name, sentence)
        return cleaned


class StepsForm(Form):
    family_spoken = yes_or_no("Has anybody spoken with the family?")
    family_spoken_result = text("What did they say?")
    early_help = yes_or_no("Has early help been offered, for example through a common assessment (CAF)?")
    early_help_consent = forms.ChoiceField(
        label="Did the family agree to early help?", choices=EarlyHelpConsent, widget=RadioSelect, required=False
    )
    early_help_result = text("What came of it?")
    team_around = yes_or_no("Has there been a team around the child or family?")
    team_around_result = text("Who is in it, and what came of it?")
    social_care = yes_or_no("Has children's or adults' social care been told?")
    social_care_result = text("What did social care say, and when?")
    other_services = yes_or_no(
        "Have other services been asked?", help_text="For example the police, health, housing or a youth service."
    )
    other_services_result = text("Which, and what came of it?")

    asked_after = {
        "early_help_consent": ("early_help", YesNo.YES),
        **{f"{step}_result": (step, YesNo.YES) for step in STEPS},
    }

    def clean(self):
        cleaned = super().clean()
        ask_further(self, "early_help_consent")
        return cleaned


class UrgencyForm(Form):
    in_danger = yes_or_no(
        "Is anybody in danger now?",
        help_text="If so, call 999 before you go on. This form does not call anybody.",
    )
    danger_called = line("Whom did you call?")
    danger_called_on = DateField(label="On which day did you call?", past=True, required=False)
    danger_called_time = forms.TimeField(label="At what time?", required=False, help_text="For example, 14:30")
    urgency = forms.ChoiceField(label="Is this urgent?", choices=Urgency, widget=RadioSelect)
    urgency_reason = text("Why is it urgent?")

    asked_after = {
        "danger_called": ("in_danger", YesNo.YES),
        "danger_called_on": ("in_danger", YesNo.YES),
        "danger_called_time": ("in_danger", YesNo.YES),
        "urgency_reason": ("urgency", Urgency.URGENT),
    }

    def clean(self):
        cleaned = super().clean()
        ask_further(self, "danger_called", "urgency_reason")
        return cleaned


class ReferrerForm(Form):
    for_agency = forms.ModelChoiceField(
        label="Who are you referring for?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        widget=RadioSelect,
        empty_label=None,
    )
    referrer_role = line("What do you do there?", longest=200, help_text="For example, class teacher.")
    referrer_telephone = line("Your telephone number", longest=100, help_text="In case the coordinator wants to ask.")
    relationship = line("How do you know the person?")
    safeguarding_lead = line(
        "Your safeguarding lead", help_text="Name and how to reach them. Leave this blank if there is none."
    )
    lead_may_know = forms.ChoiceField(
        label="May your safeguarding lead know of this referral?",
        choices=LeadMayKnow,
        widget=RadioSelect,
        help_text="They are told when you send it, can read it and add to it, and cannot stop it or hold it up. "
        "Keep it from them if it has to do with them or with somebody close to them.",
    )
    kept_from_lead_because = text(
        "Why are they not to know?",
        longest=2000,
        help_text="Only the coordinator reads this. Your safeguarding lead does not learn that there is a referral.",
    )
    feedback_wanted = yes_or_no("Would you like to hear how the referral could have been made better?")

    asked_after = {"kept_from_lead_because": ("lead_may_know", LeadMayKnow.NO)}

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        agencies = user.posts.agencies()
        field = form.fields["for_agency"]
        field.queryset = Agency.objects.filter(pk__in=agencies)
        if len(field.queryset) == 1:
            form.initial["for_agency"] = field.queryset[0].slug
        if not leads_of(agencies).exclude(pk=user.pk).exists():
            form.leave_out("lead_may_know", "kept_from_lead_because")
        return form

    def clean(self):
        cleaned = super().clean()
        ask_further(self, "kept_from_lead_because")
        return cleaned


class DeclarationForm(Form):
    no_intelligence = forms.BooleanField(
        label="Nothing in this referral comes from an intelligence service.",
        error_messages={"required": "Confirm that nothing in this referral comes from an intelligence service."},
    )
    as_far_as_known = forms.BooleanField(
        label="What I have written is true as far as I know.",
        error_messages={"required": "Confirm that what you have written is true as far as you know."},
    )


class SubmitReferralForm(
    PersonForm,
    ContactForm,
    FamilyForm,
    ConcernForm,
    BackgroundForm,
    NeedsForm,
    ToldForm,
    StepsForm,
    UrgencyForm,
    ReferrerForm,
    DeclarationForm,
):
    """A whole referral at once, as a program sends it."""

    files = ChosenFilesField(required=False)

    asked_after = {
        **FamilyForm.asked_after,
        **ToldForm.asked_after,
        **StepsForm.asked_after,
        **UrgencyForm.asked_after,
        **ReferrerForm.asked_after,
    }

    @classmethod
    def for_record(cls, area, user, *data):
        form = super().for_record(area, user, *data)
        form.fields["files"].offer(user)
        return form


class AddToReferralForm(Form):
    text = LongTextField(label="What would you like to add?", rows=6, max_length=8000)


class LetLeadKnowForm(Form):
    reason = LongTextField(
        label="Why may they know now?",
        rows=4,
        max_length=2000,
        help_text="The coordinator and the referrer read this. The safeguarding lead does not.",
    )
