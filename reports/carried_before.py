"""Who had what was referred while another case carried it, until it turned out to be about somebody else.

That case is another person's: nothing of it is said here but to whom it was open meanwhile.
"""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from cases.models import (
    CONFIRMED_SINGLY,
    BrokenGlass,
    CarriedBefore,
    CaseTransfer,
    Intervention,
    Level,
    OutsideDisclosure,
    Share,
)
from prevent_cases import clock
from prevent_cases.audit.records import Record
from referrals.models import Referral
from reports.models import CaseSummary, Section

# By which something of a case goes to somebody who may learn what was referred.
GIVEN = {
    "shares": Share.objects.filter(level=Level.READ).select_related("agency"),
    "interventions": Intervention.objects.select_related("agency"),
    "summaries": CaseSummary.objects.filter(made_at__isnull=False, sections__contains=[Section.REFERRALS])
    .select_related("handed_to")
    .prefetch_related("confirmed_referrals"),
    "area_offers": CaseTransfer.objects.filter(signed_at__isnull=False).select_related("to_area"),
    "outside_disclosures": OutsideDisclosure.objects.standing().select_related("agency"),
    "broken_glasses": BrokenGlass.objects.select_related("broken_by"),
}


def with_given(carried: QuerySet[CarriedBefore]) -> Iterable[CarriedBefore]:
    """These, as ``went_to`` and ``in_words`` need them: however many, each kind of what was given is asked for once."""
    given = (Prefetch(f"case__{name}", found.order_by("pk")) for name, found in GIVEN.items())
    return carried.select_related("case", "referral__for_agency").prefetch_related(*given).order_by("pk")


def went_to(before: CarriedBefore) -> Iterator[tuple[str, Record | str]]:
    """Agencies, areas and other bodies that had it or may have had it, by what each is: each as often as it got it."""
    case, meanwhile = before.case, before.was_carried
    for share in case.shares.all():
        if meanwhile(share.shared_at, share.ended_at) and not lapsed_before(share, before):
            yield "agency", share.agency
    for brief in case.interventions.all():
        if meanwhile(brief.asked_at, brief.asked_at):
            yield "agency", brief.agency
    for summary in case.summaries.all():
        if summary.to_whom and meanwhile(summary.made_at, summary.made_at) and held(summary, before.referral):
            yield ("agency", summary.handed_to) if summary.handed_to_id else ("body", summary.handed_to_body)
    for offer in case.area_offers.all():
        if meanwhile(offer.signed_at, offer.answered_at):
            yield "area", offer.to_area
    for told in case.outside_disclosures.all():
        if clock.day_of(before.joined_at) <= told.disclosed_on <= clock.day_of(before.left_at):
            yield ("agency", told.agency) if told.agency_id else ("body", told.body)


def lapsed_before(share: Share, before: CarriedBefore) -> bool:
    return share.until is not None and share.until < clock.day_of(before.joined_at)


def held(summary: CaseSummary, referral: Referral) -> bool:
    """Whether a summary with what was referred holds this: of health and the police only what was confirmed."""
    if referral.for_agency.type not in CONFIRMED_SINGLY:
        return True
    return referral.pk in {each.referral_id for each in summary.confirmed_referrals.all()}


def in_words(before: CarriedBefore) -> str:
    """All of them by name, with whoever opened that case meanwhile by breaking the glass."""
    names = [str(whom) for _, whom in went_to(before)]
    opened = (each for each in before.case.broken_glasses.all() if before.was_carried(each.broken_at, each.ends_at))
    names += [str(each.broken_by) for each in opened]
    return ", ".join(dict.fromkeys(names)) or "Only to those who worked on that case"
