"""What is asked about somebody who is away, and who stands in."""

from django import forms

from cases.operations.cover import who_handle_cases_of
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.look.forms import DateField, Form


def one_of_them(label: str) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=label, queryset=User.objects.none(), to_field_name="reference", empty_label="Choose somebody"
    )


class NameCoverForm(Form):
    away = one_of_them("Who is away?")
    covered_by = one_of_them("Who stands in?")
    starts_on = DateField(label="From which day?", initial=clock.today)
    until = DateField(label="Until which day?", help_text="The last day away.")

    @classmethod
    def for_record(cls, agency, user, *data):
        form = cls(*data)
        for name in ("away", "covered_by"):
            form.fields[name].queryset = who_handle_cases_of(agency)
        return form
