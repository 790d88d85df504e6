"""What panels have to say where a section 36 decision was recorded in error."""

from cases.models import Case, Section36Decision
from panels.models import Decision
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


def obstacle_to_section36_error(case: Case) -> str:
    if case.section36_decisions.not_sent_back().on_carried().exists():
        return case.obstacle_to_change()
    return "There is no section 36 decision here that stands, or waits to be signed."


@operation("cases.decide_section36", unless=obstacle_to_section36_error)
def record_section36_in_error(case: Case, *, by: User, decision: Section36Decision, reason: str) -> None:
    """Section 36 decision recorded in error. It stays and says so, and is asked for anew.

    Also one that waits for a second signature: nobody may be there to give it. Not where a panel acting as Channel has
    decided on the strength of it, which it may after no other (section 36(3)).
    """
    if decision.case_id != case.pk or decision.in_error_at or decision.is_sent_back:
        raise Refused("Choose a decision of this case that stands, or waits to be signed.", field="decision")
    others = case.section36_decisions.standing().on_carried().filter(reasonable_grounds=True).exclude(pk=decision.pk)
    decided = Decision.objects.standing().filter(item__case=case, item__meeting__panel__acts_as_channel=True)
    if decision.reasonable_grounds and decided.exists() and not others.exists():
        raise Refused(
            "The panel has decided on the strength of it. Where there are no grounds, the panel ends the case.",
            field="decision",
        )
    decision.say_in_error(by, reason)
    case.change(awaits_section36=case.is_due_section36)
