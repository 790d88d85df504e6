"""What of a case is confirmed before it goes to others: each piece with whose it is, who released it and when."""

from collections.abc import Callable

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

from cases.known import decided_singly, referred_singly
from cases.models import Contribution, Section36Decision
from prevent_cases.look.forms import CheckboxSelectMultiple, Form
from prevent_cases.pages.together import fetch_together
from referrals.models import Referral


def pieces(label: str, help_text: str) -> forms.ModelMultipleChoiceField:
    """What agencies have shared, to be ticked one by one."""
    return to_tick(Contribution, label, help_text, "reference")


def referred(label: str, help_text: str) -> forms.ModelMultipleChoiceField:
    """What health and the police have referred, to be ticked one by one."""
    return to_tick(Referral, label, help_text, "reference")


def decided(label: str, help_text: str) -> forms.ModelMultipleChoiceField:
    """What the police have decided under section 36, to be ticked one by one."""
    return to_tick(Section36Decision, label, help_text)


def to_tick(model, label: str, help_text: str, named_by: str | None = None) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=label,
        queryset=model.objects.none(),
        to_field_name=named_by,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=help_text,
    )


def offer_to_confirm(
    form: Form, case, user, found: QuerySet[Contribution], **further: tuple[QuerySet, Callable[..., str]]
) -> None:
    """Offer what can go, of what agencies have shared and health and the police have referred and decided, and what is
    ``further`` offered by its question, with the line that says what each is: all are read in one query.
    """
    offered = {
        "pieces": (found.select_related("agency", "shared_by").order_by("-pk"), shared_in_a_line),
        "referred": (referred_singly(case, user), referred_in_a_line),
        "decided": (decided_singly(case, user), decided_in_a_line),
        **further,
    }
    fetch_together(case, **{f"offered_{name}": records for name, (records, _) in offered.items()})
    for name, (records, in_a_line) in offered.items():
        field = form.fields[name]
        if each_of := getattr(case, f"offered_{name}"):
            field.queryset = records
            field.choices = [(getattr(each, field.to_field_name or "pk"), in_a_line(each)) for each in each_of]
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


def decided_in_a_line(decision: Section36Decision) -> str:
    day, referral = in_words(decision.decided_at), decision.referral.reference
    return f"Section 36 decision on referral {referral}, released by {decision.decided_by}, for the police, on {day}."


def in_words(moment) -> str:
    return date_format(localtime(moment), "j F Y")
