"""What is asked so that cases move on: the section 36 decision, its second signature, and consent."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from cases.models import TO_MOVE_ON, Case, CaseReferral, Due, OwnerCover
from home.sections import Ask, FromRecords, Section, day, deadlines_in
from prevent_cases.accounts.models import User

# A decision that is made and does not count yet: its day runs all the same.
WAITS = "Section 36 decision waits for a second signature"
ENDS = "The case ends with it, unless another referral of it has grounds or is still to be decided"


def to_move_on(user: User) -> QuerySet:
    """One's own and those one stands in for, and then the others'."""
    covers = OwnerCover.objects.current().filter(covered_by=user, away=OuterRef("owner"), area=OuterRef("area"))
    asked = CaseReferral.objects.filter(case=OuterRef("pk"))
    return (
        Case.objects.permitted(user, "cases.view_case")
        .filter(TO_MOVE_ON)
        .annotate(
            stands_in=Exists(covers),
            is_own=Q(owner=user) | Exists(covers),
            asked_at=Subquery(asked.undecided().with_asked_at().order_by("asked_at").values("asked_at")[:1]),
            # By its key: asked whether there is one, PostgreSQL would read all live cases for it.
            to_decide=Subquery(asked.to_decide().values("pk")[:1]),
        )
        .select_related("owner", "area")
        .order_by("-is_own", "pk")
    )


def cases_to_move(user: User, cases: list[Case]) -> Section:
    deadlines = deadlines_in(user, {case.area for case in cases if case.asked_at})
    due = {case.pk: deadlines.section36(case.area, case.asked_at) for case in cases if case.asked_at}
    asks = [
        Ask(
            f"{what_it_waits_for(case)}: case {case.reference}",
            case.get_absolute_url(),
            f"{whose(case)}. Open since {day(case.opened_at)}"
            + (f". Decision {due[case.pk].words}" if case.pk in due else ""),
            badge="Overdue" if case.pk in due and due[case.pk].is_late else "",
        )
        for case in cases
    ]
    return Section("Cases to move on", asks, "No case waits for you.", reverse("cases:list_cases"))


def what_it_waits_for(case: Case) -> str:
    if not case.awaits_section36:
        return "Ask for consent to support"
    return "Section 36 decision outstanding" if case.to_decide else WAITS


def whose(case: Case) -> str:
    if case.stands_in:
        return f"Yours to see to, for {case.owner}"
    return "Yours to see to" if case.is_own else f"Owned by {case.owner}"


def undecided_under_section36(user: User) -> QuerySet:
    """What somebody decides and, of what others have decided, that it waits; what they sign is asked of them below."""
    cases = Case.objects.permitted(user, "cases.decide_section36").filter(awaits_section36=True)
    signs = Case.objects.permitted(user, "cases.sign_section36")
    due = CaseReferral.objects.undecided().filter(case__in=cases.values("pk"))
    due = due.exclude(made_at__isnull=False, case__in=signs.values("pk"))
    return due.with_asked_at().select_related("case__area", "referral__for_agency").order_by("asked_at", "pk")


def section36_to_decide(user: User, due: list[CaseReferral]) -> Section:
    asks = [
        Ask(
            f"{WAITS if carried.made_at else 'Decide under section 36'}: referral {carried.referral.reference}",
            carried.case.get_absolute_url(),
            f"Case {carried.case.reference}, which it joined on {day(carried.joined_at)}. Decision {by.words}",
            badge="Overdue" if by.is_late else "",
        )
        for by, carried in first_due_first(user, due)
    ]
    return Section("Section 36 decisions", asks, "No decision waits for you.", reverse("cases:list_cases"))


def to_sign_under_section36(user: User) -> QuerySet:
    cases = Case.objects.permitted(user, "cases.sign_section36")
    made = CaseReferral.objects.undecided().filter(made_at__isnull=False, case__in=cases.values("pk"))
    return made.with_asked_at().select_related("case__area").order_by("asked_at", "pk")


def section36_to_sign(user: User, made: list[CaseReferral]) -> Section | None:
    asks = [
        Ask(
            f"Sign the section 36 decision: case {carried.case.reference}",
            reverse("cases:sign_section36", args=[carried.case.reference]),
            f"Made on {day(carried.made_at)}. {ENDS}. Decision {by.words}",
            badge="Overdue" if by.is_late else "",
        )
        for by, carried in first_due_first(user, made)
    ]
    return Section("Section 36 decisions to sign", asks, "") if asks else None


def first_due_first(user: User, asked: list[CaseReferral]) -> list[tuple[Due, CaseReferral]]:
    deadlines = deadlines_in(user, {carried.case.area for carried in asked})
    due = [(deadlines.section36(carried.case.area, carried.asked_at), carried) for carried in asked]
    return sorted(due, key=lambda each: each[0].on)


CASES_TO_MOVE = FromRecords(to_move_on, cases_to_move)
SECTION_36_TO_DECIDE = FromRecords(undecided_under_section36, section36_to_decide, by_working_days=True)
SECTION_36_TO_SIGN = FromRecords(to_sign_under_section36, section36_to_sign, by_working_days=True)
