"""Looking back on a case after support has ended."""

from panels import permissions  # noqa: F401
from panels.models import AgendaItem, Review, next_review, obstacle_to_review
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
    return Review.objects.create(
        item=item,
        case=item.case,
        months=next_review(item.case).months,
        from_partners=from_partners,
        is_concern=is_concern,
        reason=reason,
        what_follows=what_follows if is_concern else "",
        reviewed_by=by,
        reviewed_at=clock.now(),
    )
