"""What is asked at triage, in which words."""

from django import forms

from prevent_cases.look.forms import Form, LongTextField, RadioSelect
from prevent_cases.reference.models import ConcernType, onward_services
from referrals.models import NO_FURTHER_ACTION, WITH_HELP, KindOfNeed, YesNo


class AssessReferralForm(Form):
    what_worries = LongTextField(
        label="What worries you, and why?", rows=5, max_length=8000, help_text="What was seen, said or done."
    )
    what_speaks_against = LongTextField(
        label="What speaks against the worry?",
        rows=4,
        max_length=8000,
        help_text="Another explanation, what does not fit, what nobody has seen.",
    )
    what_protects = LongTextField(
        label="Who and what protects the person?",
        rows=4,
        max_length=8000,
        help_text="People they trust, work or school, help they have already.",
    )
    what_would_change_your_mind = LongTextField(
        label="What would change your mind?", rows=3, max_length=8000, help_text="Say so too if you do not know."
    )
    kind_of_need = forms.ChoiceField(label="What kind of help is needed most?", choices=KindOfNeed, widget=RadioSelect)
    complex_needs = forms.ChoiceField(
        label="Does the person have complex needs?",
        choices=YesNo,
        widget=RadioSelect,
        help_text="Several needs at once, such as health, disability, autism, care or an unsettled home.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        if standing := referral.assessment:
            form.initial = {name: getattr(standing, name) for name in form.fields}
        return form


def reasons(kinds) -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in kinds]


RATIONALE = "For the record; the person may read it one day. That no ideology was found is never reason enough."
TOLD = "They read exactly these words, after signing in."


class EndReferralForm(Form):
    end_reason = forms.ChoiceField(label="Why does it end here?", choices=reasons(WITH_HELP), widget=RadioSelect)
    onward_service = forms.ChoiceField(label="Who helps instead?")
    arranged = LongTextField(
        label="What was arranged with them?",
        rows=3,
        max_length=4000,
        help_text="With whom you spoke, what they agreed to do, and when.",
    )
    rationale = LongTextField(label="Your reasons", max_length=8000, help_text=RATIONALE)
    words_for_referrer = LongTextField(label="What may the referrer be told?", max_length=4000, help_text=TOLD)

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        form.fields["onward_service"].choices = [("", "Choose a service"), *onward_services(referral.area_id)]
        return form


class NoFurtherActionForm(Form):
    end_reason = forms.ChoiceField(
        label="Why is nothing more needed?", choices=reasons(NO_FURTHER_ACTION), widget=RadioSelect
    )
    rationale = LongTextField(label="Your reasons", max_length=8000, help_text=RATIONALE)
    words_for_referrer = LongTextField(label="What may the referrer be told?", max_length=4000, help_text=TOLD)


class ConfirmNoFurtherActionForm(Form):
    why_still = LongTextField(
        label="Why is it right all the same?",
        rows=4,
        max_length=4000,
        required=False,
        help_text="Needed where there is cause to think again.",
    )


class SendBackForm(Form):
    answer = LongTextField(label="Why do you send it back?", rows=4, max_length=4000)


class ConcernTypeForm(Form):
    concern_type = forms.ModelChoiceField(
        label="Type of concern",
        queryset=ConcernType.objects.none(),
        to_field_name="code",
        empty_label=None,
        widget=RadioSelect,
        help_text="For the national returns. It describes the referral, never the person.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data, initial={"concern_type": referral.concern_type.code})
        form.fields["concern_type"].queryset = ConcernType.objects.current()
        return form
