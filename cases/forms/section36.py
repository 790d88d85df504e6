"""What is asked of whoever decides under section 36."""

from django import forms
from django.utils.formats import date_format

from cases.forms.contact_log import InErrorForm
from cases.forms.interventions import YesOrNoForm, yes_or_no
from cases.forms.signing import SignForm
from cases.models import Section36Decision, Stage
from prevent_cases import clock
from prevent_cases.look.forms import LongTextField, RadioSelect
from prevent_cases.reference.models import end_reasons
from referrals.models import Referral

# What is asked where a case ends with the decision.
END = ("end_stage", "end_reason", "health_or_care_considered", "health_or_care")


class ReferralChoiceField(forms.ModelChoiceField):
    """One of the referrals of a case, told apart by what is known of each at a glance."""

    def label_from_instance(self, referral) -> str:
        received = date_format(clock.day_of(referral.submitted_at), "j F Y")
        return f"{referral.reference}, received on {received} from {referral.for_agency}"


class Section36Form(YesOrNoForm):
    asked_after = dict.fromkeys(END, ("reasonable_grounds", "no"))
    referral = ReferralChoiceField(
        label="Which referral do you decide on?",
        queryset=Referral.objects.none(),
        to_field_name="reference",
        empty_label=None,
        widget=RadioSelect,
        help_text="Each referral that this case carries has a decision of its own.",
    )
    reasonable_grounds = forms.TypedChoiceField(
        label="Are there reasonable grounds to believe that the person is vulnerable to being drawn into terrorism?",
        help_text="Section 36(3) of the Counter-Terrorism and Security Act 2015.",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect(
            hints={
                "yes": "The case goes to its panel, or goes on there.",
                "no": "The case ends once a second person has signed this, unless another referral of it has grounds "
                "or is still to be decided.",
            }
        ),
    )
    grounds = LongTextField(label="Your grounds", max_length=8000)
    end_stage = forms.ChoiceField(
        label="If the case ends, what happens instead?",
        choices=[
            (stage.value, stage.label)
            for stage in (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED)
        ],
        widget=RadioSelect,
        required=False,
    )
    end_reason = forms.ChoiceField(label="If the case ends, why?", required=False)
    health_or_care_considered = yes_or_no(
        "If the case ends, was health or social care considered?",
        required=False,
        empty_value=None,
        help_text="The Act asks it of a panel that offers no support; guidance asks it here.",
    )
    health_or_care = LongTextField(
        label="If the case ends, what was considered and arranged, or why was it not?",
        rows=3,
        max_length=4000,
        required=False,
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        due = Referral.objects.filter(carried_by__in=case.carried_referrals.to_decide())
        form.fields["referral"].queryset = due.select_related("for_agency").order_by("pk")
        if len(due) == 1:
            form.initial["referral"] = due[0].reference
        ends = form.fields["end_stage"]
        ends.choices = [(stage, label) for stage, label in ends.choices if case.may_become(stage)]
        reasons = end_reasons(case.area_id, *dict(ends.choices))
        form.fields["end_reason"].choices = [("", "Choose a reason"), *reasons]
        if not case.panel.acts_as_channel:  # It is only offered to one that does, and otherwise stays where it is.
            form.leave_out(*END)
            form.fields["reasonable_grounds"].widget.hints = {
                "yes": "The chair of the panel that it is offered to can take it on.",
                "no": "The case stays with its panel.",
            }
        else:
            form["end_stage"].help_text = case.obstacle_to_ending()
        return form


class SignSection36Form(SignForm):
    what, label = "Section 36 decision", "Do you sign this decision?"
    signed = "The case ends."
    sent_back = "It goes back to those who decide, with your reason."

    @classmethod
    def for_record(cls, case, user, *data):
        seen = Section36Decision.objects.permitted(user, "cases.view_section36decision").filter(case=case)
        made = seen.on_carried().filter(in_error_at=None).order_by("pk")
        decisions = list(made.select_related("case", "referral", "decided_by", "checked_by"))
        form = cls.of(next((each for each in decisions if each.is_to_sign), None), *data)
        form.decisions = decisions
        form.ends_the_case = bool(form.made) and form.made.ends_its_case
        if not form.ends_the_case:
            form.fields["agrees"].widget.hints["yes"] = "Not as things stand now."
        return form


class Section36InErrorForm(InErrorForm):
    decision = forms.ModelChoiceField(
        label="Which decision?", queryset=Section36Decision.objects.none(), empty_label=None, widget=RadioSelect
    )

    field_order = ("decision", "reason")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        made = case.section36_decisions.not_sent_back().on_carried()
        form.fields["decision"].queryset = made.select_related("referral").order_by("pk")
        return form
