"""Who had what was referred while another case carried it, until it turned out to be about somebody else.

That case is another person's: nothing of it is said here but to whom it was open meanwhile, and of that person and the
parents not even who they are.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Manager, Prefetch, Q, QuerySet

from cases.models import (
    CONFIRMED_SINGLY,
    BeingTold,
    BrokenGlass,
    CarriedBefore,
    CaseTransfer,
    InformationRequest,
    Intervention,
    Letter,
    Level,
    OutsideDisclosure,
    RecipientKind,
    Share,
)
from prevent_cases import clock
from prevent_cases.audit.records import Record
from reports.models import CaseSummary, Section

# By which something of a case goes to somebody who may learn of what was referred.
GIVEN = {
    "shares": Share.objects.filter(level=Level.READ).select_related("agency"),
    "information_requests": InformationRequest.objects.select_related("agency"),
    "interventions": Intervention.objects.select_related("agency"),
    "summaries": CaseSummary.objects.filter(
        ~Q(handed_to=None, handed_to_body=""),
        made_at__isnull=False,
        sections__overlap=[Section.REFERRALS, Section.SECTION36],
    )
    .select_related("handed_to")
    .prefetch_related("confirmed_referrals"),
    "area_offers": CaseTransfer.objects.filter(signed_at__isnull=False)
    .select_related("to_area")
    .prefetch_related("referrals_ticked"),
    "outside_disclosures": OutsideDisclosure.objects.standing().select_related("agency"),
    "broken_glasses": BrokenGlass.objects.select_related("broken_by"),
    "letters": Letter.objects.standing().filter(sent_on__isnull=False),
    "being_told": BeingTold.objects.standing().filter(told=True),
}


def with_given(carried: QuerySet[CarriedBefore]) -> Iterable[CarriedBefore]:
    """These, as ``went_to`` and ``in_words`` need them: however many, each kind of what was given is asked for once."""
    given = (Prefetch(f"case__{name}", found.order_by("pk")) for name, found in GIVEN.items())
    return carried.select_related("case", "referral__for_agency").prefetch_related(*given).order_by("pk")


def went_to(before: CarriedBefore, *, known: bool) -> Iterator[tuple[str, Record | str]]:
    """Agencies, areas and other bodies that had it or may have had it, by what each is: each as often as it got it.

    ``known``: also those who learnt no more than that there was a referral, about whom, or what help to give.
    """
    case, meanwhile = before.case, before.was_carried
    for share in case.shares.all():
        if meanwhile(share.shared_at, share.ended_at) and not lapsed_before(share, before):
            yield "agency", share.agency
    for asked in case.information_requests.all() if known else ():
        if meanwhile(asked.asked_at, asked.recalled_at) and not lapsed_before(asked, before):
            yield "agency", asked.agency
    for brief in case.interventions.all() if known else ():
        if meanwhile(brief.asked_at, brief.asked_at):
            yield "agency", brief.agency
    for summary in case.summaries.all():
        it = Section.REFERRALS in summary.sections and let_go_with(summary.confirmed_referrals, before)
        what_was_decided_on_it = known and Section.SECTION36 in summary.sections
        if meanwhile(summary.made_at, summary.made_at) and (it or what_was_decided_on_it):
            yield from to_agency_or_body(summary.handed_to, summary.handed_to_body, summary.recipient_kind)
    for offer in case.area_offers.all():
        if meanwhile(offer.signed_at, offer.answered_at) and (
            offer.becomes_id or let_go_with(offer.referrals_ticked, before)
        ):
            yield "area", offer.to_area
    for told in case.outside_disclosures.all():
        if was_carried_on(told.disclosed_on, before):
            yield from to_agency_or_body(told.agency, told.body, told.recipient_kind)


def to_agency_or_body(agency: Record | None, body: str, kind: str) -> Iterator[tuple[str, Record | str]]:
    if agency:
        yield "agency", agency
    elif kind != RecipientKind.PERSON:
        yield "body", body


def lapsed_before(given: Share | InformationRequest, before: CarriedBefore) -> bool:
    return given.until is not None and given.until < clock.day_of(before.joined_at)


def was_carried_on(day: date, before: CarriedBefore) -> bool:
    return clock.day_of(before.joined_at) <= day <= clock.day_of(before.left_at)


def let_go_with(confirmed: Manager, before: CarriedBefore) -> bool:
    """Whether it went along: what health and the police referred goes only where it was confirmed."""
    if before.referral.for_agency.type not in CONFIRMED_SINGLY:
        return True
    return before.referral_id in {each.referral_id for each in confirmed.all()}


def told_its_own_person(before: CarriedBefore) -> bool:
    """Whether that case's own person, or a parent, was told or given anything meanwhile."""
    case = before.case
    days = [each.sent_on for each in case.letters.all()] + [each.on for each in case.being_told.all()]
    days += [
        each.disclosed_on for each in case.outside_disclosures.all() if each.recipient_kind == RecipientKind.PERSON
    ]
    handed = [each for each in case.summaries.all() if each.recipient_kind == RecipientKind.PERSON]
    days += [clock.day_of(each.made_at) for each in handed]
    return any(was_carried_on(day, before) for day in days)


def in_words(before: CarriedBefore) -> str:
    """All of them by name, with whoever opened that case meanwhile by breaking the glass."""
    names = [str(whom) for _, whom in went_to(before, known=True)]
    for glass in before.case.broken_glasses.all():
        if before.was_carried(glass.broken_at, glass.closed_at or glass.ends_at):
            names += [str(glass.broken_by)]
    if told_its_own_person(before):
        names += ["the person whom that case is about, or a parent"]
    return ", ".join(dict.fromkeys(names)) or "Nobody but those who worked on that case"
