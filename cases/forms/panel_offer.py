"""What is asked when a case is offered to another panel, and when that is answered."""

from django import forms

from cases.models import OfferedBecause, moves_at_18, panel_for_an_adult
from prevent_cases.accounts.models import Panel, PanelKind
from prevent_cases.look.forms import Form, LongTextField, RadioSelect


class OfferToPanelForm(Form):
    panel = forms.ModelChoiceField(
        label="To which panel?",
        queryset=Panel.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    because = forms.ChoiceField(label="Why?", choices=OfferedBecause, widget=RadioSelect)
    note = LongTextField(
        label="What does its chair need to know?",
        rows=5,
        max_length=4000,
        help_text="They read this, the reference, the initials and the age, and nothing else until they take it on.",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        others = Panel.objects.filter(area=case.area_id).exclude(kind=PanelKind.BOARD).exclude(pk=case.panel_id)
        form.fields["panel"].queryset = others
        if moves_at_18(case) and (adults := panel_for_an_adult(case)):
            form.initial = {"panel": adults.slug, "because": OfferedBecause.TURNS_18}
        return form


class AnswerPanelOfferForm(Form):
    accepted = forms.TypedChoiceField(
        label="Does your panel take this case on?",
        choices=[("yes", "Yes: it is on our next agenda"), ("no", "No: it stays with the panel it is with")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    answer = LongTextField(
        label="What do you answer?", rows=3, max_length=2000, required=False, help_text="If not, why not."
    )
