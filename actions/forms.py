"""What is asked about actions."""

from django import forms
from django.db.models import Q

from cases.models import Level
from prevent_cases import clock
from prevent_cases.accounts.models import Agency
from prevent_cases.look.forms import DateField, Form, LongTextField


class AgreeActionForm(Form):
    what = LongTextField(label="What will be done?", rows=3, max_length=2000)
    agency = forms.ModelChoiceField(
        label="By which agency?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="Choose an agency",
        help_text="One owner. Only agencies this case is shared with, to contribute or to read, are listed.",
    )
    due_on = DateField(label="By which day?")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        live = Q(
            shares__case=case.pk,
            shares__ended_at=None,
            shares__colleague=None,
            shares__level__in=Level.CONTRIBUTE.upwards(),
        ) & (Q(shares__until=None) | Q(shares__until__gte=clock.today()))
        form.fields["agency"].queryset = Agency.objects.filter(live).distinct()
        return form


class HandOverActionForm(Form):
    handed_over_to = forms.CharField(
        label="Who goes on with it?", max_length=200, help_text="The agency or person outside this case, by name."
    )
    outcome = LongTextField(label="What was agreed with them?", rows=4, max_length=4000)


class CompleteActionForm(Form):
    outcome = LongTextField(label="What came of it?", rows=4, max_length=4000)
