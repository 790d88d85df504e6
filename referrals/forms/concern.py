"""What a referrer is asked about the concern: what happened, what has been done, how soon somebody must look at it."""

from django import forms

from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.look.repeated import RepeatedField
from referrals.forms.questions import BLANK, ask_further, line, text, yes_or_no
from referrals.models import STEPS, EarlyHelpConsent, HowKnown, Urgency, YesNo


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
        help_text="One entry for each thing, so that what was seen, what was told and what is thought stay apart. "
        "Think also of an interest in attacks, killings or hatred, and of what is said of those who do such things.",
        error_messages={"required": "Say in at least one entry what has happened."},
    )
    online_part = yes_or_no(
        "Does what the person does online play a part?",
        help_text="If so, say in an entry what it is, where, and how it was found out.",
    )
    in_contact = yes_or_no(
        "Is the person in contact with people or groups who draw them into this?",
        help_text="If so, say in an entry who they are, as far as is known, and how they are in contact.",
    )
    threat_made = yes_or_no(
        "Has the person said or shown that they want to harm somebody?",
        help_text="If so, say in an entry whom, when, and in which words. If it could happen soon, call 999 first.",
    )


class BackgroundForm(Form):
    first_noticed_on = DateField(
        label="When was it first noticed?",
        past=True,
        required=False,
        help_text="The day. Leave this blank if you only know about when.",
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
    police_called = yes_or_no("Have the police been called?")
    police_called_result = text(
        "When were they called, and what came of it?", help_text="With their reference, if you have it."
    )
    other_services = yes_or_no(
        "Have other services been asked?", help_text="For example health, housing or a youth service."
    )
    other_services_result = text("Which, and what came of it?")
    mappa_marac = yes_or_no(
        "Is the person known to MAPPA or MARAC?",
        help_text="The meetings about people who have offended seriously, and about domestic abuse. Most who refer do "
        "not know.",
    )
    mappa_marac_result = text(
        "To which of them, and who can be asked there?", help_text="Please copy nothing from their minutes."
    )

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
