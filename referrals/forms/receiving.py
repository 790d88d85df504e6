"""What is asked when a referral is received, in which words."""

from django import forms
from django.db.models import Q

from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import TriagePolicy
from referrals.models import JudgedUrgency, Referral, SocialCare

WHO_NEEDS_IT = "A child may need it as well as this. So may an adult who lives with children or needs care."


def say_threshold(field: forms.Field, referral: Referral) -> None:
    """The area's own note of its threshold, beside the question."""
    if note := TriagePolicy.of(referral.area).threshold_note:
        field.help_text = note


class JudgeUrgencyForm(Form):
    urgency = forms.ChoiceField(
        label="How urgent is it?",
        choices=JudgedUrgency,
        widget=RadioSelect(
            hints={
                JudgedUrgency.URGENT: "Any member of the panel can also ask for an urgent conference.",
                JudgedUrgency.EMERGENCY: "Call 999 or the duty line first. Then say below whom you called.",
            }
        ),
    )
    reason = LongTextField(label="Why do you think so?", rows=3, max_length=4000)
    best_placed = forms.ModelChoiceField(
        label="Who is best placed to help now?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="Choose an agency",
        help_text="Those there who handle cases can then read this referral. Telephone them if it is urgent.",
    )
    social_care = forms.ChoiceField(
        label="Has social care been told too?", help_text=WHO_NEEDS_IT, choices=SocialCare, widget=RadioSelect
    )
    social_care_reason = LongTextField(
        label="If social care does not need to be told, why not?", rows=2, max_length=4000, required=False
    )
    called = forms.CharField(
        label="Whom did you call?", max_length=200, required=False, help_text="For example, 999 or the duty line."
    )
    called_on = DateField(label="On which day?", past=True, required=False)
    called_at = forms.TimeField(label="At what time?", required=False, help_text="For example, 14:05")

    groups = {"If somebody may be in danger now": ("called", "called_on", "called_at")}

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        agencies = Agency.objects.filter(Q(area=referral.area_id) | Q(serves_all_areas=True))
        form.fields["best_placed"].queryset = agencies
        if judged := referral.urgency_judgement:
            form.initial |= {"urgency": judged.urgency, "best_placed": judged.best_placed.slug}
        say_threshold(form.fields["social_care"], referral)
        if said := referral.parallel_referral:
            form.initial |= {"social_care": said.answer, "social_care_reason": said.reason}
        return form


class ParallelReferralForm(Form):
    answer = forms.ChoiceField(
        label="Has social care been told?", help_text=WHO_NEEDS_IT, choices=SocialCare, widget=RadioSelect
    )
    reason = LongTextField(label="If that is not needed, why not?", rows=3, max_length=4000, required=False)

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        say_threshold(form.fields["answer"], referral)
        if said := referral.parallel_referral:
            form.initial |= {"answer": said.answer, "reason": said.reason}
        return form
