"""What is asked about cases: decisions, meetings and actions."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from actions.models import Action
from cases.models import LIVE, TO_MOVE_ON, Case, CaseReferral
from home.sections import SHOWN, Ask, Section, day, to_ask_for_conference
from panels.models import ConferenceRequest, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA

SOON = timedelta(days=14)


def cases_to_move(user: User) -> Section:
    cases = Case.objects.permitted(user, "cases.view_case").filter(TO_MOVE_ON).order_by("pk")[: SHOWN + 1]
    asks = [
        Ask(
            f"{'Section 36 decision outstanding' if case.awaits_section36 else 'Ask for consent to support'}: "
            f"case {case.reference}",
            case.get_absolute_url(),
            f"Open since {day(case.opened_at)}",
        )
        for case in cases
    ]
    return Section("Cases to move on", asks, "No case waits for you.", reverse("cases:list_cases"))


def meetings(user: User) -> Section:
    today = clock.start_of_today()
    coming = (
        Meeting.objects.permitted(user, "panels.view_meeting")
        .to_be_held()
        .filter(starts_at__lt=today + SOON)
        .annotate(is_urgent=Exists(ConferenceRequest.objects.filter(meeting=OuterRef("pk"))))
        .select_related("panel")
        .order_by("starts_at")[: SHOWN + 1]
    )

    asks = [
        Ask(
            f"{meeting.panel.name}, {timezone.localtime(meeting.starts_at):%-d %B at %H:%M}",
            meeting.get_absolute_url(),
            "Started, and not ended yet" if meeting.started_at else "",
            badge=badge_of(meeting),
        )
        for meeting in coming
    ]
    return Section(
        "Meetings in the next two weeks",
        asks,
        "There is none.",
        reverse("panels:list_meetings"),
        further_links=[to_ask_for_conference()],
    )


def badge_of(meeting: Meeting) -> str:
    if meeting.is_urgent:
        return "Urgent"
    return "Today" if clock.day_of(meeting.starts_at) == clock.today() else ""


def actions_to_do(user: User) -> Section:
    seen = Action.objects.permitted(user, "actions.view_action").filter(done_at=None).select_related("case")
    own = seen.filter(agency__in=user.posts.agencies(*HANDLES_CASES)).order_by("due_on")
    asks = [
        Ask(
            f"Action for case {action.case.reference}",
            action.get_absolute_url(),
            f"Due on {date_format(action.due_on, 'j F')}",
            badge="Overdue" if action.is_overdue else "",
        )
        for action in own[: SHOWN + 1]
    ]
    return Section(
        "What your agency has agreed to do", asks, "There is nothing to do.", reverse("actions:list_actions")
    )


def section36_to_decide(user: User) -> Section:
    cases = Case.objects.permitted(user, "cases.decide_section36").filter(awaits_section36=True).order_by("pk")
    due = CaseReferral.objects.to_decide().filter(case__in=cases.values("pk")).select_related("case").order_by("pk")
    asks = [
        Ask(
            f"Decide under section 36: referral {carried.referral.reference}",
            carried.case.get_absolute_url(),
            f"Case {carried.case.reference}, which it joined on {day(carried.joined_at)}",
        )
        for carried in due[: SHOWN + 1]
    ]
    return Section("Section 36 decisions", asks, "No decision waits for you.", reverse("cases:list_cases"))


def overdue_in_area(user: User) -> Section:
    areas = user.posts.areas(*OVERSEES_AREA)
    overdue = Action.objects.filter(area__in=areas, case__stage__in=LIVE, done_at=None, due_on__lt=clock.today())
    asks = [
        Ask(
            f"Action for case {action.case.reference}",
            action.get_absolute_url(),
            f"{action.agency}, due on {date_format(action.due_on, 'j F')}",
            badge="Overdue",
        )
        for action in overdue.select_related("agency", "case").order_by("due_on")[: SHOWN + 1]
    ]
    return Section("Actions overdue", asks, "No action is overdue.", reverse("actions:list_actions"))
