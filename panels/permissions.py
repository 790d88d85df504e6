"""Who may see and run meetings, and read what was decided."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q

from actions.permissions import on_case
from cases.permissions.case import (
    CHAIRS,
    CHAIRS_PANEL,
    HANDLES,
    ON_CASE_BY_NAME,
    seen_with_case,
    shared_with_agency,
)
from cases.permissions.case import COORDINATES as COORDINATES_CASE
from cases.permissions.referral import CHAIRS_CARRYING, carried_where_chaired
from cases.permissions.restriction import GOVERNS, governed
from panels.models import (
    AgendaItem,
    Attendance,
    ConferenceRequest,
    Decision,
    DecisionDispute,
    Meeting,
    Minutes,
    Presence,
    Review,
)
from prevent_cases import clock
from prevent_cases.access import Ground, further_ground, rule
from prevent_cases.accounts.models import Panel, Post, User
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from referrals.models import OPEN_TO_LEADS, Referral, UrgencyJudgement
from referrals.permissions.referral import of_areas, sent_here
from referrals.permissions.source import source_for
from referrals.permissions.triage import BEST_PLACED, CHAIRS_IN_AREA, COORDINATES, RECEIVES

# Who ask for an urgent conference in their own name; everybody else asks for an agency whose cases they handle.
ASK_FOR_THEMSELVES = (PostKind.FRONT_DOOR, PostKind.COORDINATOR, PostKind.ORGANISER, *CHAIRS)


def chaired(user):
    return Meeting.objects.filter(panel__in=user.posts.panels(*CHAIRS)).values("pk")


def organised(user):
    areas = user.posts.areas(PostKind.ORGANISER, PostKind.COORDINATOR)
    return Meeting.objects.filter(panel__area__in=areas).values("pk")


def overseen(user):
    return Meeting.objects.filter(panel__area__in=user.posts.areas(*OVERSEES_AREA)).values("pk")


def of_agencies_area(user):
    areas = {agency.area for agency in user.posts.held_agencies(*HANDLES_CASES)}
    return Meeting.objects.filter(panel__area__in=areas).values("pk")


def called_for_agency(user):
    """Where a conference was called that an agency asked for, or for which it was named as best placed to help."""
    agencies = user.posts.agencies(*HANDLES_CASES)
    named = UrgencyJudgement.objects.filter(best_placed__in=agencies, superseded_at=None)
    called = ConferenceRequest.objects.filter(meeting__isnull=False)
    asked = called.filter(agency__in=agencies).values("meeting")
    return asked.union(called.filter(referral__in=named.values("referral")).values("meeting"), all=True)


def called_for_front_door(user):
    received = ConferenceRequest.objects.filter(referral__area__in=user.posts.areas(PostKind.FRONT_DOOR))
    return received.filter(asked_by=user, meeting__isnull=False).values("meeting")


CHAIRS_IT = Ground("You chair its panel.", chaired)
ORGANISES = Ground("You organise conferences in this area.", organised)

view_meeting = rule(
    "panels.view_meeting",
    on="panels.Meeting",
    grounds=[
        CHAIRS_IT,
        Ground("You oversee cases in this area.", overseen),
        Ground("You handle cases for an agency of this area.", of_agencies_area),
        Ground("An urgent conference was called there that your agency is invited to.", called_for_agency),
        Ground("An urgent conference was called there that you asked for at the front door.", called_for_front_door),
    ],
)
organise_meeting = rule("panels.organise_meeting", on="panels.Meeting", grounds=[ORGANISES])
put_on_next_agenda = rule("panels.put_on_next_agenda", on="cases.Case", grounds=[COORDINATES_CASE, CHAIRS_PANEL])
chair_meeting = rule("panels.chair_meeting", on="panels.Meeting", grounds=[CHAIRS_IT])
run_meeting = rule("panels.run_meeting", on="panels.Meeting", grounds=[CHAIRS_IT, ORGANISES])
plan_meetings = rule(
    "panels.plan_meetings",
    on="accounts.Panel",
    grounds=[Ground("The unattended service plans meetings.", lambda user: everything_for_the_service(user, Panel))],
)
view_attendance = rule(
    "panels.view_attendance",
    on="panels.Attendance",
    grounds=[
        Ground(
            "You may see its meeting.",
            lambda user: Attendance.objects.filter(
                meeting__in=Meeting.objects.permitted(user, "panels.view_meeting").values("pk")
            ).values("pk"),
        )
    ],
)
view_agendaitem = rule("panels.view_agendaitem", on="panels.AgendaItem", grounds=[seen_with_case(AgendaItem)])


def taken_at(meetings):
    """The items of these meetings whose cases the user sees."""

    def keys(user):
        seen = AgendaItem.objects.permitted(user, "panels.view_agendaitem")
        return seen.filter(meeting__in=meetings(user)).values("pk")

    return keys


take_item = rule(
    "panels.take_item",
    on="panels.AgendaItem",
    grounds=[
        Ground("You chair the panel of its meeting, and may see its case.", taken_at(chaired)),
        Ground("You organise conferences in the area of its meeting, and may see its case.", taken_at(organised)),
    ],
)


def on_agenda():
    """From the Monday of the week before the meeting until the day is over on which it ended: it is prepared, held and
    written up. One that is never held is prepared until its day is over; one that nobody brought to an end was held
    until the day after it began.
    """
    today = clock.start_of_today()
    end_of_next_week = today + timedelta(days=14 - today.weekday())
    prepared = Q(started_at=None, starts_at__gte=today, starts_at__lt=end_of_next_week)
    held = Q(started_at__gte=today - timedelta(days=1), ended_at=None) | Q(ended_at__gte=today)
    return AgendaItem.objects.filter(meeting__in=Meeting.objects.filter(prepared | held))


def prepared_by_organiser(user):
    return on_agenda().filter(meeting__panel__area__in=user.posts.areas(PostKind.ORGANISER)).values("case")


def prepared_by_coordinator(user):
    """What they have listed, and all where nobody organises conferences in the area."""
    organisers = Post.objects.current().filter(kind=PostKind.ORGANISER, area=OuterRef("meeting__panel__area"))
    of_area = on_agenda().filter(meeting__panel__area__in=user.posts.areas(PostKind.COORDINATOR))
    return of_area.filter(Q(listed_by=user) | ~Exists(organisers)).values("case")


def attended(user):
    """By their own name, as whoever ran the meeting recorded it: an attendance is of an agency, and not of a post.

    Whose name another has says what for, and whoever was written in only once the meeting had ended.
    """
    today = Meeting.objects.filter(
        ~Exists(User.objects.filter(name__iexact=user.name, is_active=True).exclude(pk=user.pk)),
        panel__area__in=user.posts.areas(PostKind.COORDINATOR),
        started_at__gte=clock.start_of_today(),
    )
    while_held = Q(meeting__ended_at=None) | Q(recorded_at__lt=F("meeting__ended_at"))
    there = Attendance.objects.standing().filter(
        while_held, meeting__in=today, presence=Presence.PRESENT, name__iexact=user.name
    )
    return AgendaItem.objects.filter(meeting__in=there.values("meeting")).values("case")


def asked_to_be_called(user):
    areas = user.posts.areas(PostKind.ORGANISER, PostKind.COORDINATOR)
    asked = ConferenceRequest.objects.not_held().filter(referral__area__in=areas)
    return asked.filter(referral__carried_by__isnull=False).values("referral__carried_by__case")


further_ground(
    "cases.work_on_case", Ground("It is on the agenda of a meeting that you organise.", prepared_by_organiser)
)
further_ground(
    "cases.work_on_case",
    Ground(
        "You have listed it for a meeting, or coordinate where nobody organises conferences.", prepared_by_coordinator
    ),
)
further_ground(
    "cases.work_on_case",
    Ground("It is on the agenda of a meeting today, at which you were recorded while it was held.", attended),
)
further_ground(
    "cases.work_on_case", Ground("An urgent conference was asked for that you organise.", asked_to_be_called)
)
decide_item = rule(
    "panels.decide_item",
    on="panels.AgendaItem",
    grounds=[
        # Of what has gone to another panel since, that one's chair decides.
        Ground(
            "You chair its panel.",
            lambda user: AgendaItem.objects.filter(meeting__in=chaired(user), case__panel=F("meeting__panel")).values(
                "pk"
            ),
        )
    ],
)


def of_seen_items(model):
    return lambda user: model.objects.filter(
        item__in=AgendaItem.objects.permitted(user, "panels.view_agendaitem").values("pk")
    ).values("pk")


view_decision = rule(
    "panels.view_decision", on="panels.Decision", grounds=[Ground("You may see its case.", of_seen_items(Decision))]
)
view_review = rule(
    "panels.view_review", on="panels.Review", grounds=[Ground("You may see its case.", of_seen_items(Review))]
)


view_decisiondispute = rule(
    "panels.view_decisiondispute",
    on="panels.DecisionDispute",
    grounds=[
        Ground(
            "You may see what is disputed.",
            of_seen_items(DecisionDispute),
        )
    ],
)
# As with whatever else of a case is disputed: whoever hears it writes it down, and whoever runs the case answers it.
record_decision_dispute = rule(
    "panels.record_decision_dispute",
    on="panels.AgendaItem",
    grounds=[
        on_case(ground, AgendaItem, "case")
        for ground in (COORDINATES_CASE, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME, Ground(GOVERNS, governed))
    ],
)
answer_decision_dispute = rule(
    "panels.answer_decision_dispute",
    on="panels.DecisionDispute",
    grounds=[on_case(ground, DecisionDispute, "item__case") for ground in (COORDINATES_CASE, CHAIRS_PANEL)],
)


def last_of_seen_items(user):
    """Of each item the minutes that were asked for last."""
    later = Minutes.objects.filter(item=OuterRef("item"), pk__gt=OuterRef("pk"))
    seen = AgendaItem.objects.permitted(user, "panels.view_agendaitem").values("pk")
    return Minutes.objects.filter(~Exists(later), item__in=seen).values("pk")


view_minutes = rule(
    "panels.view_minutes",
    on="panels.Minutes",
    grounds=[
        Ground("You may see its case, and no later ones have been asked for.", last_of_seen_items),
    ],
)
make_minutes = rule(
    "panels.make_minutes",
    on="panels.Minutes",
    grounds=[Ground("The unattended service makes PDFs.", lambda user: everything_for_the_service(user, Minutes))],
)


def made_by_agency(user):
    agencies = user.posts.agencies(*HANDLES_CASES)
    return sent_here(OPEN_TO_LEADS, for_agency__in=agencies)


def carried_by_shared_cases(user):
    return Referral.objects.filter(carried_by__case__in=shared_with_agency(user)).values("pk")


def asked_where_organised(user):
    areas = user.posts.areas(PostKind.ORGANISER, PostKind.COORDINATOR)
    return ConferenceRequest.objects.filter(referral__area__in=areas).values("pk")


def asked_by_agency(user):
    return ConferenceRequest.objects.filter(agency__in=user.posts.agencies(*HANDLES_CASES)).values("pk")


def asked_where_received(user):
    areas = user.posts.areas(PostKind.FRONT_DOOR)
    return ConferenceRequest.objects.filter(referral__area__in=areas).values("pk")


def asked_about_chaired(user):
    return ConferenceRequest.objects.filter(referral__in=carried_where_chaired(user)).values("pk")


# Any member (process 28): whoever works on the referral in the area, chairs where it is taken or speaks for an agency
# with a part in it. A chair knows of a referral once it is asked of them or their panel has its case.
ask_for_conference = rule(
    "panels.ask_for_conference",
    on="referrals.Referral",
    grounds=[
        RECEIVES,
        COORDINATES,
        Ground("You organise conferences in this area.", lambda user: of_areas(user, PostKind.ORGANISER)),
        Ground(CHAIRS_CARRYING, carried_where_chaired),
        CHAIRS_IN_AREA,
        Ground(
            "Your agency made this referral, you handle its cases, and it is not kept from you.",
            made_by_agency,
        ),
        BEST_PLACED,
        Ground("Its case is shared with your agency, and you handle its cases.", carried_by_shared_cases),
    ],
)
CALLS = Ground("You organise conferences in this area.", asked_where_organised)
view_conferencerequest = rule(
    "panels.view_conferencerequest",
    on="panels.ConferenceRequest",
    grounds=[
        CALLS,
        Ground("Your agency asked for it, and you handle its cases.", asked_by_agency),
        Ground("You receive referrals in this area.", asked_where_received),
        Ground(CHAIRS_CARRYING, asked_about_chaired),
    ],
)
call_conference = rule("panels.call_conference", on="panels.ConferenceRequest", grounds=[CALLS])
write_of_conference = rule(
    "panels.write_of_conference",
    on="panels.ConferenceRequest",
    grounds=[
        Ground(
            "The unattended service sends e-mails.", lambda user: everything_for_the_service(user, ConferenceRequest)
        )
    ],
)


def may_know_asker(user, request: ConferenceRequest) -> bool:
    """Whether somebody is told who asks: of the agency that referred, only where they may be told who referred."""
    return request.agency_id != request.referral.for_agency_id or source_for(user, request.referral).noticed
