"""What is asked about a case, in which words."""

from django import forms
from django.db.models import Q
from django.utils.formats import date_format

from cases.models import ConsentAnswer, ConsentBy, ConsentHow, Stage
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Post, User
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Referral


class ShareCaseForm(Form):
    agency = forms.ModelChoiceField(
        label="Which agency?", queryset=Agency.objects.none(), to_field_name="slug", empty_label="Choose an agency"
    )
    purpose = LongTextField(label="What do they need it for?", rows=3, max_length=2000)
    lawful_basis = forms.ChoiceField(
        label="Lawful basis to share",
        choices=LawfulBasis,
        widget=RadioSelect,
        help_text="This is not the person's agreement to support. Sharing usually does not rest on consent.",
    )
    until = DateField(label="Last day", required=False, help_text="Leave empty if somebody will stop it.")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        agencies = Agency.objects.filter(Q(area=case.area_id) | Q(serves_all_areas=True))
        form.fields["agency"].queryset = agencies.exclude(
            group__in=case.group_grants(manager="grants").live().values("group")
        )
        return form


class PutColleagueOnCaseForm(Form):
    agency = forms.ModelChoiceField(
        label="For which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    colleague = forms.ModelChoiceField(
        label="Who?", queryset=User.objects.none(), to_field_name="reference", empty_label="Choose a colleague"
    )
    purpose = LongTextField(label="What do they need it for?", rows=3, max_length=2000)

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        own = Agency.objects.filter(group__in=user.posts.groups)
        form.fields["agency"].queryset = own
        form.fields["colleague"].queryset = (
            User.objects.filter(held_posts__in=Post.objects.current().filter(agency__in=own), is_active=True)
            .exclude(pk=user.pk)
            .distinct()
        )
        if len(own) == 1:
            form.initial["agency"] = own[0].slug
        return form


class StopSharingCaseForm(Form):
    pass


class ReferralChoiceField(forms.ModelChoiceField):
    """One of the referrals of a case, told apart by what is known of each at a glance."""

    def label_from_instance(self, referral) -> str:
        received = date_format(clock.day_of(referral.submitted_at), "j F Y")
        return f"{referral.reference}, received on {received} from {referral.for_agency}"


class Section36Form(Form):
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
                "no": "The case ends, unless another referral of it has grounds or is still to be decided.",
            }
        ),
    )
    grounds = LongTextField(label="Your grounds", max_length=8000)
    end_stage = forms.ChoiceField(
        label="If the case ends, what happens instead?",
        help_text="Consider health and social care first.",
        choices=[
            (stage.value, stage.label)
            for stage in (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED)
        ],
        widget=RadioSelect,
        required=False,
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        due = Referral.objects.filter(carried_by__in=case.carried_referrals.to_decide())
        form.fields["referral"].queryset = due.select_related("for_agency").order_by("pk")
        if len(due) == 1:
            form.initial["referral"] = due[0].reference
        return form


class ConsentForm(Form):
    answer = forms.ChoiceField(label="What was the answer?", choices=ConsentAnswer, widget=RadioSelect)
    answered_by = forms.ChoiceField(
        label="Who answered?",
        choices=ConsentBy,
        widget=RadioSelect,
        help_text="Under 18, a parent or guardian answers.",
    )
    how = forms.ChoiceField(label="How?", choices=ConsentHow, widget=RadioSelect)
    answered_on = DateField(label="When?", past=True, initial=clock.today)
    what_was_explained = LongTextField(label="What was explained to them?", rows=4, max_length=4000)
