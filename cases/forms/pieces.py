"""What of a case is confirmed before it goes to others: each piece with whose it is, who released it and when."""

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

from cases.known import referred_singly
from cases.models import Contribution
from prevent_cases.look.forms import CheckboxSelectMultiple, Form
from referrals.models import Referral


def pieces(label: str, help_text: str) -> forms.ModelMultipleChoiceField:
    """What agencies have shared, to be ticked one by one."""
    return _to_tick(Contribution, label, help_text)


def referred(label: str, help_text: str) -> forms.ModelMultipleChoiceField:
    """What health and the police have referred, to be ticked one by one."""
    return _to_tick(Referral, label, help_text)


def _to_tick(model, label: str, help_text: str) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=label,
        queryset=model.objects.none(),
        to_field_name="reference",
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=help_text,
    )


def offer_to_confirm(form: Form, case, user, found: QuerySet[Contribution]) -> None:
    """Offer what can go, of what agencies have shared and health and the police have referred."""
    shared = found.select_related("agency", "shared_by").order_by("-pk")
    for name, offered, words in (
        ("pieces", shared, shared_in_a_line),
        ("referred", referred_singly(case, user), referred_in_a_line),
    ):
        if choices := [(each.reference, words(each)) for each in offered]:
            form.fields[name].queryset = offered
            form.fields[name].choices = choices
        else:
            form.leave_out(name)


def shared_in_a_line(piece: Contribution) -> str:
    """Whose it is, who released it, when and for whom, and what decided that."""
    decided = f" Confidentiality: {piece.confidentiality_by}." if piece.confidentiality_by else ""
    law = " Processed for law enforcement." if piece.law_enforcement else ""
    by = f"{piece.agency}, released by {piece.shared_by} on {in_words(piece.shared_at)}"
    return f"{by}, for {piece.mark_words.lower()}.{decided}{law}"


def referred_in_a_line(referral: Referral) -> str:
    """The same: who at the agency did is said to whoever may know it."""
    by = f" by {referral.referred_by}" if referral.knows_referrer else ""
    return (
        f"{referral.for_agency}, released{by} with referral {referral.reference} on {in_words(referral.submitted_at)}."
    )


def in_words(moment) -> str:
    return date_format(localtime(moment), "j F Y")
