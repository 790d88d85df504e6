"""What is asked of legal holds, and of a case that is kept."""

from django import forms

from cases.forms.signing import SignForm
from cases.models import KeptBecause, RetentionReview
from cases.models.keeping import is_of_a_child
from prevent_cases.access import rules
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect


class PlaceLegalHoldForm(Form):
    matter = forms.CharField(
        label="What is the reference of the inquiry or the litigation?",
        help_text="As the inquiry or the court has it. Only the information governance lead reads it.",
        max_length=200,
    )
    reason = LongTextField(
        label="Why does it need this case?",
        help_text="Only the information governance lead reads this.",
        rows=3,
        max_length=2000,
    )
    review_on = DateField(label="When is the hold looked at again?", help_text="A hold always has such a day.")


class ReviewLegalHoldForm(Form):
    reason = LongTextField(label="Why is it still needed?", rows=3, max_length=2000)
    review_on = DateField(label="When is the hold looked at again?", help_text="A hold always has such a day.")


class EndLegalHoldForm(Form):
    reason = LongTextField(label="Why does it end?", rows=3, max_length=2000)


class KeepCaseForm(Form):
    because = forms.ChoiceField(label="What keeps it?", choices=KeptBecause, widget=RadioSelect)
    reason = LongTextField(
        label="Why is this case still needed?",
        help_text="What it is needed for, and why keeping all of it is in proportion to that.",
        max_length=4000,
    )
    child_weighed = LongTextField(
        label="They may have been under 18. Why is it in proportion to keep this about a child?",
        help_text="What it does to them, what they think of it if they were asked, and why less is not enough.",
        rows=3,
        max_length=4000,
    )
    review_on = DateField(label="Until when is it kept?", help_text="On this day it is looked at again.")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        if not rules["cases.view_case"].permits(user, case):
            # How old somebody is stands in the case: of one that they cannot read everybody is asked the same.
            asked = form.fields["child_weighed"]
            asked.label = "If they may have been under 18: why is it in proportion to keep this?"
            asked.help_text = "Ask those named on it. If they were an adult throughout, write that."
        elif not is_of_a_child(case):
            form.leave_out("child_weighed")
        return form


class SignKeepingForm(SignForm):
    what, label = "Decision to keep this case", "Do you sign that it is kept?"
    signed = "It is kept until that day."
    sent_back = "It is to be looked at anew, with your reason."

    @classmethod
    def for_record(cls, case, user, *data):
        seen = RetentionReview.objects.permitted(user, "cases.view_retentionreview").to_sign().filter(case=case)
        return cls.of(seen.select_related("reviewed_by").first(), *data)
