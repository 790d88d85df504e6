"""What administrators decide about the work of their area."""

from datetime import date

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import DecidedByTwo, Policy


@operation("accounts.keep_area")
def decide_policy(
    area: Area, *, by: User, policy: type[Policy], reason: str, starts_on: date | None = None, **values
) -> Policy:
    """Policy decided.

    ``values`` are fields of the policy; those not named stay as they are in force. One on who decides about a person,
    or on what protects them, waits until another administrator confirms it.
    """
    starts_on = starts_on or clock.today()
    if starts_on < clock.today():
        raise Refused(
            "A decision begins today or later: what was done until now was done as it stood.", field="starts_on"
        )
    decided = policy(
        area=area,
        starts_on=starts_on,
        decided_by=by,
        decided_at=clock.now(),
        reason=reason,
        **policy.of(area).values() | values,
    )
    if obstacle := decided.obstacle_to_deciding():
        raise obstacle if isinstance(obstacle, Refused) else Refused(obstacle)
    decided.save()
    return decided


@operation("accounts.keep_area")
def confirm_policy(area: Area, *, by: User, decision: DecidedByTwo) -> None:
    """Policy confirmed by a second administrator.

    ``decision`` is what they have read: meanwhile it may have been confirmed, or another may have taken its place.
    """
    if decision != type(decision).waiting_in(area):
        raise Refused("This decision does not wait any more. Read what is in force now.")
    if by == decision.decided_by:
        raise Refused("You decided this. Another administrator confirms it.")
    decision.change(confirmed_by=by, confirmed_at=clock.now())
