"""What somebody answered about support."""

from datetime import date

import referrals.operations
from cases.models import Case, Consent, ConsentAnswer, Stage
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.record_consent", unless=Case.obstacle_to_consent)
def record_consent(
    case: Case, *, by: User, answer: str, answered_by: str, how: str, answered_on: date, what_was_explained: str
) -> Consent:
    """Answer about support recorded.

    Given, support may start. Refused or withdrawn, support stops and the case goes back to its panel, to be assessed
    anew (section 36(4)(e)); neither is ever an indicator of anything.
    """
    given = answer == ConsentAnswer.GIVEN
    if given:  # Support would start. That somebody does not want it is recorded at any time.
        referrals.operations.refuse_if_held(case.individual, by=by)
    if answered_on > clock.today():
        raise Refused("The day of the answer cannot be in the future.", field="answered_on")
    if (case.stage == Stage.ACTIVE) != (answer == ConsentAnswer.WITHDRAWN):
        words = (
            "It was given already." if case.stage == Stage.ACTIVE else "It has not been given, so it is not withdrawn."
        )
        raise Refused(words, field="answer")
    consent = Consent.objects.create(
        case=case,
        answer=answer,
        answered_by=answered_by,
        how=how,
        answered_on=answered_on,
        what_was_explained=what_was_explained,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    case.become(Stage.ACTIVE if given else Stage.AWAITING_PANEL, consent_given_on=answered_on if given else None)
    return consent
