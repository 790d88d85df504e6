"""What is asked about school holidays."""

from django import forms

from prevent_cases.look.forms import DateField, Form


class AddSchoolHolidayForm(Form):
    starts_on = DateField(label="Which is the first day?")
    until = DateField(label="Which is the last day?")
    name = forms.CharField(label="What are they called?", max_length=100, help_text="For example: summer holidays.")
