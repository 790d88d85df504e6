"""What is asked when a case is offered to another area, and when that is answered there."""

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime

from cases.models import CaseTransfer, Contribution
from cases.operations.transfer import may_go_over
from prevent_cases.accounts.models import Area, Panel, PanelKind
from prevent_cases.look.forms import CheckboxSelectMultiple, DateField, Form, LongTextField, RadioSelect
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
    pieces = forms.ModelMultipleChoiceField(
        label="Which of what agencies have shared goes over?",
        queryset=Contribution.objects.none(),
        to_field_name="reference",
        widget=CheckboxSelectMultiple,
        required=False,
        help_text="Tick each that the other area needs. What is not ticked stays out.",
    )

    @classmethod
    def for_record(cls, case, user, *data):
        form = cls(*data)
        form.fields["to_area"].queryset = Area.objects.exclude(pk=case.area_id)
        pieces = may_go_over(case, user).select_related("agency", "shared_by").order_by("-pk")
        if not pieces.exists():
            form.leave_out("pieces")
            return form
        form.fields["pieces"].queryset = pieces
        form.fields["pieces"].label_from_instance = in_a_line
        return form


def in_a_line(piece: Contribution) -> str:
    """Whose it is, who released it and when, and what decided that."""
    decided = f" Confidentiality: {piece.confidentiality_by}." if piece.confidentiality_by else ""
    law = " Processed for law enforcement." if piece.law_enforcement else ""
    day = date_format(localtime(piece.shared_at), "j F Y")
    return f"{piece.agency}, released by {piece.shared_by} on {day}.{decided}{law}"


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
