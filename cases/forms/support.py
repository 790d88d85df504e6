"""What is asked about the plan of support."""

from django import forms

from cases.forms.contact_log import InErrorForm
from cases.models import PLAN_ITEMS, SupportPlan
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect


class SupportPlanForm(Form):
    consent_request = LongTextField(
        label="How, when and by whom is agreement asked for?",
        rows=2,
        max_length=4000,
        help_text="A plan of support has four things in it. This is the first.",
    )
    support = LongTextField(label="Which support is offered?", rows=3, max_length=4000)
    provider = LongTextField(label="Who gives it?", rows=2, max_length=2000)
    arrangements = LongTextField(label="How and when is it given?", rows=2, max_length=4000)
    review_on = DateField(label="When does the panel look at it next?")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        if plan := SupportPlan.objects.standing().filter(case=case).last():
            form.initial = {name: getattr(plan, name) for name in PLAN_ITEMS}
        return form


class PlanInErrorForm(InErrorForm):
    plan = forms.ModelChoiceField(
        label="Which plan?", queryset=SupportPlan.objects.none(), empty_label=None, widget=RadioSelect
    )

    field_order = ("plan", "reason")

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["plan"].queryset = case.support_plans.standing().select_related("made_by", "case").order_by("-pk")
        return form
