"""Keeping the reasons of an area's own for which its cases end."""

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import AreaEndReason, end_reasons
from prevent_cases.reference.models.retention import ENDED


@operation("accounts.keep_area")
def add_end_reason(area: Area, *, by: User, name: str, ends: list[str], nothing_follows: bool = False) -> AreaEndReason:
    """Reason for which cases end added. It can be named where a case ends in one of these ways.

    Where ``nothing_follows`` nobody is there whom to plan for, to assess or to look back on.
    """
    if not ends or not set(ends) <= set(ENDED):
        raise Refused("Choose in which ways a case can end for it.", field="ends")
    if name in dict(end_reasons(area.pk, *ENDED)).values():
        raise Refused("There is a reason of this name here.", field="name")
    return AreaEndReason.objects.create(
        area=area, name=name, ends=ends, nothing_follows=nothing_follows, added_by=by, added_at=clock.now()
    )


@operation("reference.keep_areaendreason", unless=AreaEndReason.obstacle_to_retiring)
def retire_end_reason(reason: AreaEndReason, *, by: User) -> None:
    """Reason for which cases end retired. It is named in nothing new; cases that ended for it go on saying it."""
    reason.change(retired_by=by, retired_at=clock.now())
