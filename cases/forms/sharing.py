"""What is asked when a case is shared."""

from django import forms
from django.db.models import Q

from cases.models import Level, lacking
from cases.operations.sharing import proposed_until
from prevent_cases.accounts.models import Agency, Area, Post, User
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis

HINTS = {
    Level.KNOW: "That there is a case, its reference and initials, and how to reach its coordinator. Nothing else.",
    Level.CONTRIBUTE: "Also who it is about, what is asked of them, their own actions, and what they have shared "
    "themselves. Nothing that others have said.",
    Level.READ: "The whole case, except what is marked for others.",
}


def despite_agreement() -> LongTextField:
    return LongTextField(
        label="Why must it be shared without an agreement in force?",
        rows=2,
        max_length=2000,
        required=False,
        help_text="Leave empty where there is one.",
    )


def ask_of_agreements(form: Form, area: Area, agencies: list[Agency]) -> None:
    """Ask why it is shared without an agreement only where one that is needed is lacking, and say with whom."""
    if lacks := lacking(area, agencies):
        form.fields["despite_agreement"].help_text = " ".join(sorted(lacks.values()))
    else:
        form.leave_out("despite_agreement")


class ShareCaseForm(Form):
    agency = forms.ModelChoiceField(
        label="Which agency?", queryset=Agency.objects.none(), to_field_name="slug", empty_label="Choose an agency"
    )
    level = forms.ChoiceField(label="How far?", choices=Level, widget=RadioSelect(hints=HINTS))
    purpose = LongTextField(label="What do they need it for?", rows=3, max_length=2000)
    lawful_basis = forms.ChoiceField(
        label="Lawful basis to share",
        choices=LawfulBasis,
        widget=RadioSelect,
        help_text="This is not the person's agreement to support. Sharing usually does not rest on consent.",
    )
    until = DateField(
        label="Last day",
        required=False,
        help_text="This is what your area proposes. Change it to what they need. Without a last day it goes on until "
        "somebody stops it.",
    )
    despite_agreement = despite_agreement()

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        field = form.fields["agency"]
        field.queryset = Agency.objects.filter(Q(area=case.area_id) | Q(serves_all_areas=True)).exclude(
            group__in=case.group_grants(manager="grants").live().values("group")
        )
        agencies = list(field.queryset)
        # The field would read them once more.
        field.choices = [("", field.empty_label), *((agency.slug, str(agency)) for agency in agencies)]
        form.initial["until"] = proposed_until(case)
        ask_of_agreements(form, case.area, agencies)
        return form


class ChangeShareForm(Form):
    level = forms.ChoiceField(label="How far from now on?", choices=Level, widget=RadioSelect(hints=HINTS))
    purpose = LongTextField(label="What do they need it for?", rows=3, max_length=2000)
    despite_agreement = despite_agreement()

    @classmethod
    def for_record(cls, share, user, *data):
        form = cls(*data)
        form.fields["level"].choices = [choice for choice in Level.choices if choice[0] != share.level]
        form.initial["purpose"] = share.purpose
        ask_of_agreements(form, share.case.area, [share.agency])
        return form


class LimitShareForm(Form):
    until = DateField(label="Last day")
    purpose = LongTextField(label="What do they need it for until then?", rows=3, max_length=2000)


class ProlongShareForm(Form):
    until = DateField(label="Until when from now on?")
    purpose = LongTextField(label="What do they still need it for?", rows=3, max_length=2000)
    despite_agreement = despite_agreement()

    @classmethod
    def for_record(cls, share, user, *data):
        form = cls(*data)
        proposed = proposed_until(share.case)
        if share.until and share.until < proposed:
            form.initial["until"] = proposed
        form.initial["purpose"] = share.purpose
        ask_of_agreements(form, share.case.area, [share.agency])
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
    level = forms.ChoiceField(
        label="How far?",
        choices=Level,
        widget=RadioSelect,
        required=False,
        initial="",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        own = Agency.objects.filter(group__in=user.posts.groups)
        form.fields["agency"].queryset = own
        form.offer_less_than(case.shares.filter(agency__in=own, colleague=None, ended_at=None))
        form.fields["colleague"].queryset = (
            User.objects.filter(held_posts__in=Post.objects.current().filter(agency__in=own), is_active=True)
            .exclude(pk=user.pk)
            .distinct()
        )
        if len(own) == 1:
            form.initial["agency"] = own[0].slug
        return form

    def offer_less_than(self, shares) -> None:
        """Ask how far only where a colleague could have less than the agency."""
        most = max((Level(share.level) for share in shares), key=list(Level).index, default=Level.KNOW)
        if less := most.downwards()[:-1]:
            as_far = ("", "As far as it is shared with your agency")
            self.fields["level"].choices = [as_far, *((level.value, level.label) for level in less)]
        else:
            self.leave_out("level")


class StopSharingCaseForm(Form):
    pass
