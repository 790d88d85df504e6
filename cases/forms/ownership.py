"""What is asked about whose a case is."""

from django import forms

from cases.models import Case, coordinators_of
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.look.forms import DateField, Form, LongTextField

NOTE = "Whoever takes it on reads this first: what is urgent, what was promised, what to be careful with."


class PersonField(forms.ModelChoiceField):
    """One of some people, by name."""

    def __init__(self, **kwargs):
        super().__init__(
            queryset=User.objects.none(), to_field_name="reference", empty_label="Choose a person", **kwargs
        )


class AllocateCaseForm(Form):
    owner = PersonField(label="Who owns this case from now on?", help_text="Those who coordinate in this area.")
    note = LongTextField(label="What do they need to know?", rows=4, max_length=4000, help_text=NOTE)

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["owner"].queryset = coordinators_of(case.area_id).exclude(pk=case.owner_id)
        return form


class HandOverCasesForm(Form):
    owner = PersonField(label="Whose cases?", help_text="All their live cases in this area.")
    to = PersonField(label="Who owns them from now on?")
    note = LongTextField(label="What do they need to know?", rows=4, max_length=4000, help_text=NOTE)

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        owners = Case.objects.permitted(user, "cases.allocate_case").filter(area=area, ended_at=None).values("owner")
        form.fields["owner"].queryset = User.objects.filter(pk__in=owners).order_by("name", "pk")
        form.fields["to"].queryset = coordinators_of(area)
        return form

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("owner") and cleaned.get("owner") == cleaned.get("to"):
            self.add_error("to", "Choose somebody other than the owner they have.")
        return cleaned


class ArrangeCoverForm(Form):
    away = PersonField(label="Who will be away?")
    covered_by = PersonField(label="Who stands in for them?")
    starts_on = DateField(label="From which day?", initial=clock.today)
    until = DateField(label="Until which day?", help_text="The last day of cover.")

    @classmethod
    def for_record(cls, area, user, *data):
        form = cls(*data)
        for name in ("away", "covered_by"):
            form.fields[name].queryset = coordinators_of(area)
        return form
