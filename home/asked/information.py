"""What agencies are asked, and what they have still to answer."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from cases.models import InformationRequest
from home.sections import Ask, FromRecords, Section, day
from prevent_cases.accounts.models import AgencyType, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import SchoolHoliday
from prevent_cases.reference.working_days import in_words


def to_answer(user: User) -> QuerySet:
    """What one's agency is asked: the soonest due first."""
    waiting = InformationRequest.objects.permitted(user, "cases.answer_informationrequest").waiting()
    return waiting.select_related("agency").order_by("due_on", "pk")


def asked_of_agency(user: User, waiting: list[InformationRequest]) -> Section:
    asks = [
        Ask(
            f"Answer for {request.agency}: request {request.reference}",
            reverse("cases:answer_information_request", args=[request.reference]),
            f"Asked on {day(request.asked_at)}, to be answered by {in_words(request.due_on)}",
            badge="Overdue" if request.is_overdue else "",
        )
        for request in waiting
    ]
    return Section("Asked of your agency", asks, "Nothing is asked.", reverse("cases:list_informationrequests"))


def awaited(user: User) -> QuerySet:
    """What the coordinator waits for, the longest overdue first; until when the area's schools have holidays."""
    closed = SchoolHoliday.objects.today().filter(area=OuterRef("area")).values("until")[:1]
    waiting = InformationRequest.objects.permitted(user, "cases.keep_informationrequest").waiting()
    waiting = waiting.filter(area__in=user.posts.areas(PostKind.COORDINATOR)).annotate(closed_until=Subquery(closed))
    return waiting.select_related("agency", "case").order_by("due_on", "pk")


def not_answered(user: User, waiting: list[InformationRequest]) -> Section:
    """By whom nothing was answered yet. School holidays are no silence."""
    return Section("Information not given yet", [to_wait_for(each) for each in waiting], "Every agency has answered.")


TO_ANSWER = FromRecords(to_answer, asked_of_agency)
AWAITED = FromRecords(awaited, not_answered)


def to_wait_for(request: InformationRequest) -> Ask:
    closed = request.closed_until if request.agency.type == AgencyType.SCHOOL else None
    return Ask(
        f"{request.agency}: case {request.case.reference}",
        request.get_absolute_url(),
        f"School holidays until {in_words(closed)}" if closed else f"Due on {in_words(request.due_on)}",
        badge="No answer" if request.is_overdue and not closed else "",
    )
