"""Listing who is to be told that something was put right, and saying that they were. Nothing goes by itself."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from django.db.models import QuerySet

from actions.models import Action, ActionDispute
from cases.models import (
    Assessment,
    BeingTold,
    CarriedBefore,
    Case,
    CaseFile,
    Consent,
    Contribution,
    Dispute,
    ExitPlan,
    FactorEntry,
    InformationRequest,
    Intervention,
    InterventionSession,
    Level,
    LoggedContact,
    Mark,
    OutsideDisclosure,
    OwnAccount,
    Section36Decision,
    Share,
    SupportPlan,
    UrgentConcern,
)
from panels.models import Decision, DecisionDispute, Review
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record
from prevent_cases.operations import Refused, operation
from referrals.models import DisclosedCopy, FoundUntrue
from referrals.models.own_words import OwnWords
from referrals.models.put_right import THEN, PutRight
from reports.carried_before import went_to, with_given
from reports.models import CaseSummary, Correction, Section

# Where in a case it stands, as far as others may have had it. What an agency answered, a letter, how a case was handed
# over and the line of the ledger itself stand in nothing that goes out.
STANDS = {
    Action: Section.ACTIONS,
    Assessment: Section.ASSESSMENT,
    BeingTold: Section.TOLD,
    CaseFile: Section.FILES,
    Consent: Section.AGREEMENT,
    Contribution: Section.CONTRIBUTIONS,
    Decision: Section.MEETINGS,
    ExitPlan: Section.SUPPORT,
    FactorEntry: Section.ASSESSMENT,
    Intervention: Section.SUPPORT,
    InterventionSession: Section.SESSIONS,
    LoggedContact: Section.CONTACTS,
    OwnAccount: Section.OWN_WORDS,
    Review: Section.SUPPORT,
    Section36Decision: Section.SECTION36,
    SupportPlan: Section.SUPPORT,
    UrgentConcern: Section.WORRIES,
}
# What the pack of a case says to the area to which it is offered.
PACKED = (
    Section.REFERRALS, Section.OWN_WORDS, Section.SECTION36, Section.AGREEMENT, Section.ASSESSMENT,
    Section.CONTRIBUTIONS, Section.MEETINGS, Section.SUPPORT, Section.ACTIONS, Section.FILES,
)  # fmt: skip


def list_who_is_to_be_told(record: Record, found: PutRight) -> None:
    """Of each who had what was put right with ``record``, or may have had it, that they are to be told."""
    thing = what_it_is_of(record)
    if isinstance(thing, OwnWords | FoundUntrue):
        section, cases = Section.REFERRALS, Case.objects.filter(carried_referrals__referral=thing.referral_id)
    elif section := STANDS.get(type(record if isinstance(record, CaseFile) else thing)):
        cases = [case_of(thing)]
    if not section or (isinstance(thing, Contribution) and thing.mark != Mark.ALL_MEMBERS):
        return
    for case in cases:
        had = had_it(case, record, thing, section)
        if section == Section.REFERRALS:
            before = with_given(CarriedBefore.objects.filter(referral=thing.referral_id))
            had = chain(had, *(went_to(each, known=isinstance(record, FoundUntrue)) for each in before))
        # Each once, in the order in which they are found.
        for column, whom in dict.fromkeys(had):
            Correction.objects.create(case=case, section=section, found=found, found_at=clock.now(), **{column: whom})


def what_it_is_of(record: Record) -> Record:
    """What was put right: what is disputed, where it is a dispute that was answered so; of a file what it is part of,
    which says for whom it is and where it went.
    """
    match record:
        case Dispute():
            return record.disputed
        case ActionDispute():
            return record.action
        case DecisionDispute():
            return record.decision or record.review
        case CaseFile():
            return record.contribution or record.consent or record
    return record


def case_of(thing: Record) -> Case:
    match thing:
        case InterventionSession():
            return thing.intervention.case
        case FactorEntry():
            return thing.assessment.case
        case Decision() | Review():
            return thing.item.case
    return thing.case


def had_it(case: Case, record: Record, thing: Record, section: Section) -> Iterator[tuple[str, object]]:
    """Agencies, areas and others by column. Of a claim that is untrue, also whoever learnt no more than that there is a
    case.
    """
    shares, known = Share.objects.filter(case=case), isinstance(record, FoundUntrue)
    yield from of_column("agency", shares if known else shares.filter(level=Level.READ))
    if known:
        yield from of_column("agency", InformationRequest.objects.filter(case=case))
        yield from of_column("agency", Intervention.objects.filter(case=case))
    for summary in CaseSummary.objects.filter(case=case, made_at__isnull=False).select_related("handed_to"):
        if summary.to_whom and summary.held(record):
            yield ("agency", summary.handed_to) if summary.handed_to_id else ("body", summary.handed_to_body)
    if isinstance(thing, Intervention):
        yield "agency", thing.agency
    offers = case.area_offers.filter(signed_at__isnull=False).select_related("to_area")
    if isinstance(thing, Contribution):
        offers = offers.filter(pieces_ticked__contribution=thing)
    if isinstance(thing, Section36Decision):
        # One that did not count, or with which the case ended, stood in no pack that anybody there could open; nor
        # any that was made since it was answered.
        offers = offers.none() if thing.end_reason else offers.exclude(answered_at__lt=thing.decided_at)
    if section in PACKED and not isinstance(thing, FactorEntry | Intervention):
        yield from (("area", offer.to_area) for offer in offers)
    if section == Section.REFERRALS:
        copies = DisclosedCopy.objects.filter(referral=thing.referral_id, not_made_because="")
        yield from (("body", copy.to_whom) for copy in copies.order_by("pk"))
    # What was told elsewhere is known in its words alone.
    for each in OutsideDisclosure.objects.standing().filter(case=case).select_related("agency").order_by("pk"):
        yield ("agency", each.agency) if each.agency_id else ("body", each.body)


def of_column(column: str, found: QuerySet) -> Iterator[tuple[str, object]]:
    return ((column, getattr(each, column)) for each in found.select_related(column).order_by("pk"))


THEN.append(list_who_is_to_be_told)


@operation("reports.tell_correction", unless=Correction.obstacle_to_telling)
def say_correction_told(
    correction: Correction, *, by: User, told_on: date, how: str, words: str, together: Iterable[Correction] = ()
) -> None:
    """Kept when and how they were told that it was put right, or that they never had it.

    ``together`` are others for the same of which they were told at the same time.
    """
    if told_on > clock.today():
        raise Refused("The day cannot be in the future.", field="told_on")
    told = [correction, *told_together(correction).filter(pk__in=[each.pk for each in together])]
    if any(told_on < clock.day_of(each.found_at) for each in told):
        raise Refused("It was put right later than that.", field="told_on")
    for each in told:
        each.change(told_on=told_on, how=how, words=words, told_by=by, told_at=clock.now())


def told_together(correction: Correction) -> QuerySet[Correction]:
    """Of what else the same can be told at the same time."""
    others = Correction.objects.to_tell().filter(case=correction.case_id, **correction.recipient)
    return others.exclude(pk=correction.pk).order_by("pk")
