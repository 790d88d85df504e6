"""What is asked about what people dispute of a case and of its actions, and who is to be told what was put right."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from actions.models import ActionDispute
from cases.models import Dispute, OwnerCover, owner_coordinates
from home.sections import Ask, FromRecords, Section, day, day_of_year
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from reports.models import Correction


def disputes_to_answer(user: User) -> QuerySet:
    """What is disputed of a case, the first to be answered first."""
    disputed = Dispute.objects.permitted(user, "cases.answer_dispute").to_answer()
    return disputed.select_related("case").order_by("due_on", "pk")


def disputed_in_cases(user: User, disputed: list[Dispute]) -> Section | None:
    asks = [
        Ask(
            f"Answer what is disputed: case {each.case.reference} ({each.reference})",
            each.get_answer_url(),
            f"To be answered by {day_of_year(each.due_on)}",
            badge="Overdue" if each.is_overdue else "",
        )
        for each in disputed
    ]
    return Section("Disputed in a case", asks, "") if asks else None


def action_disputes_to_answer(user: User) -> QuerySet:
    """What is disputed of actions, the first to be answered first."""
    disputed = ActionDispute.objects.permitted(user, "actions.answer_action_dispute").to_answer()
    return disputed.select_related("action__case").order_by("due_on", "pk")


def disputed_actions(user: User, disputed: list[ActionDispute]) -> Section | None:
    asks = [
        Ask(
            f"Answer what is disputed of action {each.action.reference}: case {each.action.case.reference}",
            reverse("panels:answer_action_dispute", args=[each.reference]),
            f"To be answered by {day_of_year(each.due_on)}",
            badge="Overdue" if each.is_overdue else "",
        )
        for each in disputed
    ]
    return Section("Disputed of actions", asks, "") if asks else None


def one_to_tell_of_each(user: User) -> QuerySet:
    """The first thing that was put right, and somebody is to be told of, in each case that somebody owns or stands in
    for, or whose owner has left.
    """
    covers = OwnerCover.objects.current().filter(
        covered_by=user, away=OuterRef("case__owner"), area=OuterRef("case__area")
    )
    own = Q(case__owner=user) | Exists(covers) | ~owner_coordinates("case__")
    to_tell = Correction.objects.permitted(user, "reports.tell_correction").to_tell()
    coordinated = to_tell.filter(own, case__area__in=user.posts.areas(PostKind.COORDINATOR))
    return coordinated.select_related("case").order_by("case", "pk").distinct("case")


def corrections_to_tell(user: User, corrections: list[Correction]) -> Section | None:
    asks = [
        Ask(
            f"Tell others what was put right: case {each.case.reference}",
            each.get_absolute_url(),
            f"They had been given it, or may have been. Put right on {day(each.found_at)}",
        )
        for each in corrections
    ]
    return Section("Who is to be told what was put right", asks, "") if asks else None


CORRECTIONS = FromRecords(one_to_tell_of_each, corrections_to_tell)
DISPUTED_ACTIONS = FromRecords(action_disputes_to_answer, disputed_actions)
DISPUTED_IN_CASES = FromRecords(disputes_to_answer, disputed_in_cases)
