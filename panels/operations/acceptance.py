"""Accepting a referral: it spans referrals, cases and panels, so it lives in the highest."""

import cases.operations
import referrals.operations
from cases.models import Case
from panels.operations.meetings import put_on_next_agenda
from prevent_cases.accounts.models import Panel, User
from prevent_cases.operations import operation
from referrals.models import Referral
from referrals.models.second_reading import obstacle_to_going_further


@operation("referrals.triage_referral", unless=obstacle_to_going_further)
def accept_referral(
    referral: Referral, *, by: User, panel: Panel, rationale: str, words_for_referrer: str, panel_reason: str = ""
) -> Case:
    """Referral accepted, and its case opened.

    The case is taken at the next meeting of ``panel``; the referrer is told in the words the coordinator released.
    """
    referrals.operations.record_acceptance(
        referral,
        by=by,
        panel=panel,
        rationale=rationale,
        words_for_referrer=words_for_referrer,
        panel_reason=panel_reason,
    )
    case = cases.operations.open_case(referral, by=by, panel=panel)
    put_on_next_agenda(case, by=by)
    return case
