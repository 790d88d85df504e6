"""A line of the disclosure ledger, and what stands beside it: what went with it, what is disputed, who acknowledged."""

from dataclasses import dataclass, field
from datetime import datetime

from cases.models import (
    CarriedBefore,
    Dispute,
    Share,
    TransferredContribution,
    TransferredDecision,
    TransferredReferral,
)
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from reports.carried_before import in_words, with_given
from reports.models import CaseSummary, ConfirmedContribution, ConfirmedItem, ConfirmedReferral, with_acknowledged

# What is read with what was confirmed.
PARTS = {
    TransferredDecision: ("decision__decided_by",),
    ConfirmedItem: (
        "decision__decided_by", "action__agency", "action__done_by", "action__agreed_by", "intervention__agency",
        "intervention__answered_by",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """Something that an agency shared or referred and a summary or an offer holds, and who let go of it."""

    agency: str
    released_by: str


@dataclass
class Line:
    """One act of disclosure."""

    at: datetime
    kind: str
    reference: str
    what: str
    whom: str
    told: str
    purpose: str
    lawful_basis: str
    by: str
    despite_agreement: str
    in_error: str
    # Of what went to a body that is no agency here: what it is, and who authorised that where somebody had to.
    recipient: str
    authorised: str
    # Of what was shared with an agency or handed to it: who there acknowledged that.
    acknowledged: str = ""
    pieces: list[Piece] = field(default_factory=list)
    # Of a letter: what is said against what it says.
    disputes: list[Dispute] = field(default_factory=list)

    @property
    def is_outside(self) -> bool:
        return self.kind == "outside"


def add_pieces(lines: list[Line], reader: User) -> None:
    """What agencies let go of that went with each summary or offer, as far as the reader of the ledger may know."""
    for kind, which, of_contributions, of_referrals in (
        ("offered", "transfer", TransferredContribution, TransferredReferral),
        ("summary", "summary", ConfirmedContribution, ConfirmedReferral),
    ):
        of_kind = {each.reference: each for each in lines if each.kind == kind}
        if not of_kind:
            continue
        went = {f"{which}__reference__in": of_kind}
        known = of_contributions.objects.permitted(reader, view_rule(of_contributions).name).filter(**went)
        for each in known.select_related(which, "contribution__agency", "contribution__shared_by").order_by("pk"):
            piece = Piece(str(each.contribution.agency), str(each.contribution.shared_by))
            of_kind[getattr(each, which).reference].pieces.append(piece)
        known = of_referrals.objects.permitted(reader, view_rule(of_referrals).name).filter(**went)
        for each in known.select_related(which, "referral__for_agency").order_by("pk"):
            # Who at the agency did is not said here: it may be who told.
            piece = Piece(str(each.referral.for_agency), f"them with referral {each.referral.reference}")
            of_kind[getattr(each, which).reference].pieces.append(piece)
    add_items(lines, reader)


def add_items(lines: list[Line], reader: User) -> None:
    """The same of section 36 decisions of the police, and of what health and the police do and say of support."""
    for kind, which, model in (("offered", "transfer", TransferredDecision), ("summary", "summary", ConfirmedItem)):
        of_kind = {each.reference: each for each in lines if each.kind == kind}
        if not of_kind:
            continue
        known = model.objects.permitted(reader, view_rule(model).name).filter(**{f"{which}__reference__in": of_kind})
        for each in known.select_related(which, *PARTS[model]).order_by("pk"):
            of_kind[getattr(each, which).reference].pieces.append(released(each))


def released(item: TransferredDecision | ConfirmedItem) -> Piece:
    if item.decision_id:
        return Piece("Section 36 decision of the police", str(item.decision.decided_by))
    if item.action_id:
        return Piece(f"Action of {item.action.agency}", str(item.action.done_by or item.action.agreed_by))
    return Piece(f"Support by {item.intervention.agency}", str(item.intervention.answered_by))


def add_carried_before(lines: list[Line]) -> None:
    """To whom that case was open by which a referral was carried until it turned out to be about somebody else."""
    if of_kind := {each.reference: each for each in lines if each.kind == "before"}:
        for each in with_given(CarriedBefore.objects.filter(reference__in=of_kind)):
            of_kind[each.reference].whom = in_words(each)


def add_disputes(lines: list[Line]) -> None:
    """What is disputed of each letter: whoever reads the ledger sees the case, and so the letter."""
    if letters := {each.reference: each for each in lines if each.kind == "letter"}:
        said = Dispute.objects.filter(letter__reference__in=letters).select_related("letter").order_by("pk")
        for each in said:
            letters[each.letter.reference].disputes.append(each)


def add_acknowledged(lines: list[Line], reader: User) -> None:
    """Who acknowledged each share, and each summary that was handed to an agency: no other body has anybody here."""
    handed = CaseSummary.objects.filter(handed_to__isnull=False)
    for kinds, given in ((("shared", "changed"), Share.objects.all()), (("summary",), handed)):
        of_kinds = {each.reference: each for each in lines if each.kind in kinds}
        found = with_acknowledged(given.filter(reference__in=of_kinds), reader) if of_kinds else ()
        for each in found:
            of_kinds[each.reference].acknowledged = each.acknowledged_in_words
