"""What is asked about cases: owners, decisions, meetings and actions."""

from datetime import date, timedelta

from django.db.models import (
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from actions.models import Action
from cases.models import (
    BrokenGlass,
    Case,
    Consent,
    ConsentAnswer,
    ConsentBy,
    LegalHold,
    OwnerCover,
    PanelOffer,
    RequestToSee,
    RetentionReview,
    Stage,
    owner_coordinates,
    panels_for_children,
    to_assess_anew,
    without_owner,
)
from cases.models.assessment import MonthsLater
from cases.models.keeping import keeping_to_review
from cases.permissions.shut import RESTRICTED_CASES
from home.sections import Ask, FromRecords, Section, day, day_of_year
from prevent_cases import clock
from prevent_cases.access import not_shut
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from prevent_cases.reference.models import ConsentPolicy
from referrals.models import ADULT_AT, birthday
from referrals.permissions.referral import RESTRICTION

SOON = timedelta(days=14)


# -- Whose cases ------------------------------------------------------------------------------------------------------


def one_of_each_to_hand_over(user: User) -> QuerySet:
    """One case of each owner who no longer coordinates where they own live cases."""
    left = without_owner(Case.objects.filter(not_shut(user, Case)))
    of_owner = left.filter(owner=OuterRef("owner"), area=OuterRef("area")).order_by().values("owner")
    one_of_each = left.filter(area__in=user.posts.areas(PostKind.COORDINATOR)).order_by().distinct("owner", "area")
    # Counted of those shown alone, and not of every case of theirs.
    found = Case.objects.filter(pk__in=one_of_each.values("pk"))
    counted = found.annotate(number=Subquery(of_owner.values(number=Count("pk"))))
    return counted.select_related("owner", "area").order_by("owner__name", "pk")


def cases_to_hand_over(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Hand over the cases of {case.owner}",
            reverse("cases:hand_over_cases", args=[case.area.slug]) + f"?owner={case.owner.reference}",
            f"Live cases: {case.number}. Their owner no longer coordinates here",
        )
        for case in cases
    ]
    return Section("Cases without an owner", asks, "") if asks else None


def due_to_be_assessed(user: User) -> QuerySet:
    """Where the area has asked to be reminded, those whose last assessment is the longest ago first."""
    return to_assess_anew(Case.objects.permitted(user, "cases.assess_case")).order_by("assessed_last", "pk")


def cases_to_assess(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Assess anew: case {case.reference}",
            reverse("cases:assessments", args=[case.reference]),
            f"Receives support; the last day that counts was {day_of_year(case.assessed_last)}",
        )
        for case in cases
    ]
    return Section("Cases to assess", asks, "") if asks else None


def of_those_near_18(user: User) -> QuerySet:
    """Live cases of those who turn 18 soon, or are 18 while their case is with a panel for children.

    A parent's agreement ends on the birthday, and the case goes to another panel: by an age alone, once they surely are
    18. Where support stands on such an agreement and nobody knows the birthday, that is asked until somebody does.
    """
    decided = ConsentPolicy.objects.in_force().filter(area=OuterRef("area")).values("before_eighteen")
    default = ConsentPolicy._meta.get_field("before_eighteen").default
    days = Coalesce(Subquery(decided), default, output_field=IntegerField())
    latest = ExpressionWrapper(Value(eighteen_years_before(clock.today())) + days, output_field=DateField())
    most = timedelta(days=ConsentPolicy.questions["before_eighteen"].most)
    by_another = Consent.objects.standing().filter(answer=ConsentAnswer.GIVEN).exclude(answered_by=ConsentBy.PERSON)
    stands_on_it = Exists(by_another.filter(case=OuterRef("pk"), answered_on=OuterRef("consent_given_on")))
    unknown = Q(individual__born_on=None, stage=Stage.ACTIVE) & Q(stands_on_it)
    offers = PanelOffer.objects.waiting().filter(case=OuterRef("pk"))
    return (
        Case.objects.filter(
            Q(individual__born_on=None) | Q(individual__born_on__lte=eighteen_years_before(clock.today() + most)),
            not_shut(user, Case),
            area__in=user.posts.areas(PostKind.COORDINATOR),
            ended_at=None,
        )
        .annotate(surely_on=surely_adult_on("individual"))
        .annotate(
            latest=latest,
            is_18=of_adults("individual"),
            moves=Exists(panels_for_children().filter(pk=OuterRef("panel"))),
            offered_to=Subquery(offers.values("to_panel__name")[:1]),
        )
        .filter(unknown | Q(is_18=False, individual__born_on__lte=F("latest")) | Q(is_18=True, moves=True))
        .select_related("individual")
        .order_by("individual__born_on", "pk")
    )


def turning_18(user: User, cases: list[Case]) -> Section | None:
    asks = [
        Ask(
            f"Birthday not known: case {case.reference}",
            reverse("cases:record_birthday", args=[case.reference]),
            "What a parent or guardian agreed to ends at 18. Ask when the person was born",
        )
        if case.individual.born_on is None and not (case.is_18 and case.moves)
        else Ask(
            f"{when_18(case)}: case {case.reference}",
            reverse("cases:offer_to_panel", args=[case.reference])
            if case.moves and not case.offered_to
            else case.get_absolute_url(),
            what_18_asks(case),
        )
        for case in cases
    ]
    return Section("Turning 18", asks, "") if asks else None


def when_18(case: Case) -> str:
    if case.individual.born_on is None:
        return f"18 by {day_of_year(case.surely_on)} at the latest, if the age that was given is right"
    return f"{'Turned' if case.is_18 else 'Turns'} 18 on {day_of_year(birthday(case.individual.born_on, ADULT_AT))}"


def what_18_asks(case: Case) -> str:
    agreement = "Support needs their own agreement" if case.is_18 else "From then on support needs their own agreement"
    if not case.moves:
        return agreement
    if case.offered_to:
        return f"{agreement}. Offered to {case.offered_to}, which has not answered"
    return f"{agreement}, and another panel takes the case on: offer it"


def surely_adult_on(individual: str) -> Coalesce:
    """By an age alone they are when they can be no younger, as ``Individual.adult_on`` says of one."""
    years_to_go = ADULT_AT - F(f"{individual}__age_given")
    return Coalesce(MonthsLater(f"{individual}__age_given_on", years_to_go * 12), Value(date.max))


def of_adults(individual: str) -> Q:
    """What is of a person who is 18, where it says since when they surely are (``surely_on``)."""
    born_by = eighteen_years_before(clock.today())
    return Q(**{f"{individual}__born_on__lte": born_by}) | Q(surely_on__lte=clock.today())


def eighteen_years_before(day: date) -> date:
    try:
        return day.replace(year=day.year - ADULT_AT)
    except ValueError:  # Nobody was born on 29 February of that year.
        return day.replace(year=day.year - ADULT_AT, day=28)


CASES_TO_HAND_OVER = FromRecords(one_of_each_to_hand_over, cases_to_hand_over)
CASES_TO_ASSESS = FromRecords(due_to_be_assessed, cases_to_assess)
TURNING_18 = FromRecords(of_those_near_18, turning_18)


# -- Seeing what one cannot see -------------------------------------------------------------------------------------


def asking_to_see(user: User) -> QuerySet:
    """Who asks to see the cases that somebody owns or stands in for, or whose owner has left."""
    covers = OwnerCover.objects.current().filter(
        covered_by=user, away=OuterRef("case__owner"), area=OuterRef("case__area")
    )
    asked = RequestToSee.objects.permitted(user, "cases.answer_request_to_see").waiting()
    nobodys = Q(~owner_coordinates("case__"), case__area__in=user.posts.areas(PostKind.COORDINATOR))
    own = asked.filter(Q(case__owner=user) | Exists(covers) | nobodys)
    return own.select_related("case", "asked_by", "agency").order_by("pk")


def requests_to_see(user: User, requests: list[RequestToSee]) -> Section | None:
    asks = [
        Ask(
            f"Answer {request.agency or request.asked_by}, who asks to see case {request.case.reference}",
            request.get_absolute_url(),
            f"Asked on {day(request.asked_at)}",
        )
        for request in requests
    ]
    return Section("Who asks to see your cases", asks, "") if asks else None


def asked_to_see(user: User) -> QuerySet:
    """What somebody has asked to see, until two weeks after the answer."""
    asked = RequestToSee.objects.permitted(user, "cases.view_requesttosee").filter(asked_by=user)
    lately = asked.filter(Q(answered_at=None) | Q(answered_at__gte=clock.start_of_today() - SOON))
    return lately.select_related("case").order_by("-pk")


def answers_about_seeing(user: User, requests: list[RequestToSee]) -> Section | None:
    asks = [
        Ask(
            f"You asked to see case {request.case.reference}",
            reverse("cases:ask_to_see", args=[request.case.reference]),
            in_answer(request),
        )
        for request in requests
    ]
    return Section("What you asked to see", asks, "") if asks else None


def in_answer(request: RequestToSee) -> str:
    if request.answered_at is None:
        return f"On {day(request.asked_at)}. Not answered yet"
    return f"{'You can see it now' if request.let_in else 'You cannot see it'}: {request.answer}"


def to_judge(user: User) -> QuerySet:
    waiting = BrokenGlass.objects.permitted(user, "cases.judge_broken_glass").to_judge()
    return waiting.select_related("case__area", "broken_by").order_by("judge_by", "pk")


def glasses_to_judge(user: User, glasses: list[BrokenGlass]) -> Section | None:
    asks = [
        Ask(
            f"Judge whether it was right to break the glass: case {glass.case.reference}",
            glass.get_absolute_url(),
            f"{glass.broken_by}, on {day(glass.broken_at)}. To be judged by {day_of_year(glass.judge_by)}",
            badge="Overdue" if glass.is_overdue else "",
        )
        for glass in glasses
    ]
    if not asks:
        return None
    # A chair to whom one was left is not shown the others.
    governs = user.posts.holds(PostKind.GOVERNANCE_LEAD)
    all_of_area = reverse("cases:broken_glasses", args=[glasses[0].case.area.slug]) if governs else ""
    return Section("Broken glasses to judge", asks, "", all_of_area)


def still_needed(user: User) -> QuerySet:
    """What ended so long ago, by the table of its area, that it is looked at whether it is still needed."""
    # Also those that are restricted: they are let go of like any other.
    open_to_them = not_shut(user, Case, (RESTRICTION,))
    due = Case.objects.filter(open_to_them, area__in=user.posts.areas(PostKind.GOVERNANCE_LEAD))
    others = RetentionReview.objects.to_sign().filter(case=OuterRef("pk")).exclude(reviewed_by=user)
    due = keeping_to_review(due, LegalHold.objects.standing())
    return due.annotate(to_sign=Exists(others)).order_by("retention_review_on", "pk")


def kept_by_one(user: User) -> QuerySet:
    """What the only one who governs information has decided to keep, and a chair signs."""
    governed = user.posts.areas(PostKind.GOVERNANCE_LEAD)
    cases = Case.objects.permitted(user, "cases.sign_keeping").exclude(area__in=governed)
    due = keeping_to_review(cases, LegalHold.objects.standing()).filter(keeping_waits=True)
    return due.annotate(to_sign=Value(True)).order_by("retention_review_on", "pk")


def cases_still_needed(user: User, cases: list[Case]) -> Section | None:
    restricted = set(user.posts.read_with[RESTRICTED_CASES])
    asks = [still_needed_or_not(case, is_restricted=case.pk in restricted) for case in cases]
    return Section("Keeping to be reviewed", asks, "", reverse("cases:list_cases") + "?keeping") if asks else None


def still_needed_or_not(case: Case, *, is_restricted: bool) -> Ask:
    """To decide, or to sign what somebody else has decided; of one's own decision, that it waits."""
    ended = f"{case.get_stage_display()} on {date_format(clock.day_of(case.ended_at), 'j F Y')}"
    hint = "Restricted: ask those named on it" if is_restricted else ended
    if case.to_sign:
        sign = reverse("cases:sign_keeping", args=[case.reference])
        return Ask(f"Sign that it is kept: case {case.reference}", sign, hint)
    hint = "Waits for a second signature" if case.keeping_waits else hint
    url = reverse("cases:keep_case", args=[case.reference]) if is_restricted else case.get_absolute_url()
    return Ask(f"Still needed? Case {case.reference}", url, hint)


def legal_holds_due(user: User) -> QuerySet:
    holds = LegalHold.objects.permitted(user, "cases.review_legal_hold").to_review()
    return holds.select_related("case").order_by("next_review_on", "pk")


def legal_holds_to_review(user: User, holds: list[LegalHold]) -> Section | None:
    asks = [
        Ask(
            f"Still needed? Legal hold on case {hold.case.reference}",
            hold.get_absolute_url(),
            f"{'Carried over from another case. ' if hold.carried_from_id else ''}"
            f"To be looked at by {date_format(hold.next_review_on, 'j F Y')}",
        )
        for hold in holds
    ]
    return Section("Legal holds to be reviewed", asks, "") if asks else None


KEEPING_TO_REVIEW = FromRecords(still_needed, cases_still_needed)
KEEPING_TO_SIGN = FromRecords(kept_by_one, cases_still_needed)
LEGAL_HOLDS_TO_REVIEW = FromRecords(legal_holds_due, legal_holds_to_review)
REQUESTS_TO_SEE = FromRecords(asking_to_see, requests_to_see)
ASKED_TO_SEE = FromRecords(asked_to_see, answers_about_seeing)
GLASSES_TO_JUDGE = FromRecords(to_judge, glasses_to_judge)


# -- Actions ----------------------------------------------------------------------------------------------------------


def to_do_by_agency(user: User) -> QuerySet:
    seen = Action.objects.permitted(user, "actions.view_action").filter(done_at=None).select_related("case")
    return seen.filter(agency__in=user.posts.agencies(*HANDLES_CASES)).order_by("due_on")


def actions_to_do(user: User, actions: list[Action]) -> Section:
    asks = [
        Ask(
            f"Action for case {action.case.reference}",
            action.get_absolute_url(),
            f"Due on {day_of_year(action.due_on)}",
            badge="Overdue" if action.is_overdue else "",
        )
        for action in actions
    ]
    return Section(
        "What your agency has agreed to do", asks, "There is nothing to do.", reverse("actions:list_actions")
    )


def not_done_in_time(user: User) -> QuerySet:
    areas = user.posts.areas(*OVERSEES_AREA)
    # Open to those of the area by their post: what is shut to them all the same is the only thing to ask.
    # Also of cases that have ended: what was agreed and not done is nobody's otherwise.
    of_area = Action.objects.filter(area__in=areas, done_at=None, due_on__lt=clock.today())
    return of_area.filter(not_shut(user, Action)).select_related("agency", "case").order_by("due_on")


def overdue_in_area(user: User, overdue: list[Action]) -> Section:
    asks = [
        Ask(
            f"Action for case {action.case.reference}",
            action.get_absolute_url(),
            f"{action.agency}, due on {day_of_year(action.due_on)}"
            + ("" if action.case.is_live else ". The case has ended: do it, or hand it over"),
            badge="Overdue",
        )
        for action in overdue
    ]
    return Section("Actions overdue", asks, "No action is overdue.", reverse("actions:list_actions"))


ACTIONS_TO_DO = FromRecords(to_do_by_agency, actions_to_do)
OVERDUE_IN_AREA = FromRecords(not_done_in_time, overdue_in_area)
