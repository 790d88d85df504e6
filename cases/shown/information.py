"""What agencies are asked about a case and answer, and what they have shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cases.known import answers_known, note_reading, read_contributions, read_requests, with_disputes
from cases.models import Case, Cover, InformationAnswer, InformationRequest
from cases.operations.information import days_of
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, User
from prevent_cases.pages.together import fetch_together
from prevent_cases.reference.working_days import WorkingDays, in_words
from referrals.models import Referral
from referrals.models.leads import not_kept_from


@dataclass(frozen=True)
class Asked:
    """One request as its reader sees it. ``said`` is the answer that counts, if they may know it."""

    request: InformationRequest
    state: str
    colour: str
    hint: str
    said: InformationAnswer | None
    covers: list[Cover]


def shown_requests(
    requests: Iterable[InformationRequest],
    answers: Iterable[InformationAnswer],
    covers: Iterable[Cover],
    days: dict[int, WorkingDays],
) -> list[Asked]:
    """Those that wait first, soonest due; then the others, newest first. ``days`` are those of each agency by key."""
    by_key = {answer.pk: answer for answer in answers}
    rows = []
    for request in sorted(requests, key=in_order):
        said = by_key.get(request.last_answer)
        if request.is_waiting:
            state, colour, hint = state_of_waiting(request, days[request.agency_id])
        else:
            state, colour, hint = state_of_answered(request, said)
        stand_in = [cover for cover in covers if cover.agency_id == request.agency_id and request.is_waiting]
        rows.append(Asked(request, state, colour, hint, said, stand_in))
    return rows


def in_order(request: InformationRequest) -> tuple[int, int]:
    return (0, request.due_on.toordinal()) if request.is_waiting else (1, -request.pk)


def state_of_waiting(request: InformationRequest, days: WorkingDays) -> tuple[str, str, str]:
    if until := days.holidays_until(clock.today()):
        return "School closed", "grey", f"School holidays until {in_words(until)}. Due on {in_words(request.due_on)}."
    due = days.words(request.due_on)
    due = due[0].upper() + due[1:]
    if request.is_overdue:
        return "No answer", "orange", due
    return "Waiting", "blue", due


def state_of_answered(request: InformationRequest, said: InformationAnswer | None) -> tuple[str, str, str]:
    if request.recalled_at:
        return "Taken back", "grey", ""
    if said is None:
        return "For the chair", "green", "By word, or marked for others than you."
    return said.get_answer_display(), "green", ""


def information(case: Case, user: User) -> dict[str, Any]:
    """What was asked of whom and answered how, who is silent, and what agencies have shared, as far as one may know."""
    fetch_together(
        case,
        seen_requests=read_requests(user, case=case),
        seen_answers=answers_known(user, request__case=case).select_related("answered_by"),
        seen_contributions=read_contributions(user, case=case),
        covers=Cover.objects.permitted(user, "cases.view_cover").today().select_related("agency", "away", "covered_by"),
    )
    for contribution in case.seen_contributions:
        contribution.case = case
    with_disputes("contribution", case.seen_contributions, user)
    with_disputes("information_answer", case.seen_answers, user)
    note_reading(case.seen_contributions, user)
    waiting = [each for each in case.seen_requests if each.is_waiting]
    days = WorkingDays.of(case.area) if waiting else None
    of_schools = days.of_schools(case.area) if any(each.agency.type == AgencyType.SCHOOL for each in waiting) else days
    by_agency = {each.agency_id: of_schools if each.agency.type == AgencyType.SCHOOL else days for each in waiting}
    return {
        "asked": shown_requests(case.seen_requests, case.seen_answers, case.covers, by_agency),
        "contributions": case.seen_contributions,
    }


def shown_request(record: InformationRequest, user: User, answers: Iterable[InformationAnswer]) -> Asked:
    """One by itself, with those of its ``answers`` that one may know."""
    (read,) = read_requests(user, pk=record.pk)
    record.last_answer = read.last_answer
    covers = Cover.objects.permitted(user, "cases.view_cover").today().filter(agency=record.agency)
    days = days_of(record.agency, WorkingDays.of(record.area), record.case) if record.is_waiting else WorkingDays()
    return shown_requests([record], answers, covers.select_related("away", "covered_by"), {record.agency_id: days})[0]


def whom(record: InformationRequest) -> dict[str, Any]:
    """Name, other names, date of birth and address: what one looks for in one's records, and nothing else.

    Nothing of a referral that is kept from the agency's own people: it may have joined since they were asked.
    """
    carried = not_kept_from(record.agency, Referral.objects.filter(carried_by__case=record.case_id)).order_by("-pk")
    said = carried.only("other_names", "address").first()
    return {"individual": record.case.individual, "said": said}
