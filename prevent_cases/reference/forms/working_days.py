"""What is asked about a day on which an area works otherwise."""

from django import forms

from prevent_cases.look.forms import DateField, Form, RadioSelect


class OverrideDayForm(Form):
    day = DateField(label="Which day?")
    is_worked = forms.TypedChoiceField(
        label="What is it?",
        choices=[
            ("no", "No working day: nothing falls due on it"),
            ("yes", "A working day, although the calendar says no"),
        ],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    name = forms.CharField(
        label="What is the day called?", max_length=100, help_text="For example: bank holiday announced in May."
    )
