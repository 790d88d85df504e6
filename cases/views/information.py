"""What agencies are asked about a case and answer, and what they share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse

from cases import operations
from cases.forms import information as forms
from cases.known import answers_known, note_reading, read_contributions, read_requests, with_disputes
from cases.models import Case, Cover, InformationAnswer, InformationRequest
from cases.operations.information import days_of
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import Agency, AgencyType
from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
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
        return "School holidays", "grey", f"School holidays until {in_words(until)}. Due on {in_words(request.due_on)}."
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


class Information(RecordPage):
    """What was asked of whom and answered how, who is silent, and what agencies have shared, as far as one may know."""

    model = Case

    def context(self, request, record):
        user = request.user
        fetch_together(
            record,
            seen_requests=read_requests(user, case=record),
            seen_answers=answers_known(user, request__case=record).select_related("answered_by"),
            seen_contributions=read_contributions(user, case=record),
            covers=Cover.objects.permitted(user, "cases.view_cover").today().select_related("away", "covered_by"),
        )
        for contribution in record.seen_contributions:
            contribution.case = record
        with_disputes("contribution", record.seen_contributions, user)
        note_reading(record.seen_contributions, user)
        waiting = [each for each in record.seen_requests if each.is_waiting]
        days = WorkingDays.of(record.area) if waiting else None
        of_schools = (
            days.of_schools(record.area) if any(each.agency.type == AgencyType.SCHOOL for each in waiting) else days
        )
        by_agency = {each.agency_id: of_schools if each.agency.type == AgencyType.SCHOOL else days for each in waiting}
        return {
            "asked": shown_requests(record.seen_requests, record.seen_answers, record.covers, by_agency),
            "contributions": record.seen_contributions,
        }


class AskForInformation(OperationPage):
    model = Case
    operation = operations.ask_for_information
    form_class = forms.AskForInformationForm

    def destination(self, record, result):
        return reverse("cases:information", args=[record.reference])


class ListInformationRequests(RecordList):
    """What one's agency is asked, soonest due first; or what it has answered, newest first."""

    model = InformationRequest
    permission = "cases.answer_informationrequest"
    fetch_with = ("agency", "area")

    def queryset(self, request):
        if "answered" in request.GET:
            return InformationRequest.objects.filter(answered_at__isnull=False)
        return InformationRequest.objects.waiting()

    def sorted_by(self, request):
        return "" if "answered" in request.GET else "due_on"

    def context(self, request, page):
        own = Agency.objects.permitted(request.user, "cases.name_cover")
        return {"answered": "answered" in request.GET, "agencies": own.order_by("name")}


class ViewInformationRequest(RecordPage):
    """What is asked and why; whom it is about, as far as is needed to find them in one's records; what was answered."""

    model = InformationRequest

    def context(self, request, record):
        return whom(record) | {
            "answers": answers_known(request.user, request=record)
            .select_related("answered_by", "contribution")
            .order_by("-pk"),
            "shown": shown_request(record, request.user),
            "sees_case": rules["cases.view_case"].permits(request.user, record.case),
        }


def shown_request(record: InformationRequest, user) -> Asked:
    (read,) = read_requests(user, pk=record.pk)
    record.last_answer = read.last_answer
    answers = answers_known(user, pk=read.last_answer)
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


class AnswerInformationRequest(OperationPage):
    model = InformationRequest
    operation = operations.answer_information_request
    form_class = forms.AnswerInformationRequestForm

    def context(self, request, record):
        return whom(record) | {"is_police": record.agency.type == AgencyType.POLICE}

    def destination(self, record, result):
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class AnswerInformationRequestAnew(AnswerInformationRequest):
    operation = operations.answer_information_request_anew

    def destination(self, record, result):
        return record.get_absolute_url()


class MoveInformationRequest(OperationPage):
    model = InformationRequest
    operation = operations.move_information_request
    form_class = forms.MoveInformationRequestForm


class RecallInformationRequest(OperationPage):
    model = InformationRequest
    operation = operations.recall_information_request
    form_class = forms.RecallInformationRequestForm
