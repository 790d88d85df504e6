"""What a panel is asked to do when somebody has answered about support."""

import cases.operations
from cases.models import Case, Consent, Stage
from panels.operations.meetings import list_at_next_meeting, put_on_next_agenda
from prevent_cases.accounts.models import User
from prevent_cases.operations import operation


@operation("cases.record_consent", unless=Case.obstacle_to_consent)
def record_consent(case: Case, *, by: User, **answered) -> Consent:
    """Answer about support recorded.

    Where it is not given or not any more, the case is on the next agenda, to be assessed anew (section 36(4)(e)).
    ``answered`` is what :func:`cases.operations.record_consent` takes.
    """
    consent = cases.operations.record_consent(case, by=by, **answered)
    if case.stage == Stage.AWAITING_PANEL:
        put_on_next_agenda(case, by=by)
    return consent


@operation("cases.record_withdrawal", unless=Case.obstacle_to_consent)
def record_withdrawal(case: Case, *, by: User, **answered) -> Consent:
    """Recorded that support is not agreed to, or not any more. The panel looks again.

    The case is on the next agenda, as after any such answer: who records it here need not run agendas.
    ``answered`` is what :func:`cases.operations.record_withdrawal` takes.
    """
    consent = cases.operations.record_withdrawal(case, by=by, **answered)
    list_at_next_meeting(case, by=by)
    return consent
