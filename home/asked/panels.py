"""What is asked about meetings, about what comes before them, and about cases offered to a panel."""

from datetime import timedelta

from django.db.models import (
    DateTimeField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from cases.models import (
    CONFIRMED_SINGLY,
    Case,
    CaseTransfer,
    OfferOutcome,
    PanelOffer,
    Section36Decision,
    TransferredReferral,
    first_panels_by,
)
from cases.models import Stage as CaseStage
from home.asked.casework import SOON
from home.sections import Ask, FromRecords, Section, day, day_of_year, deadlines_in, to_ask_for_conference
from panels.models import ConferenceRequest, Decision, DecisionDispute, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.reference.models import CasePolicy


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


MEETINGS = FromRecords(to_be_held_soon, meetings)


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


def to_see_to(user: User) -> QuerySet:
    """What waits for somebody on either side, and what they have offered, until two weeks after the answer."""
    transfers = CaseTransfer.objects
    to_sign = transfers.permitted(user, "cases.sign_transfer").waiting().filter(signed_at=None)
    to_place = transfers.permitted(user, "cases.place_transfer").filter(to_panel=None)
    to_answer = transfers.permitted(user, "cases.answer_transfer")
    seen = transfers.permitted(user, "cases.view_casetransfer")
    lately = Q(answered_at=None, case__ended_at=None) | Q(answered_at__gte=clock.start_of_today() - SOON)
    own = seen.filter(Q(offered_by=user) | Q(signed_by=user), lately).exclude(outcome=OfferOutcome.TAKEN_BACK)
    steps = {"to_sign": to_sign, "to_place": to_place, "to_answer": to_answer}
    asked = {name: Exists(step.filter(pk=OuterRef("pk"))) for name, step in steps.items()}
    mine = Exists(own.filter(pk=OuterRef("pk")))
    goes_over = ~Q(referral__for_agency__type__in=CONFIRMED_SINGLY) | Q(
        referral__in=TransferredReferral.objects.filter(transfer=OuterRef(OuterRef("pk"))).values("referral")
    )
    conferences = ConferenceRequest.objects.filter(goes_over, referral__carried_by__case=OuterRef("case")).not_held()
    return (
        CaseTransfer.objects.annotate(**asked, own=mine, is_urgent=Exists(conferences))
        .filter(Q(*((name, True) for name in (*steps, "own")), _connector=Q.OR))
        .select_related("case__area", "from_panel", "to_area", "to_panel")
        .order_by("answered_at", "pk")
    )


def between_areas(user: User, transfers: list[CaseTransfer]) -> Section | None:
    asks = [Ask(*asked_of(each), badge="Urgent" if is_urgent_for_them(each) else "") for each in transfers]
    return Section("Cases between areas", asks, "") if asks else None


def is_urgent_for_them(transfer: CaseTransfer) -> bool:
    """Whether those who are asked take on an urgent conference with the case."""
    return transfer.is_urgent and (transfer.to_sign or transfer.to_place or transfer.to_answer)


def asked_of(transfer: CaseTransfer) -> tuple[str, str, str]:
    case, address = transfer.case, transfer.get_absolute_url()
    came = f"By {case.area}, on {day(transfer.signed_at or transfer.offered_at)}"
    if is_urgent_for_them(transfer):
        came += ". An urgent conference was asked for and has not been held"
    if transfer.to_sign:
        return f"Sign off, or take back: case {case.reference} to {transfer.to_area}", address, came
    if transfer.to_answer:
        return f"Take on, or decline: case {case.reference} for your panel", address, came
    if transfer.to_place:
        return f"Place with a panel, or decline: case {case.reference}", address, came
    return f"You offered case {case.reference} to {transfer.to_area}", address, transfer.stands


def taken_on_without_panel(user: User) -> QuerySet:
    """Live cases from other areas that no panel here has decided on, the longest ago first."""
    decided = Decision.objects.standing().filter(item__case=OuterRef("becomes"))
    coordinated = Case.objects.permitted(user, "cases.offer_to_area").filter(ended_at=None)
    taken_on = CaseTransfer.objects.filter(~Exists(decided), becomes__in=coordinated.values("pk"))
    return taken_on.select_related("becomes", "to_area").order_by("answered_at", "pk")


def first_panels_late(user: User, transfers: list[CaseTransfer]) -> Section | None:
    if not transfers:
        return None
    due = zip(first_panels_by(transfers), (each.becomes for each in transfers), strict=True)
    asks = [
        Ask(
            f"First panel of case {case.reference}, which came from another area",
            case.get_absolute_url(),
            f"Due on {day_of_year(due_on)}",
            badge="Overdue",
        )
        for due_on, case in due
        if due_on < clock.today()
    ]
    return Section("Cases from other areas", asks, "") if asks else None


def awaiting_first_panel(user: User) -> QuerySet:
    """Cases on which no panel has decided, and may be late: what came from another area has its own day."""
    came = CaseTransfer.objects.filter(becomes=OuterRef("pk"))
    grounds = Section36Decision.objects.standing().on_carried().filter(case=OuterRef("pk"), reasonable_grounds=True)
    since = Subquery(grounds.order_by("decided_at").values("decided_at")[:1])
    # No area's limit is shorter than a day; which are late, its working days say.
    waits = Case.objects.permitted(user, "cases.offer_to_area").filter(stage=CaseStage.AWAITING_PANEL)
    within = CasePolicy.objects.in_force().filter(area=OuterRef("area")).values("first_panel_within")
    days = Coalesce(Subquery(within[:1]), CasePolicy._meta.get_field("first_panel_within").default)
    # But for holidays: five working days are a week. One with a short limit is due before others that wait longer.
    length = ExpressionWrapper(days * Value(timedelta(days=7) / 5), DurationField())
    due_about = ExpressionWrapper(F("since") + length, DateTimeField())
    return (
        waits.annotate(since=Coalesce(since, "opened_at"))
        .annotate(due_about=due_about)
        .filter(
            ~Exists(Decision.objects.standing().filter(item__case=OuterRef("pk"))),
            ~Exists(came),
            opened_at__lt=clock.start_of_today(),
        )
        .select_related("area")
        .order_by("due_about", "pk")
    )


def first_panels_to_hold(user: User, cases: list[Case]) -> Section | None:
    deadlines = deadlines_in(user, {case.area for case in cases})
    due = [(case, deadlines.first_panel(case.area, case.since)) for case in cases]
    due.sort(key=lambda each: each[1].on)
    asks = [
        Ask(
            f"First panel of case {case.reference}",
            reverse("panels:case_meetings", args=[case.reference]),
            by.sentence,
            badge="Overdue",
        )
        for case, by in due
        if by.is_late
    ]
    return Section("First panels that are late", asks, "") if asks else None


BETWEEN_AREAS = FromRecords(to_see_to, between_areas)
FIRST_PANELS_TO_HOLD = FromRecords(awaiting_first_panel, first_panels_to_hold, by_working_days=True)
FIRST_PANELS_LATE = FromRecords(taken_on_without_panel, first_panels_late)


def disputes_to_answer(user: User) -> QuerySet:
    """What is disputed of panels' decisions and reviews, the first to be answered first."""
    disputed = DecisionDispute.objects.permitted(user, "panels.answer_decision_dispute").to_answer()
    return disputed.select_related("item__case").order_by("due_on", "pk")


def disputed_decisions(user: User, disputed: list[DecisionDispute]) -> Section | None:
    asks = [
        Ask(
            f"Answer what is disputed of a {'review' if each.review_id else 'decision'}: "
            f"case {each.item.case.reference} ({each.reference})",
            each.get_answer_url(),
            f"To be answered by {day_of_year(each.due_on)}",
            badge="Overdue" if each.is_overdue else "",
        )
        for each in disputed
    ]
    return Section("Disputed of what a panel said", asks, "") if asks else None


DISPUTED_DECISIONS = FromRecords(disputes_to_answer, disputed_decisions)
