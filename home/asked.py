"""What is asked of a person today, by post: each section is a question to the database that a rule has cut to size."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Value, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from actions.models import Action
from cases.models import LIVE, TO_MOVE_ON, Case, CaseReferral
from home.gateway import gateway_to_answer, holds
from home.sections import SHOWN, Ask, Section, day, due
from panels.models import ConferenceRequest, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import Area, Post, Sector, User
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from prevent_cases.reference.models import DecidedByTwo, policies
from referrals.models import LIVE as LIVE_REFERRAL
from referrals.models import (
    DraftReferral,
    EndProposal,
    Enquiry,
    PublicConcern,
    Referral,
    Standing,
    UrgencyJudgement,
    Withdrawal,
    standing_of,
)
from referrals.models import Stage as ReferralStage
from referrals.models.conversation import open_questions
from referrals.permissions.gateway import GATEWAY

SOON = timedelta(days=14)


def sections(user: User) -> Iterator[Section]:
    """The sections for the posts this person holds today, in the order of their urgency."""
    for kinds, section in SECTIONS:
        if user.posts.holds(*kinds):
            yield section(user)


# What is asked of whom about a referral that stands here.
RECEIVE, ASSESS = "Receive referral", "Triage referral"
OFFERED = "Take on, or decline: referral"
CONFIRM = "Confirm no further action, or send back: referral"
READ = "Read second: referral"
HELP = "Your agency was named to help now: referral"
TRIAGE = {
    ReferralStage.AT_GATEWAY: "Waits for the police gateway: referral",
    ReferralStage.ENDING: CONFIRM,
    ReferralStage.TRANSFERRING: OFFERED,
}


def to_triage(user: User) -> Section:
    """Those of one's own areas, with the ends that somebody else proposed; those that other areas offer; and those
    that one is asked to read second, which is asked first.
    """
    at = (ReferralStage.SUBMITTED, ReferralStage.IN_TRIAGE, ReferralStage.AT_GATEWAY, ReferralStage.ENDING)
    to_read = to_do(user, "referrals.read_second", *LIVE_REFERRAL)
    own = not_proposed_by(user, to_do(user, "referrals.triage_referral", *at)).exclude(pk__in=to_read.values("pk"))
    offered = to_do(user, "referrals.answer_transfer", ReferralStage.TRANSFERRING)
    found = [each.annotate(reads=Value(False)) for each in (own, offered)] + [to_read.annotate(reads=Value(True))]
    return referrals_to_do(
        "Referrals to triage",
        found,
        lambda referral: READ if referral.reads else TRIAGE.get(referral.stage, ASSESS),
    )


def to_receive(user: User) -> Section:
    found = to_do(user, "referrals.receive_referral", ReferralStage.SUBMITTED)
    return referrals_to_do("Referrals to receive", [found], lambda referral: RECEIVE)


def to_confirm(user: User) -> Section:
    """Ends that somebody else proposed, for those who do not triage; and what one is asked to read second."""
    ending = not_proposed_by(user, to_do(user, "referrals.confirm_no_further_action", ReferralStage.ENDING))
    to_read = to_do(user, "referrals.read_second", *LIVE_REFERRAL)
    # Whoever was asked to read is asked that first.
    found = [ending.annotate(reads=Value(False)), to_read.annotate(reads=Value(True))]
    return referrals_to_do("For a second person", found, lambda referral: READ if referral.reads else CONFIRM)


def not_proposed_by(user: User, referrals: QuerySet) -> QuerySet:
    return referrals.exclude(end_proposals__in=EndProposal.objects.filter(answered_at=None, proposed_by=user))


def conferences_to_call(user: User) -> Section:
    """Urgent conferences that members asked for, the first to be held first."""
    waiting = ConferenceRequest.objects.permitted(user, "panels.call_conference").filter(meeting=None)
    waiting = waiting.filter(referral__stage__in=[*LIVE_REFERRAL, ReferralStage.ACCEPTED])
    asks = [
        Ask(
            f"Call an urgent conference: referral {request.referral.reference}",
            reverse("panels:call_conference", args=[request.reference]),
            f"{request.agency} asks for it. To be held by {day(request.due_at)} "
            f"at {timezone.localtime(request.due_at):%H:%M}",
            badge="Urgent",
        )
        for request in waiting.select_related("referral", "agency").order_by("due_at", "pk")[: SHOWN + 1]
    ]
    return Section("Urgent conferences to call", asks, "Nobody has asked for one.", reverse("panels:list_meetings"))


def to_help_now(user: User) -> Section:
    """Referrals for which their agency was named as best placed."""
    judgements = UrgencyJudgement.objects.filter(
        superseded_at=None, best_placed__in=user.posts.agencies(*HANDLES_CASES)
    )
    at = (ReferralStage.IN_TRIAGE, ReferralStage.AT_GATEWAY, ReferralStage.TRANSFERRING)
    found = to_do(user, "referrals.view_referral", *at)
    named = found.filter(urgency_judgements__in=judgements)
    return referrals_to_do("Referrals where you could help now", [named], lambda referral: HELP)


def to_do(user: User, permission: str, *stages: str) -> QuerySet:
    # A day is set until it is decided: that, and not the stage, is what the index of the worklist has.
    return Referral.objects.permitted(user, permission).filter(stage__in=stages, due_on__isnull=False)


def referrals_to_do(title: str, found: list[QuerySet], words: Callable[[Referral], str]) -> Section:
    """The referrals found, the oldest deadline first: in one query, each part with an index of its own."""
    order = ("due_on", "-is_urgent", "pk")
    first, *more = (each.select_related("for_agency").order_by(*order)[: SHOWN + 1] for each in found)
    asks = [
        Ask(
            f"{words(referral)} {referral.reference}",
            referral.get_absolute_url(),
            f"From {referral.for_agency}, to be decided by {due(referral)}",
            badge="Urgent" if referral.is_urgent else "",
        )
        for referral in (first.union(*more).order_by(*order)[: SHOWN + 1] if more else first)
    ]
    return Section(title, asks, "No referral waits for you.", reverse("referrals:list_referrals"))


def from_referrers(user: User) -> Section:
    """What referrers have said since: withdrawals first, which wait for an answer; then what was answered."""
    said = (
        to_do(user, "referrals.receive_referral", *LIVE_REFERRAL)
        .annotate(
            withdrawn=Exists(Withdrawal.objects.filter(referral=OuterRef("pk"), answered_at=None)),
            answered_at=Max("questions__answered_at"),
        )
        .filter(Q(withdrawn=True) | Q(answered_at__isnull=False))
        .order_by("-withdrawn", "answered_at")[: SHOWN + 1]
    )
    asks = [
        Ask(
            f"{'Withdrawn' if referral.withdrawn else 'Answered'} by its referrer: referral {referral.reference}",
            referral.get_absolute_url(),
            "Confirm it, or go on" if referral.withdrawn else f"The last answer came on {day(referral.answered_at)}",
        )
        for referral in said
    ]
    return Section("From referrers", asks, "Nothing new.", reverse("referrals:list_referrals"))


def from_outside(user: User) -> Section:
    """What waits for an answer that is no referral: questions about nobody, and what the public sent."""
    questions = Enquiry.objects.permitted(user, "referrals.answer_enquiry").filter(answered_at=None, forgotten_at=None)
    concerns = PublicConcern.objects.permitted(user, "referrals.answer_public_concern").filter(outcome="")
    waiting = (
        questions.values_list("asked_at", "reference", Value("question"), "sector")
        .union(concerns.values_list("sent_at", "reference", Value("concern"), Value("")))
        .order_by("asked_at")[: SHOWN + 1]
    )
    pages = {"question": "referrals:view_enquiry", "concern": "referrals:view_publicconcern"}
    asks = [
        Ask(
            f"Answer {what} {reference}",
            reverse(pages[what], args=[reference]),
            f"Asked on {day(at)}, from this sector: {Sector(sector).label}" if sector else f"Sent on {day(at)}",
        )
        for at, reference, what, sector in waiting
    ]
    return Section("Advice to give, and from the public", asks, "Nothing waits.", reverse("referrals:list_enquiries"))


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
    may_ask = user.posts.holds(*HANDLES_CASES)
    return Section(
        "Meetings in the next two weeks",
        asks,
        "There is none.",
        reverse("panels:list_meetings"),
        further_link=("If something cannot wait, ask for an urgent conference", reverse("panels:choose_for_conference"))
        if may_ask
        else None,
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


def to_refer(user: User) -> Section:
    handed = DraftReferral.objects.filter(owner=user, handed_by__isnull=False).exclude(handed_by=user)
    asks = [
        Ask(
            f"{draft.handed_by} handed you a referral that has not been sent",
            draft.get_absolute_url(),
            f"On {day(draft.handed_at)}. It waits for you to go on with it",
        )
        for draft in handed.select_related("handed_by").order_by("handed_at")[:SHOWN]
    ]
    own = Referral.objects.filter(Q(referred_by=user) | Q(started_by=user))
    asks += followed(own, user)
    links = [("Refer somebody", reverse("referrals:refer"))]
    return Section("Your referrals", asks, "You have not sent one.", reverse("referrals:list_own_referrals"), links)


def of_own_agency(user: User) -> Section:
    """What others have sent for an agency whose safeguarding lead this person is, until it is decided."""
    agencies = user.posts.agencies(PostKind.SAFEGUARDING_LEAD)
    others = Referral.objects.filter(for_agency__in=agencies, stage__in=LIVE_REFERRAL).exclude(referred_by=user)
    return Section(
        "What others have sent for your agency",
        followed(others, user),
        "Nothing of theirs is open.",
        reverse("referrals:list_own_referrals"),
    )


def followed(among: QuerySet, user: User) -> list[Ask]:
    """The newest referrals that somebody follows, and of these first where something is asked."""
    found = among.permitted(user, "referrals.follow_referral")
    newest = list(found.select_related("referred_by").order_by("-pk")[: SHOWN + 1])
    prefetch_related_objects(newest, "questions", "withdrawals")
    newest.sort(key=lambda referral: not open_questions(referral))
    return [
        Ask(
            f"Referral {referral.reference}",
            reverse("referrals:follow_referral", args=[referral.reference]),
            f"{how_sent(referral, user)} on {day(referral.submitted_at)}. {words_of_standing(referral, user)}",
        )
        for referral in newest
    ]


def how_sent(referral: Referral, user: User) -> str:
    return "Sent" if referral.referred_by == user else f"Sent by {referral.referred_by}"


def words_of_standing(referral: Referral, user: User) -> str:
    standing = standing_of(referral)
    if standing == Standing.DECIDED:
        return "Decided: read what you are told"
    return standing.words(is_own=referral.referred_by == user)


def board_reports(user: User) -> Section:
    areas = Area.objects.permitted(user, "reports.view_board_report")
    asks = [Ask(f"Board report of {area}", reverse("reports:board_report", args=[area.slug])) for area in areas]
    return Section("Reports", asks, "There is none.")


def posts_to_confirm(user: User) -> Section:
    waiting = Post.objects.permitted(user, "accounts.keep_post").filter(confirmed_at=None, withdrawn_at=None)
    asks = [
        Ask(f"Confirm a post: {post}", reverse("accounts:confirm_post", args=[post.reference]), str(post.user))
        for post in waiting.exclude(given_by=user).select_related("user", "agency", "area", "panel")[: SHOWN + 1]
    ]
    links = [
        (f"Agencies, people and posts of {area}", area.get_absolute_url())
        for area in Area.objects.permitted(user, "accounts.keep_area")
    ]
    return Section("Posts to confirm", asks, "No post waits for you.", links=links)


def settings_to_confirm(user: User) -> Section:
    areas = Area.objects.permitted(user, "accounts.keep_area")
    asks = [
        Ask(
            f"Confirm: {decision}",
            decision.confirm_url,
            f"{decision.area}, decided by {decision.decided_by} on {day(decision.decided_at)}",
        )
        for policy in policies()
        if issubclass(policy, DecidedByTwo)
        for decision in policy.objects.waiting()
        .filter(area__in=areas)
        .exclude(decided_by=user)
        .select_related(*policy.fetch_with)[: SHOWN + 1]
    ]
    links = [(f"Settings of {area}", reverse("reference:area_settings", args=[area.slug])) for area in areas]
    return Section("Settings to confirm", asks, "No decision waits for you.", links=links)


SECTIONS: tuple[tuple[tuple[str, ...], Callable[[User], Section]], ...] = (
    ((PostKind.COORDINATOR, PostKind.ORGANISER), conferences_to_call),
    ((PostKind.FRONT_DOOR,), to_receive),
    ((PostKind.COORDINATOR,), to_triage),
    (HANDLES_CASES, to_help_now),
    (
        (PostKind.CHAIR, PostKind.DEPUTY, PostKind.GATEWAY_SUPERVISOR, PostKind.FRONT_DOOR, PostKind.SAFEGUARDING_LEAD),
        to_confirm,
    ),
    ((PostKind.COORDINATOR, PostKind.FRONT_DOOR), from_referrers),
    ((PostKind.COORDINATOR, PostKind.FRONT_DOOR), from_outside),
    (GATEWAY, gateway_to_answer),
    ((PostKind.COORDINATOR, *GATEWAY), holds),
    ((PostKind.COORDINATOR,), cases_to_move),
    ((*GATEWAY, PostKind.REPRESENTATIVE), section36_to_decide),
    (HANDLES_CASES, actions_to_do),
    ((PostKind.COORDINATOR, PostKind.ORGANISER, PostKind.CHAIR, PostKind.DEPUTY, *HANDLES_CASES), meetings),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), overdue_in_area),
    ((PostKind.SAFEGUARDING_LEAD,), of_own_agency),
    ((PostKind.OFFICER, PostKind.SAFEGUARDING_LEAD, PostKind.REPRESENTATIVE), to_refer),
    ((PostKind.BOARD_MEMBER, PostKind.GOVERNANCE_LEAD, PostKind.COORDINATOR, PostKind.CHAIR), board_reports),
    ((PostKind.ADMINISTRATOR,), posts_to_confirm),
    ((PostKind.ADMINISTRATOR,), settings_to_confirm),
)
