"""Asking agencies for information, and what they answer."""

from collections.abc import Iterable
from datetime import date

import referrals.operations
from cases.models import AnswerKind, Case, InformationAnswer, InformationRequest
from cases.operations.agreement import refuse_without_agreement
from cases.operations.contributions import contribute, released
from cases.operations.cover import people_to_tell
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import AlreadyDone, Refused, operation
from prevent_cases.reference.models import InformationPolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals.models import Referral
from referrals.models.leads import is_kept_from


@operation("cases.ask_for_information", unless=Case.obstacle_to_change)
def ask_for_information(
    case: Case,
    *,
    by: User,
    agencies: Iterable[Agency],
    asked: str,
    purpose: str,
    lawful_basis: str,
    until: date | None = None,
    despite_agreement: str = "",
) -> None:
    """Agencies asked for information. Those of their people who handle cases are told by e-mail that something waits.

    Each sees its own request and whom it is about, and nothing else of the case.
    """
    referrals.operations.refuse_if_held(case.individual, by=by)
    agencies = list(agencies)
    if not agencies:
        raise Refused("Choose at least one agency.", field="agencies")
    days, within = WorkingDays.of(case.area), InformationPolicy.of(case.area).answered_within
    carried = Referral.objects.filter(carried_by__case=case)
    despite = refuse_without_agreement(case.area, agencies, despite_agreement)
    for agency in agencies:
        if agency.area_id != case.area_id and not agency.serves_all_areas:
            raise Refused(f"{agency} does not serve this area.", field="agencies")
        if is_kept_from(agency, carried):
            raise Refused(
                f"A referral in this case is kept from the safeguarding lead of {agency}, who would read this. "
                "Ask somebody else.",
                field="agencies",
            )
        if case.information_requests.filter(agency=agency, answered_at=None, recalled_at=None).exists():
            raise Refused(f"{agency} has not answered what it was asked before.", field="agencies")
        if not people_to_tell(agency):
            raise Refused(f"Nobody at {agency} handles its cases yet, so nobody would read this.", field="agencies")
        due_on = days_of(agency, days, case).due(clock.now(), within)
        if until and until < due_on:
            raise Refused("They must be able to read it until the day by which they answer.", field="until")
        request = InformationRequest.objects.create(
            case=case,
            area=case.area,
            agency=agency,
            asked=asked,
            purpose=purpose,
            lawful_basis=lawful_basis,
            despite_agreement=despite.get(agency.pk, ""),
            until=until,
            asked_by=by,
            asked_at=clock.now(),
            due_on=due_on,
            due_within=within,
        )
        later("cases.tell_of_information_request", request.pk)


def days_of(agency: Agency, days: WorkingDays, case: Case) -> WorkingDays:
    """The working days by which an agency's time is counted: of a school without the area's school holidays."""
    return days.of_schools(case.area) if agency.type == AgencyType.SCHOOL else days


@operation("cases.write_of_informationrequest", unless=InformationRequest.obstacle_to_telling)
def tell_of_information_request(request: InformationRequest, *, by: User) -> None:
    """Those of the agency told by e-mail that something waits for them."""
    _write("cases/email/asked.txt", request, effect="asked")


@operation("cases.write_of_informationrequest", unless=InformationRequest.obstacle_to_reminding)
def remind_of_information_request(request: InformationRequest, *, by: User) -> None:
    """Those of the agency reminded by e-mail that something is overdue."""
    if not request.is_overdue:
        raise AlreadyDone("It is not overdue.")
    _write("cases/email/overdue.txt", request, effect=f"overdue-{request.due_on:%Y%m%d}")
    request.change(reminded_at=clock.now())


def _write(template: str, request: InformationRequest, *, effect: str) -> None:
    for person in people_to_tell(request.agency):
        key = f"information-{request.reference}-{effect}-{person.reference}"
        send_mail(template, to=person, key=key, path=request.get_absolute_url())


@operation("cases.write_of_informationrequest", unless=InformationRequest.obstacle_to_telling)
def move_information_deadline(request: InformationRequest, *, by: User) -> None:
    """Day by which an agency is to answer moved, because working days or school holidays changed."""
    due_on = request.counted(days_of(request.agency, WorkingDays.of(request.area), request.case))
    if due_on == request.due_on:
        raise AlreadyDone("It is due on the day it should be.")
    request.change(due_on=due_on)


@operation("cases.keep_informationrequest", unless=InformationRequest.obstacle_to_keeping)
def move_information_request(request: InformationRequest, *, by: User, due_on: date, reason: str) -> None:
    """Another day set by which the agency is to answer."""
    if due_on < clock.today():
        raise Refused("The day cannot be in the past.", field="due_on")
    if request.until and request.until < due_on:
        raise Refused("The agency can no longer read it on that day.", field="due_on")
    request.change(due_on=due_on, due_within=None, moved_because=reason, reminded_at=None)


@operation("cases.keep_informationrequest", unless=InformationRequest.obstacle_to_keeping)
def recall_information_request(request: InformationRequest, *, by: User, reason: str) -> None:
    """Request for information taken back. The agency can no longer read it."""
    request.change(recalled_by=by, recalled_at=clock.now(), recalled_because=reason)


@operation("cases.answer_informationrequest", unless=InformationRequest.obstacle_to_answering)
def answer_information_request(request: InformationRequest, *, by: User, answer: str, **said) -> InformationAnswer:
    """Request for information answered."""
    given = _answer(request, by=by, answer=answer, **said)
    request.change(answered_at=clock.now())
    return given


@operation("cases.answer_informationrequest", unless=InformationRequest.obstacle_to_answering_anew)
def answer_information_request_anew(request: InformationRequest, *, by: User, answer: str, **said) -> InformationAnswer:
    """Request for information answered anew.

    The new answer takes the place of the one before, which is kept. What was shared with that one must be withdrawn
    first where the two could not both be true.
    """
    shared = request.information_answers.filter(contribution__isnull=False, contribution__withdrawn_at=None)
    if answer != AnswerKind.SHARED and shared.exists():
        raise Refused("Withdraw what your agency shared first: it would say otherwise.", field="answer")
    return _answer(request, by=by, answer=answer, **said)


@operation("cases.answer_informationrequest", unless=InformationRequest.obstacle_to_error_of_answer)
def record_answer_in_error(request: InformationRequest, *, by: User, answer: InformationAnswer, reason: str) -> None:
    """Answer to a request for information recorded in error. It stays, says so, and counts no more.

    Another answer is given first, so that nobody thinks of the request as answered while nothing counts; and what was
    shared with it is withdrawn.
    """
    if answer.request_id != request.pk:
        raise Refused("Choose an answer to this.", field="answer")
    if obstacle := answer.obstacle_to_error():
        raise Refused(obstacle, field="answer")
    if answer.contribution_id and answer.contribution.withdrawn_at is None:
        raise Refused("Withdraw first what your agency shared with it.", field="answer")
    if answer == request.information_answers.last():
        raise Refused("Answer anew first. Then say that this answer was wrong.", field="answer")
    answer.say_in_error(by, reason)


def _answer(
    request: InformationRequest,
    *,
    by: User,
    answer: str,
    text: str = "",
    mark: str = "",
    with_deputies: bool = False,
    why_not: str = "",
    who_tells: str = "",
    **release,
) -> InformationAnswer:
    agency, contribution = request.agency, None
    if answer == AnswerKind.NOTHING_HELD:
        # Nothing leaves the agency, so that nobody decides on confidentiality.
        terms = {"law_enforcement": agency.type == AgencyType.POLICE}
    else:
        terms = released(agency, **release)
    if answer == AnswerKind.SHARED:
        marked = {"mark": mark, "with_deputies": with_deputies}
        contribution = contribute(request.case, agency, by=by, text=text, **marked, **release)
    if answer == AnswerKind.NOT_SHARED and not why_not:
        raise Refused("Say why it is not shared.", field="why_not")
    if answer == AnswerKind.BY_WORD and not who_tells:
        raise Refused("Say who will tell the chair.", field="who_tells")
    return InformationAnswer.objects.create(
        request=request,
        answer=answer,
        contribution=contribution,
        why_not=why_not if answer == AnswerKind.NOT_SHARED else "",
        who_tells=who_tells if answer == AnswerKind.BY_WORD else "",
        answered_by=by,
        answered_at=clock.now(),
        **terms,
    )
