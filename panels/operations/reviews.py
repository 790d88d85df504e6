"""Looking back on a case after support has ended."""

from cases.models import Case
from panels import permissions  # noqa: F401
from panels.models import AgendaItem, Review, first_not_held, next_review, obstacle_to_review, obstacle_to_review_error
from panels.operations.meetings import list_at_next_meeting
from panels.operations.minutes import ask_for_minutes_anew
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("panels.decide_item", unless=obstacle_to_review)
def record_review(
    item: AgendaItem, *, by: User, from_partners: str, is_concern: bool, reason: str, what_follows: str = ""
) -> Review:
    """Review recorded. The next one follows from the day on which support ended.

    It is the first that has not been held, however late. The case stays as it ended: where there is concern, what
    follows says who refers the person anew.
    """
    if is_concern and not what_follows:
        raise Refused("Say what follows, and who sees to it.", field="what_follows")
    case, held = item.case, next_review(item.case)
    review = Review.objects.create(
        item=item,
        case=case,
        months=held.months,
        from_partners=from_partners,
        is_concern=is_concern,
        reason=reason,
        what_follows=what_follows if is_concern else "",
        reviewed_by=by,
        reviewed_at=clock.now(),
    )
    case.change(review_after_support_on=first_not_held(case))
    return review


@operation("panels.decide_item", unless=obstacle_to_review_error)
def record_review_in_error(item: AgendaItem, *, by: User, review: Review, reason: str) -> None:
    """Review recorded in error. It stays and says so, and the panel looks back anew.

    Its day is due again; it is on the agenda of the next meeting, or recorded here while this one goes on. Not where
    nothing follows, which may not have been asked yet when it was held.
    """
    if review.item_id != item.pk or review.in_error_at:
        raise Refused("Choose a review that was held here.", field="review")
    case = Case.objects.select_for_update(no_key=True).get(pk=item.case_id)
    review.say_in_error(by, reason)
    case.change(review_after_support_on=first_not_held(case))
    if case.review_after_support_on:
        list_at_next_meeting(case, by=by)
    ask_for_minutes_anew(item, by=by)
