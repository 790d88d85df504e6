"""What a referrer is asked about themselves and about who knows; a whole referral at once; adding to one."""

from django import forms

from prevent_cases.accounts.models import Agency
from prevent_cases.documents.forms import ChosenFilesField
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.forms.concern import BackgroundForm, ConcernForm, StepsForm, UrgencyForm
from referrals.forms.person import ContactForm, FamilyForm, NeedsForm, PersonForm
from referrals.forms.questions import BLANK, ask_further, line, text, yes_or_no
from referrals.models import BroughtBy, LeadMayKnow, NotTold, Told, YesNo
from referrals.models.leads import leads_of
from referrals.models.sealed import UNSAID_OF_SOURCE


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

    completed_on = DateField(label="When was this completed?", past=True, required=False)
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
