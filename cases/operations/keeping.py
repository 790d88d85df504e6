"""Legal holds on a case, and the review that keeps one that is still needed."""

from datetime import date

from cases import permissions  # noqa: F401
from cases.models import Case, LegalHold, LegalHoldReview, RetentionReview
from cases.models.keeping import obstacle_to_keeping
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.place_legal_hold")
def place_legal_hold(case: Case, *, by: User, matter: str, reason: str, review_on: date) -> LegalHold:
    """Legal hold placed. Nothing of this case is let go of until it has ended; the work goes on as it would."""
    _ahead(review_on)
    if case.legal_holds.standing().filter(matter=matter).exists():
        raise Refused("There is a legal hold on this case for this matter already.", field="matter")
    return LegalHold.objects.create(
        case=case, matter=matter, reason=reason, review_on=review_on, placed_by=by, placed_at=clock.now()
    )


@operation("cases.review_legal_hold", unless=LegalHold.obstacle_to_change)
def review_legal_hold(hold: LegalHold, *, by: User, reason: str, review_on: date) -> None:
    """Legal hold looked at again, and kept."""
    _ahead(review_on)
    LegalHoldReview.objects.create(
        hold=hold, reason=reason, review_on=review_on, reviewed_by=by, reviewed_at=clock.now()
    )


@operation("cases.end_legal_hold", unless=LegalHold.obstacle_to_change)
def end_legal_hold(hold: LegalHold, *, by: User, reason: str) -> None:
    """Legal hold ended. Unless another stands, it is looked at again whether the case is still needed."""
    hold.change(ended_by=by, ended_at=clock.now(), ended_because=reason)


@operation("cases.keep_case", unless=obstacle_to_keeping)
def keep_case(case: Case, *, by: User, reason: str, review_on: date) -> None:
    """Case kept, as it is still needed. Whether it is, is looked at again on the day that was said."""
    _ahead(review_on)
    RetentionReview.objects.create(
        case=case, reason=reason, review_on=review_on, reviewed_by=by, reviewed_at=clock.now()
    )
    case.change(retention_review_on=review_on)


def _ahead(review_on: date) -> None:
    if review_on <= clock.today():
        raise Refused("Choose a day to come.", field="review_on")
