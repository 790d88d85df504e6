"""The disclosure ledger of a case: to whom anything of it went, out of the records that say so.

Nothing is written twice. Shares, requests for information, briefs, copies of referrals, summaries, letters, broken
glass, and that somebody was told of what was put right, are acts of disclosure that are recorded anyway; what was told
outside this system has a record of its own.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case as OneOf
from django.db.models import DateTimeField, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate
from django.http import Http404
from django.utils.formats import date_format

from cases.known import with_disputes
from cases.models import (
    BrokenGlass,
    CarriedBefore,
    Case,
    CaseTransfer,
    ConsentAnswer,
    DisclosedBy,
    InformationRequest,
    Intervention,
    Letter,
    LetterKind,
    Level,
    OfferOutcome,
    OutsideDisclosure,
    RecipientKind,
    Share,
)
from prevent_cases import clock
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from prevent_cases.pages.views import PAGE_SIZE
from prevent_cases.reference.models import LawfulBasis
from referrals.models import DisclosedCopy, Door
from referrals.models.put_right import PutRight
from reports.disclosure_lines import Line, add_acknowledged, add_carried_before, add_disputes, add_pieces
from reports.models import (
    CaseSummary,
    Correction,
    Section,
    ToldHow,
)

COLUMNS = (
    "at", "act", "ref", "whom", "person", "detail", "ends", "why", "basis", "by", "despite", "error",
    "recipient", "authority",
)  # fmt: skip


# By which nobody else learns anything: a share that ends, and what the person or a parent was written.
TELLS_NOBODY = ("ended", "letter")


@dataclass(frozen=True)
class Ledger:
    """A page of it, with what the next one starts after."""

    lines: list[Line]
    next: str


def text(value: str = "") -> Value:
    return Value(value, output_field=TextField())


def lines_of(records: QuerySet, act: str, **columns: Any) -> QuerySet:
    """Records as lines of the ledger: what they do not say is empty."""
    said = dict.fromkeys(COLUMNS, text()) | {"act": text(act), "ref": Cast("reference", TextField())}
    as_text = {
        name: Coalesce(Cast(column, TextField()), text()) if isinstance(column, str) else column
        for name, column in columns.items()
        if name != "at"
    }
    return records.annotate(**said | {"at": columns["at"]} | as_text).order_by().values_list(*COLUMNS)


def of_body() -> dict[str, Any]:
    """The columns of a record that may be of a body that is no agency here (``ToAnotherBody``)."""
    named = Concat("authorised_by", Value(", "), "authorised_post", output_field=TextField())
    return {"recipient": "recipient_kind", "authority": OneOf(When(~Q(authorised_by=""), then=named), default=text())}


def branches(case: Case, reader: User) -> dict[str, QuerySet]:
    """Each kind of act, among those of one case."""
    shares = Share.objects.filter(case=case)
    glasses = BrokenGlass.objects.permitted(reader, "cases.view_brokenglass").filter(case=case)
    copies = DisclosedCopy.objects.filter(referral__carried_by__case=case, not_made_because="")
    summaries = CaseSummary.objects.filter(case=case, not_made_because="")
    sent_out = CaseTransfer.objects.permitted(reader, "cases.view_casetransfer").filter(
        case=case, signed_at__isnull=False
    )
    of_share = {"whom": "agency__name", "person": "colleague__name", "detail": "level"}
    on_share = {
        "why": "purpose",
        "basis": "lawful_basis",
        "by": "shared_by__name",
        "despite": "despite_agreement",
        "ends": "until",
    }
    return {
        "shared": lines_of(shares.filter(follows=None), "shared", at=F("shared_at"), **of_share, **on_share),
        "changed": lines_of(shares.filter(follows__isnull=False), "changed", at=F("shared_at"), **of_share, **on_share),
        "ended": lines_of(
            shares.stopped(),
            "ended",
            at=F("ended_at"),
            **of_share,
            by="ended_by__name",
        ),
        "asked": lines_of(
            InformationRequest.objects.permitted(reader, "cases.view_informationrequest").filter(case=case),
            "asked",
            at=F("asked_at"),
            whom="agency__name",
            why="purpose",
            basis="lawful_basis",
            by="asked_by__name",
            despite="despite_agreement",
        ),
        "copy": lines_of(
            copies,
            "copy",
            at=F("asked_at"),
            whom="to_whom",
            detail="door",
            why="purpose",
            basis="lawful_basis",
            by="asked_by__name",
        ),
        "summary": lines_of(
            summaries,
            "summary",
            at=F("asked_at"),
            whom=OneOf(
                When(handed_to__isnull=False, then=Cast("handed_to__name", TextField())),
                When(~Q(handed_to_body=""), then=Cast("handed_to_body", TextField())),
                default=Cast("asked_by__name", TextField()),
            ),
            detail=OneOf(When(handed_to=None, handed_to_body="", then=text("own")), default=text("handed")),
            ends="number",
            why="purpose",
            basis="lawful_basis",
            by="asked_by__name",
            despite="despite_agreement",
            **of_body(),
        ),
        "brief": lines_of(
            Intervention.objects.permitted(reader, "cases.view_intervention").filter(case=case),
            "brief",
            at=F("asked_at"),
            whom="agency__name",
            why="purpose",
            basis="lawful_basis",
            by="asked_by__name",
            despite="despite_agreement",
        ),
        "letter": lines_of(
            Letter.objects.permitted(reader, "cases.view_letter").filter(case=case, sent_on__isnull=False),
            "letter",
            at=Cast("sent_on", DateTimeField()),
            whom="name",
            detail="kind",
            by="sent_by__name",
            error="in_error_reason",
        ),
        "glass": lines_of(
            glasses, "glass", at=F("broken_at"), whom="broken_by__name", why="reason", by="broken_by__name"
        ),
        "offered": lines_of(
            sent_out,
            "offered",
            at=F("signed_at"),
            whom="to_area__name",
            why="reason",
            basis="lawful_basis",
            by="signed_by__name",
        ),
        "passed": lines_of(
            sent_out.filter(outcome=OfferOutcome.ACCEPTED),
            "passed",
            at=F("answered_at"),
            whom="to_area__name",
            why="reason",
            basis="lawful_basis",
            by="signed_by__name",
        ),
        "corrected": lines_of(
            Correction.objects.permitted(reader, view_rule(Correction).name)
            .filter(case=case, told_at__isnull=False)
            .exclude(how=ToldHow.NOT_HAD),
            "corrected",
            at=Cast("told_on", DateTimeField()),
            whom=Coalesce(*(Cast(each, TextField()) for each in ("agency__name", "area__name", "body"))),
            detail="section",
            ends="found",
            why="words",
            by="told_by__name",
        ),
        "outside": lines_of(
            OutsideDisclosure.objects.permitted(reader, "cases.view_outsidedisclosure").filter(case=case),
            "outside",
            at=Cast("disclosed_on", DateTimeField()),
            whom=Coalesce(Cast("agency__name", TextField()), Cast("body", TextField())),
            person="how",
            detail="what",
            why="purpose",
            basis="lawful_basis",
            by="disclosed_by",
            error="in_error_reason",
            **of_body(),
        ),
        "before": lines_of(
            CarriedBefore.objects.permitted(reader, "cases.view_carriedbefore").filter(referral__carried_by__case=case),
            "before",
            at=F("left_at"),
            detail="referral__reference",
            ends=Cast(TruncDate("joined_at", tzinfo=clock.LONDON), TextField()),
        ),
    }


def ledger(case: Case, reader: User, after: str = "", *, gone_by: datetime | None = None) -> Ledger:
    """A page of a case's ledger, for somebody who may read it: one query for the lines, one for what summaries hold.

    Each kind gives its own newest and the union is cut, so that a page costs the same however long the ledger is.
    ``gone_by`` leaves out what came later than a moment, and what others learnt nothing by.
    """
    of_kind = branches(case, reader)
    if gone_by:
        # What was with another case may have gone from there since it joined that.
        at = {"before": "joined_at"}
        of_kind = {
            kind: found.filter(**{f"{at.get(kind, 'at')}__lte": gone_by})
            for kind, found in of_kind.items()
            if kind not in TELLS_NOBODY
        }
    if after:
        start = place_of(of_kind, after)
        of_kind = {kind: found.filter(comes_after(*start)) for kind, found in of_kind.items()}
    order = ("-at", "-act", "-ref")
    first, *others = (found.order_by(*order)[: PAGE_SIZE + 1] for found in of_kind.values())
    rows = list(first.union(*others, all=True).order_by(*order)[: PAGE_SIZE + 1])
    lines = [line(dict(zip(COLUMNS, row, strict=True))) for row in rows[:PAGE_SIZE]]
    add_carried_before(lines)
    add_pieces(lines, reader)
    add_disputes(lines)
    add_acknowledged(lines, reader)
    last = lines[-1] if len(rows) > PAGE_SIZE else None
    return Ledger(lines, f"{last.kind}-{last.reference}" if last else "")


def not_undone(case: Case, reader: User, after: str = "") -> dict[str, Any]:
    """The last time that agreement to support was withdrawn, if it was, and what had gone to others by then."""
    lines = case.consents.standing().filter(answer=ConsentAnswer.WITHDRAWN).order_by("-answered_on", "-pk")[:1]
    withdrawn = next(iter(with_disputes("consent", lines, reader)), None)
    return {
        "withdrawn": withdrawn,
        "ledger": ledger(case, reader, after, gone_by=withdrawn.recorded_at) if withdrawn else Ledger([], ""),
    }


def place_of(of_kind: dict[str, QuerySet], after: str) -> tuple[datetime, str, str]:
    kind, _, reference = after.partition("-")
    if kind not in of_kind or "\x00" in reference:
        raise Http404
    at = of_kind[kind].filter(reference=reference).values_list("at", flat=True).first()
    if at is None:
        raise Http404
    return at, kind, reference


def comes_after(at: datetime, kind: str, reference: str) -> Q:
    return Q(at__lte=at) & (Q(at__lt=at) | Q(act__lt=kind) | Q(act=kind, ref__lt=reference))


def line(row: dict[str, Any]) -> Line:
    what, told = in_words(row)
    whom = row["whom"] + (f": {row['person']}" if row["person"] and row["act"] != "outside" else "")
    basis = dict(LawfulBasis.choices).get(row["basis"], "")
    recipient = dict(RecipientKind.choices).get(row["recipient"], "")
    return Line(
        row["at"], row["act"], row["ref"], what, whom, told, row["why"], basis, row["by"], row["despite"], row["error"],
        recipient, row["authority"],
    )  # fmt: skip


def in_words(row: dict[str, Any]) -> tuple[str, str]:
    """What was done, and what they learn by it."""
    kind, detail = row["act"], row["detail"]
    if kind in ("shared", "changed", "ended"):
        level = dict(Level.choices).get(detail, "")
        if row["ends"]:
            level += f", until {date_format(date.fromisoformat(row['ends']), 'j F Y')}"
        done = {"shared": "Shared", "changed": "Changed how it is shared", "ended": "Stopped sharing"}[kind]
        return done, level
    if kind == "corrected":
        return "Told of what was put right", f"{Section(detail).label}: {PutRight(row['ends']).label.lower()}"
    if kind == "outside":
        return dict(DisclosedBy.choices)[row["person"]], detail
    if kind == "copy":
        return "Copy of a referral", dict(Door.choices)[detail]
    if kind == "before":
        since = date_format(date.fromisoformat(row["ends"]), "j F Y")
        return "Was with another person’s case until then", f"Referral {detail}, which was with it since {since}"
    if kind == "letter":
        return "Letter", LetterKind(detail).label
    if kind == "summary":
        made = "Summary handed out" if detail == "handed" else "Summary made for themselves"
        return made, f"Copy {row['ends']}: what whoever made it may see of the case"
    return {
        "asked": ("Asked for information", "That there is a case, and about whom"),
        "brief": ("Asked to give support", "A brief written for them"),
        "glass": ("Glass broken", "The case, for a short time"),
        "offered": ("Offered to another area", "The offer and its pack"),
        "passed": ("Taken on by another area", "What was referred, and the pack for good"),
    }[kind]
