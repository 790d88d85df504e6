"""What is asked when a case is restricted to named people."""

from django import forms

from cases.forms.people import PersonOfAreaField, people_of
from cases.models import NamedReader
from cases.permissions.explained import people_who_can_see
from prevent_cases.accounts.models import User
from prevent_cases.look.forms import CheckboxSelectMultiple, Form, LongTextField


class RestrictCaseForm(Form):
    reason = LongTextField(label="Why may only named people see it?", rows=3, max_length=2000)
    readers = forms.ModelMultipleChoiceField(
        label="Who may see it besides you and its owner?",
        help_text="Of those who can see it now. Others can be named later.",
        queryset=User.objects.none(),
        to_field_name="reference",
        widget=CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        see = people_who_can_see(case).exclude(pk__in=[user.pk, case.owner_id])
        form.fields["readers"].queryset = see
        return form


class NameReaderForm(Form):
    person = PersonOfAreaField(
        label="Who may see it too?", help_text="Naming somebody opens to them what their posts open, and nothing more."
    )

    @classmethod
    def for_record(cls, restriction, user, *data):
        form = cls(*data)
        named = NamedReader.objects.filter(restriction=restriction, removed_at=None).values("person")
        form.fields["person"].queryset = people_of(restriction.case.area).exclude(pk__in=named)
        return form
