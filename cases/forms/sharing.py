"""What is asked when a case is shared."""

from django import forms
from django.db.models import Q

from prevent_cases.accounts.models import Agency, Post, User
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis


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
