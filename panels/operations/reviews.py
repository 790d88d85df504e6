"""Looking back on a case after support has ended."""

from panels import permissions  # noqa: F401
from panels.models import AgendaItem, Review, next_review, obstacle_to_review, reviews_after
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
    following = (each.due_on for each in reviews_after(case) if each.months > held.months)
    case.change(review_after_support_on=next(following, None))
    return Review.objects.create(
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
