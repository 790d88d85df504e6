"""What is asked about a hold: a day, and nothing else."""

from prevent_cases.look.forms import DateField, Form


class ReviewOnForm(Form):
    review_on = DateField(label="When is it looked at again?", help_text="A hold always has such a day.")


class LiftHoldForm(Form):
    pass
