"""What a page promised would be asked again, looked at again or put before a panel, and by which day."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from cases.models import (
    BeingTold,
    Case,
    Consent,
    Dispute,
    Letter,
    LetterTo,
    OwnerCover,
    Stage,
    SupportPlan,
    ToldWhom,
    receipts_to_write_anew,
)
from cases.permissions.case import CHAIRS
from home.asked.casework import SOON, of_adults, surely_adult_on
from home.sections import Ask, FromRecords, Section, day, day_of_year
from panels.judgements import Judgement
from panels.models import AgendaItem, Decision, Meeting, waiting_deferrals
from prevent_cases import clock
from prevent_cases.access import not_shut
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from referrals.models import Hold

# Of what is under a case, the lookup of whom it is about.
PERSON = "case__individual"


def not_told_yet(user: User) -> QuerySet:
    """Who was not told, where it was said that this is asked again by now, and nothing was recorded of them since.

    Of a parent it is asked no more once the person is 18; of what was said before its case ended, not after that; of
    the person not where nothing follows, as after their death.
    """
    since = BeingTold.objects.standing().filter(case=OuterRef("case"), whom=OuterRef("whom"), pk__gt=OuterRef("pk"))
    due = (
        BeingTold.objects.standing()
        .annotate(surely_on=surely_adult_on(PERSON))
        .filter(
            Q(case__ended_at=None) | Q(recorded_at__gte=F("case__ended_at")),
            not_shut(user, BeingTold),
            ~Exists(since),
            told=False,
            ask_again_on__lte=clock.today(),
            case__area__in=user.posts.areas(PostKind.COORDINATOR),
        )
    )
    disputed = Exists(Dispute.objects.filter(being_told=OuterRef("pk")))
    return (
        due.exclude(of_adults(PERSON), whom=ToldWhom.PARENT)
        .exclude(case__nothing_follows=True, whom=ToldWhom.PERSON)
        .annotate(is_disputed=disputed)
        .select_related("case")
        .order_by("ask_again_on", "pk")
    )


def not_answered_yet(user: User) -> QuerySet:
    """By which support was last asked about, where it was to be asked again by now, and nobody has answered since.

    Whoever knows that nothing is to be done about somebody for now is not told to ask them.
    """
    held = Hold.objects.permitted(user, "referrals.view_hold").over_whom()
    awaited = Consent.objects.awaited()
    since = Q(answered_on__gt=OuterRef("answered_on")) | Q(answered_on=OuterRef("answered_on"), pk__gt=OuterRef("pk"))
    due = awaited.filter(
        ~Exists(awaited.filter(since, case=OuterRef("case"))),
        not_shut(user, Consent),
        ~Q(case__individual__in=held),
        ask_again_on__lte=clock.today(),
        case__area__in=user.posts.areas(PostKind.COORDINATOR),
    )
    disputed = Exists(Dispute.objects.filter(consent=OuterRef("pk")))
    return due.annotate(is_disputed=disputed).select_related("case").order_by("ask_again_on", "pk")


def to_be_answered(user: User, lines: list[Consent]) -> Section | None:
    asks = [
        Ask(
            f"Ask again about support: case {each.case.reference}",
            each.get_absolute_url(),
            f"{each.get_answered_by_display()} was asked on {day_of_year(each.answered_on)}"
            f"{', disputed' if each.is_disputed else ''}. To be asked again on {day_of_year(each.ask_again_on)}",
        )
        for each in lines
    ]
    return Section("Asked about support, and not answered", asks, "") if asks else None


def receipts_overtaken(user: User) -> QuerySet:
    """Receipts that do not say what whoever got them has disputed since; to a parent only until the person is 18."""
    overtaken = receipts_to_write_anew().annotate(surely_on=surely_adult_on(PERSON))
    of_areas = overtaken.filter(not_shut(user, Letter), case__area__in=user.posts.areas(PostKind.COORDINATOR))
    of_areas = of_areas.exclude(case__nothing_follows=True, to_whom=LetterTo.PERSON)
    return of_areas.exclude(of_adults(PERSON), to_whom=LetterTo.PARENT).select_related("case").order_by("pk")


def receipts_to_write(user: User, letters: list[Letter]) -> Section | None:
    asks = [
        Ask(
            f"Write {each.get_to_whom_display().lower()} a new receipt: case {each.case.reference}",
            reverse("cases:write_letter", args=[each.case.reference]),
            f"That of {day(each.asked_at)} does not say what they disputed since, or what was answered",
        )
        for each in letters
    ]
    return Section("Receipts to write anew", asks, "") if asks else None


def to_be_told(user: User, records: list[BeingTold]) -> Section | None:
    asks = [
        Ask(
            f"Can {each.get_whom_display().lower()} be told now? Case {each.case.reference}",
            reverse("cases:record_being_told", args=[each.case.reference]),
            f"Not told on {day_of_year(each.on)}{', disputed' if each.is_disputed else ''}. "
            f"To be asked again on {day_of_year(each.ask_again_on)}",
        )
        for each in records
    ]
    return Section("Who has not been told", asks, "") if asks else None


def due_to_be_looked_at(user: User) -> QuerySet:
    """Cases with a plan of support whose day has come, for whoever lists them and whoever makes a plan.

    It stands until the plan is made anew, support ends, or the panel has decided that it goes on, and until when.
    """
    of_case = SupportPlan.objects.standing().filter(case=OuterRef("pk")).order_by("-pk")
    # Before it was asked, panels named no day on which they look again.
    unnamed = Decision.objects.standing().filter(
        item__case=OuterRef("pk"), judgement=Judgement.REMAIN, looks_again_on=None
    )
    seen_at = unnamed.order_by("-decided_at").values("decided_at")[:1]
    return (
        coordinated_or_chaired(user)
        .filter(stage__in=(Stage.CONSENT_PENDING, Stage.ACTIVE))
        .annotate(
            review_on=Subquery(of_case.values("review_on")[:1]),
            seen_at=Subquery(seen_at),
            listed_for=Subquery(listed()),
        )
        .filter(review_on__lte=clock.today())
        .order_by("review_on", "pk")
    )


def plans_to_look_at(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Look at the support plan again: case {case.reference}",
            reverse("cases:support", args=[case.reference]),
            f"{due_to_look(case)}. {in_which_meeting(case)}",
            badge="Overdue" if case.review_on < clock.today() and not has_no_next_day(case) else "",
        )
        for case in cases
    ]
    return Section("Support plans to look at again", asks, "") if asks else None


def due_to_look(case: Case) -> str:
    if has_no_next_day(case):
        return f"On {day(case.seen_at)} the panel named no next day"
    return f"Due on {day_of_year(case.review_on)}"


def has_no_next_day(case: Case) -> bool:
    """Whether the panel has looked at the plan on its day or later: nobody is late, but no further day is set."""
    return case.seen_at is not None and clock.day_of(case.seen_at) >= case.review_on


def put_off(user: User) -> QuerySet:
    """Cases that somebody owns or stands in for, and that a panel has put off: until it decides again."""
    awaited = waiting_deferrals().filter(item__case=OuterRef("pk")).order_by("-pk")
    covers = OwnerCover.objects.current().filter(covered_by=user, away=OuterRef("owner"), area=OuterRef("area"))
    return (
        live_in_own_areas(user)
        .filter(Q(owner=user) | Exists(covers), pk__in=waiting_deferrals().values("item__case"))
        .annotate(awaited_by=Subquery(awaited.values("awaited_by")[:1]), listed_for=Subquery(listed()))
        .order_by("awaited_by", "pk")
    )


def awaited_by_panels(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"See to what the panel waits for: case {case.reference}",
            reverse("panels:case_meetings", args=[case.reference]),
            f"By {day_of_year(case.awaited_by)}. {in_which_meeting(case)}",
            badge="Overdue" if case.awaited_by < clock.today() else "",
        )
        for case in cases
    ]
    return Section("What panels wait for", asks, "") if asks else None


def on_no_agenda(user: User) -> QuerySet:
    """Cases that wait for their panel and are on no agenda of a meeting that it is still to hold.

    For whoever lists cases for it, with the meeting at which they do so.
    """
    to_come = Meeting.objects.filter(panel=OuterRef("panel"), started_at=None, starts_at__gte=clock.start_of_today())
    first = to_come.order_by("starts_at")
    return (
        live_in_own_areas(user, PostKind.COORDINATOR, PostKind.ORGANISER)
        .filter(~Exists(listed()), stage=Stage.AWAITING_PANEL, reassess_on=None)
        .annotate(
            next_meeting=Subquery(first.values("starts_at")[:1]), listed_at=Subquery(first.values("reference")[:1])
        )
        .select_related("panel")
        .order_by("pk")
    )


def without_meeting(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Waits for {case.panel.name}: case {case.reference}",
            *(
                (
                    reverse("panels:view_meeting", args=[case.listed_at]),
                    f"Not on the agenda of the meeting on {day(case.next_meeting)}: list it there",
                )
                if case.next_meeting
                else (
                    reverse("panels:case_meetings", args=[case.reference]) + "#urgent",
                    "That panel has no meeting planned. If it cannot wait, ask for an urgent conference",
                )
            ),
        )
        for case in cases
    ]
    return Section("Cases without a meeting", asks, "", reverse("panels:list_meetings")) if asks else None


def due_to_be_assessed_anew(user: User) -> QuerySet:
    """Where panels withdrew support: from two weeks before the day until one has decided how it goes on."""
    decided = Decision.objects.standing().filter(
        item__case=OuterRef("pk"), decided_at__date__gte=OuterRef("reassess_on")
    )
    return (
        coordinated_or_chaired(user)
        .filter(~Exists(decided), reassess_on__lte=clock.today() + SOON)
        .annotate(listed_for=Subquery(listed()))
        .order_by("reassess_on", "pk")
    )


def to_assess_anew(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Assess anew, as support is withdrawn: case {case.reference}",
            reverse("panels:case_meetings", args=[case.reference]),
            f"From {day_of_year(case.reassess_on)}. {in_which_meeting(case)}",
            badge="Overdue" if case.reassess_on < clock.today() and not case.listed_for else "",
        )
        for case in cases
    ]
    return Section("To be assessed anew by a panel", asks, "") if asks else None


def live_in_own_areas(user: User, *kinds: PostKind) -> QuerySet:
    areas = user.posts.areas(*(kinds or (PostKind.COORDINATOR,)))
    return Case.objects.filter(not_shut(user, Case), area__in=areas, ended_at=None)


def coordinated_or_chaired(user: User) -> QuerySet:
    chaired = Case.objects.filter(not_shut(user, Case), panel__in=user.posts.panels(*CHAIRS), ended_at=None)
    return live_in_own_areas(user) | chaired


def listed() -> QuerySet:
    """When a case of an outer query is taken next: at a meeting of its own panel that has not been held."""
    not_held = Q(meeting__starts_at__gte=clock.start_of_today()) | Q(meeting__started_at__isnull=False)
    items = AgendaItem.objects.filter(
        not_held, case=OuterRef("pk"), meeting__panel=OuterRef("panel"), meeting__ended_at=None, decision=None
    )
    return items.order_by("meeting__starts_at").values("meeting__starts_at")[:1]


def in_which_meeting(case: Case) -> str:
    return f"Listed for the meeting on {day(case.listed_for)}" if case.listed_for else "Listed for no meeting"


RECEIPTS = FromRecords(receipts_overtaken, receipts_to_write)
NOT_TOLD_YET = FromRecords(not_told_yet, to_be_told)
NOT_ANSWERED_YET = FromRecords(not_answered_yet, to_be_answered)
PLANS_TO_LOOK_AT = FromRecords(due_to_be_looked_at, plans_to_look_at)
ASSESSED_ANEW = FromRecords(due_to_be_assessed_anew, to_assess_anew)
PUT_OFF = FromRecords(put_off, awaited_by_panels)
WITHOUT_MEETING = FromRecords(on_no_agenda, without_meeting)
