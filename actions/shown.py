"""The actions of one case, as its page shows them and its endpoint says them."""

from actions.known import with_disputes
from actions.models import Action
from cases.models import Case
from prevent_cases.accounts.models import User


def actions_of(case: Case, user: User) -> list[Action]:
    """What is to do first, soonest due."""
    found = Action.objects.permitted(user, "actions.view_action").filter(case=case)
    found = found.select_related("agency", "done_by", "in_error_by").order_by("done_at", "due_on")
    actions = with_disputes(found, user)
    for action in actions:
        action.case = case
    return actions
