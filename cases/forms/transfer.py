"""What is asked when a case is offered to another area, and when that is answered there."""

from django import forms

from cases.forms.pieces import decided, offer_to_confirm, pieces, referred
from cases.models import CaseTransfer
from cases.operations.transfer import may_go_over
from prevent_cases.accounts.models import Area, Panel, PanelKind
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import LawfulBasis


class OfferToAreaForm(Form):
    to_area = forms.ModelChoiceField(
        label="To which area?",
        queryset=Area.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    reason = LongTextField(
        label="Why?", rows=3, max_length=4000, help_text="For example, that the person has moved there, and since when."
    )
    new_address = LongTextField(
        label="Where does the person live there?",
        rows=3,
        max_length=500,
        help_text="If that is not known, say how they can be reached.",
    )
    effective_on = DateField(label="From which day is it theirs?")
    summary = LongTextField(label="How do things stand?", max_length=8000)
    needed = LongTextField(label="What does the person need there first?", rows=3, max_length=4000)
    stays = LongTextField(
        label="Who here goes on with what?",
        rows=3,
        max_length=4000,
        required=False,
        help_text="Actions that are open on the day stand in the pack, to be agreed anew there. Say which of them stay "
        "with whom here.",
    )
    lawful_basis = forms.ChoiceField(label="Lawful basis to share", choices=LawfulBasis, widget=RadioSelect)
    pieces = pieces(
        "Which of what agencies have shared goes over?",
        "To the area that you chose. Tick each that it needs. What is not ticked stays out.",
    )
    referred = referred(
        "Which referrals of health and the police go over?",
        "A case goes to the area that you chose with all of its referrals. Tick each, to confirm it.",
    )
    decided = decided(
        "Which section 36 decisions of the police go over?",
        "Tick each that the area that you chose needs. What is not ticked stays out: it decides anew.",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["to_area"].queryset = Area.objects.exclude(pk=case.area_id)
        offer_to_confirm(form, case, user, may_go_over(case, user))
        if "referred" in form.fields:
            form.fields["referred"].required = True
            form.fields["referred"].error_messages["required"] = "Confirm each referral of health and the police"
        return form


class PlaceTransferForm(Form):
    panel = forms.ModelChoiceField(
        label="Which panel is asked to take it on?",
        queryset=Panel.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )

    @classmethod
    def for_record(cls, transfer: CaseTransfer, user, *data):
        form = cls(*data)
        panels = Panel.objects.filter(area=transfer.to_area_id).exclude(kind=PanelKind.BOARD)
        form.fields["panel"].queryset = panels
        return form


class DeclineTransferForm(Form):
    answer = LongTextField(
        label="Why does your area not take it on?",
        rows=3,
        max_length=4000,
        help_text="The area that offered it reads this, and goes on with the case.",
    )


class AnswerTransferForm(Form):
    accepted = forms.TypedChoiceField(
        label="Does your panel take this case on?",
        choices=[("yes", "Yes: it begins here, on our next agenda"), ("no", "No: it stays where it is")],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
    )
    answer = LongTextField(
        label="What do you answer?", rows=3, max_length=4000, required=False, help_text="If not, why not."
    )
