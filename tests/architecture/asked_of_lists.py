"""What may be asked of each list, and what it then shows of all that its reader may see: by hand, in plain Python.

Nothing here asks the code of a list. What somebody may see at all is asked of the rules, record by record.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cases.models import Case, LegalHold
from prevent_cases import clock
from prevent_cases.accounts.models import Sector, User
from prevent_cases.accounts.posts import HANDLES_CASES

Said = dict[str, list[str]]

UNDECIDED = ("submitted", "in_triage", "returned", "at_gateway", "ending", "transferring")
DECIDED = ("accepted", "ended", "withdrawn", "transferred")
OF_LIVE_CASES = ("information_gathering", "awaiting_panel", "consent_pending", "active")
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class Listed:
    """Who reads it, what may be asked, which of what somebody may see is shown, and by which day it is sorted."""

    permission: str
    asked: tuple[str, ...] = ()
    shows: Callable[[Any, Said, User], bool] = lambda record, said, reader: True
    by: Callable[[Said], str] = lambda said: ""


def last(said: Said, name: str) -> str:
    """What is asked twice is asked as it was asked last."""
    return said[name][-1] if said.get(name) else ""


# -- The worklist -----------------------------------------------------------------------------------------------------


def plain(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"\w+", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def is_named(referral, text: str) -> bool:
    """By its reference in full, or by the beginnings of names or initials."""
    if text.strip().upper() == referral.reference or text.strip() == referral.national_reference != "":
        return True
    own = plain(f"{referral.given_names} {referral.family_name}")
    names = {*own, "".join(name[0] for name in own), *plain(referral.other_names)}
    words = plain(text)
    return bool(words) and all(any(name.startswith(word) for name in names) for word in words)


def stage_asked(said: Said) -> str:
    stage = last(said, "stage")
    return stage if stage in ("all", *UNDECIDED, *DECIDED) else "open"


def on_worklist(referral, said: Said, reader: User) -> bool:
    """What is not understood is not asked."""
    stage, only, agency = stage_asked(said), set(said.get("only", ())), last(said, "agency")
    is_so = {
        "urgent": referral.is_urgent,
        "overdue": referral.due_on is not None and referral.due_on < clock.today(),
        "mine": referral.handled_by_id == reader.pk,
    }
    text = last(said, "q").strip()
    return all(
        [
            stage == "all" or (referral.stage in UNDECIDED if stage == "open" else referral.stage == stage),
            not only <= is_so.keys() or all(is_so[each] for each in only),
            last(said, "sector") not in Sector.values or referral.for_agency.sector == last(said, "sector"),
            not re.fullmatch(r"[-\w]+", agency) or referral.for_agency.slug == agency,
            not 0 < len(text) <= LONGEST_SEARCH or is_named(referral, text),
        ]
    )


def worklist_by(said: Said) -> str:
    is_due = stage_asked(said) in ("open", *UNDECIDED)
    return "due_on" if is_due and last(said, "sort") != "newest" else ""


WORKLIST = Listed(
    "referrals.view_referral", ("q", "stage", "only", "sector", "agency", "sort"), on_worklist, worklist_by
)


# -- Cases, and what belongs to them ----------------------------------------------------------------------------------


def among_cases(case: Case, said: Said, reader: User) -> bool:
    if "keeping" in said:
        holds = LegalHold.objects.permitted(reader, "cases.view_legalhold").filter(case=case)
        is_due = case.retention_review_on is not None and case.retention_review_on <= clock.today()
        return is_due and all(hold.ended_at for hold in holds)
    if "ended" in said:
        return True
    return case.stage in OF_LIVE_CASES and ("mine" not in said or case.owner_id == reader.pk)


def is_known(case: Case, said: Said, reader: User) -> bool:
    """It is shared, below reading, with the agency whose cases the reader handles, or with the reader by name."""
    handled = reader.posts.agencies(*HANDLES_CASES)
    return any(
        share.level in ("know", "contribute")
        and not share.ended_at
        and (share.until is None or share.until >= clock.today())
        and (share.colleague_id == reader.pk if share.colleague_id else share.agency_id in handled)
        for share in case.shares.all()
    )


def of_own_agency(action, said: Said, reader: User) -> bool:
    handled = reader.posts.agencies(*HANDLES_CASES)
    return action.done_at is None and ("all" in said or not handled or action.agency_id in handled)


def is_asked(request, said: Said, reader: User) -> bool:
    if "answered" in said:
        return request.answered_at is not None
    return request.answered_at is None and request.recalled_at is None and request.case.ended_at is None


def for_conference(referral, said: Said, reader: User) -> bool:
    carried = getattr(referral, "carried_by", None)
    return referral.stage in (*UNDECIDED, "accepted") and not (carried and carried.case.ended_at)


def answered_lately(request, said: Said, reader: User) -> bool:
    return request.answered_at is not None and request.answered_at >= clock.now() - timedelta(days=90)


def due(said: Said) -> str:
    return "due_on"


# By the name of each address that lists records: all of them.
LISTS = {
    "referrals:list_referrals": WORKLIST,
    "referrals_api:list_referrals": WORKLIST,
    "referrals:list_own_referrals": Listed("referrals.follow_referral"),
    "referrals_api:list_own_referrals": Listed("referrals.follow_referral"),
    "referrals:list_enquiries": Listed("referrals.view_enquiry"),
    "referrals_api:list_enquiries": Listed("referrals.view_enquiry"),
    "referrals:list_public_concerns": Listed("referrals.view_publicconcern"),
    "referrals_api:list_public_concerns": Listed("referrals.view_publicconcern"),
    "referrals:list_answered_requests": Listed("referrals.look_back_at_request", shows=answered_lately),
    "referrals_api:list_gateway_requests": Listed("referrals.view_gatewayrequest"),
    "referrals_api:list_routing_rows": Listed(
        "referrals.view_routingrow", shows=lambda row, said, reader: row.removed_at is None
    ),
    "cases:list_cases": Listed("cases.view_case", ("keeping", "ended", "mine"), among_cases),
    "cases_api:list_cases": Listed("cases.view_case"),
    "cases:list_known_cases": Listed("cases.know_of_case", shows=is_known),
    "cases_api:list_known_cases": Listed("cases.know_of_case", shows=is_known),
    "cases:list_informationrequests": Listed(
        "cases.answer_informationrequest",
        ("answered",),
        is_asked,
        lambda said: "" if "answered" in said else "due_on",
    ),
    "cases_api:list_informationrequests": Listed("cases.view_informationrequest"),
    "cases:list_contributions": Listed("cases.mark_contribution"),
    "cases_api:list_contributions": Listed("cases.view_contribution"),
    "cases:list_interventions": Listed("cases.give_intervention"),
    "cases_api:list_interventions": Listed("cases.give_intervention"),
    "cases:list_purposes": Listed("cases.view_purpose"),
    "cases_api:list_purposes": Listed("cases.view_purpose"),
    "cases:list_areasearches": Listed("cases.view_areasearch"),
    "cases_api:list_areasearches": Listed("cases.view_areasearch"),
    "cases_api:list_sharingagreements": Listed("cases.view_sharingagreement"),
    "cases_api:list_covers": Listed("cases.view_cover"),
    "actions:list_actions": Listed("actions.view_action", ("all",), of_own_agency, due),
    "actions_api:list_actions": Listed(
        "actions.view_action", shows=lambda action, said, reader: action.done_at is None, by=due
    ),
    "panels:choose_for_conference": Listed("panels.ask_for_conference", shows=for_conference),
    "panels_api:list_meetings": Listed("panels.view_meeting"),
    "panels_api:list_agendaitems": Listed("panels.view_agendaitem"),
    "reference_api:list_dayoverrides": Listed("reference.view_dayoverride"),
    "reference_api:list_schoolholidays": Listed("reference.view_schoolholiday"),
    "reference_api:list_contacts": Listed(
        "reference.view_contact", shows=lambda contact, said, reader: contact.removed_at is None
    ),
    "reference_api:list_frameworkversions": Listed("reference.view_frameworkversion"),
    "accounts_api:list_posts": Listed("accounts.view_post"),
}


# -- A page of it -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Right:
    """The references on a page, where the next one starts, and how many there are in all."""

    references: list[str]
    next: str
    many: int


def right(listed: Listed, seen: Iterable[Any], said: Said, reader: User, size: int) -> Right | None:
    """What is to be answered out of all that somebody may see; None where that page does not exist."""
    by, seen = listed.by(said), list(seen)

    def place(record) -> tuple:
        return (getattr(record, by), record.pk) if by else (-record.pk,)

    shown = sorted((each for each in seen if listed.shows(each, said, reader)), key=place)
    rest = shown
    if after := last(said, "after"):
        day, _, reference = after.rpartition("_")
        before = [each for each in seen if each.reference == reference]
        if not before or bool(day) != bool(by) or (day and not is_day(day)):
            return None
        start = (date.fromisoformat(day), before[0].pk) if by else (-before[0].pk,)
        rest = [each for each in shown if place(each) > start]
    page = rest[:size]
    return Right([each.reference for each in page], token(page[-1], by) if len(rest) > size else "", len(shown))


def token(record, by: str) -> str:
    """Where a page starts after a record."""
    return f"{getattr(record, by)}_{record.reference}" if by else record.reference


def is_day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text))
