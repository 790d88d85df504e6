"""What the police gateway is asked, and what it answers, in which words."""

from django import forms

from prevent_cases.accounts.models import Agency, AgencyType
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from referrals.models import Deconfliction, GatewayCategory

YES_OR_NO = [("yes", "Yes"), ("no", "No")]


def yes_or_no(**said) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=YES_OR_NO, coerce=lambda value: value == "yes", **said)


class AskGatewayForm(Form):
    agency = forms.ModelChoiceField(
        label="Which police?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    asked = LongTextField(
        label="What do you ask?",
        max_length=4000,
        initial="Would support cut across police work? Has this person been referred before?",
        help_text="Their gateway can read this referral, and no other, until it has answered.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        police = Agency.objects.filter(area=referral.area_id, type=AgencyType.POLICE)
        form.fields["agency"].queryset = police
        if len(police) == 1:
            form.initial["agency"] = police[0].slug
        return form


class AnswerForGatewayForm(Form):
    deconfliction = forms.ChoiceField(
        label="Would support cut across police work?",
        choices=Deconfliction,
        widget=RadioSelect(
            hints={Deconfliction.HOLD: "Only the coordinator, the panel's chair and the gateway are told, and not why."}
        ),
    )
    review_on = DateField(
        label="If on hold, when is it looked at again?", required=False, help_text="A hold always has such a day."
    )
    category = forms.ChoiceField(label="Which category is it?", choices=GatewayCategory, widget=RadioSelect)
    proposes_end = yes_or_no(
        label="Do you propose that the referral ends?",
        help_text="That no ideology was found is never enough by itself.",
        widget=RadioSelect,
    )
    reasons = LongTextField(
        label="Your reasons, as far as they may be shared",
        max_length=4000,
        help_text="Never why something is on hold.",
    )
    earlier_checked = forms.BooleanField(label="I have checked for earlier referrals of this person")
    no_intelligence = forms.BooleanField(
        label="This holds nothing from an intelligence service, or about one",
        help_text="Section 38 of the Counter-Terrorism and Security Act 2015.",
    )


class SignGatewayAnswerForm(Form):
    agrees = yes_or_no(
        label="Do you sign this answer?",
        widget=RadioSelect(hints={"no": "It goes back to the gateway officer, with your reason."}),
    )
    why_not = LongTextField(label="If not, what has to change?", rows=3, max_length=2000, required=False)


class RecallFromGatewayForm(Form):
    pass
