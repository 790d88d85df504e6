"""What is asked about meetings, about what comes before them, and about cases offered to a panel."""

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from cases.models import Case, CaseReferral, PanelOffer
from home.asked.casework import SOON
from home.sections import Ask, FromRecords, Section, day, to_ask_for_conference
from panels.models import ConferenceRequest, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import User


def to_be_held_soon(user: User) -> QuerySet:
    return (
        Meeting.objects.permitted(user, "panels.view_meeting")
        .to_be_held()
        .filter(starts_at__lt=clock.start_of_today() + SOON)
        .annotate(is_urgent=Exists(ConferenceRequest.objects.filter(meeting=OuterRef("pk"))))
        .select_related("panel")
        .order_by("starts_at")
    )


def meetings(user: User, coming: list[Meeting]) -> Section:
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


def to_decide_under_section36(user: User) -> QuerySet:
    cases = Case.objects.permitted(user, "cases.decide_section36").filter(awaits_section36=True)
    due = CaseReferral.objects.to_decide().filter(case__in=cases.values("pk"))
    return due.select_related("case", "referral__for_agency").order_by("pk")


def section36_to_decide(user: User, due: list[CaseReferral]) -> Section:
    asks = [
        Ask(
            f"Decide under section 36: referral {carried.referral.reference}",
            carried.case.get_absolute_url(),
            f"Case {carried.case.reference}, which it joined on {day(carried.joined_at)}",
        )
        for carried in due
    ]
    return Section("Section 36 decisions", asks, "No decision waits for you.", reverse("cases:list_cases"))


MEETINGS = FromRecords(to_be_held_soon, meetings)
SECTION_36_TO_DECIDE = FromRecords(to_decide_under_section36, section36_to_decide)


def offered(user: User) -> QuerySet:
    """What is offered to the panels that somebody chairs."""
    offers = PanelOffer.objects.permitted(user, "cases.answer_panel_offer").waiting()
    return offers.select_related("case", "from_panel", "to_panel").order_by("pk")


def offered_to_panel(user: User, offers: list[PanelOffer]) -> Section | None:
    asks = [
        Ask(
            f"Case {offer.case.reference} is offered to your panel",
            offer.get_absolute_url(),
            f"By {offer.from_panel}, on {day(offer.offered_at)}: {offer.get_because_display().lower()}",
        )
        for offer in offers
    ]
    return Section("Cases offered to your panel", asks, "") if asks else None


OFFERED_TO_PANEL = FromRecords(offered, offered_to_panel)
