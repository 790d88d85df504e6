"""What is asked about what people dispute of a case and of its actions."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from actions.models import ActionDispute
from cases.models import Dispute
from home.sections import Ask, FromRecords, Section
from prevent_cases.accounts.models import User


def disputes_to_answer(user: User) -> QuerySet:
    """What is disputed of a case, the first to be answered first."""
    disputed = Dispute.objects.permitted(user, "cases.answer_dispute").to_answer()
    return disputed.select_related("case").order_by("due_on", "pk")


def disputed_in_cases(user: User, disputed: list[Dispute]) -> Section | None:
    asks = [
        Ask(
            f"Answer what is disputed: case {each.case.reference}",
            each.get_answer_url(),
            f"To be answered by {date_format(each.due_on, 'j F')}",
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
            f"To be answered by {date_format(each.due_on, 'j F')}",
            badge="Overdue" if each.is_overdue else "",
        )
        for each in disputed
    ]
    return Section("Disputed of actions", asks, "") if asks else None


DISPUTED_ACTIONS = FromRecords(action_disputes_to_answer, disputed_actions)
DISPUTED_IN_CASES = FromRecords(disputes_to_answer, disputed_in_cases)
