"""Making the plan of support, and revising it; and what is planned for afterwards."""

from datetime import date

from cases.models import EXIT_ITEMS, PLAN_ITEMS, Case, ExitPlan, SupportPlan
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation


@operation("cases.plan_support", unless=Case.obstacle_to_change)
def plan_support(
    case: Case, *, by: User, review_on: date | None, offered_on: date | None = None, **items: str
) -> SupportPlan:
    """Support planned.

    It says how agreement is asked for, which support is given, by whom, how and when, and when it is looked at next.
    ``items`` are :data:`PLAN_ITEMS`; section 36(5) asks for each of a panel that acts as Channel. ``offered_on`` is
    the day of the meeting that offers it; without one it revises the plan that counts, and was offered when that was.
    """
    for name in PLAN_ITEMS:
        if not items.get(name):
            asked = SupportPlan._meta.get_field(name).verbose_name
            raise Refused(f"Say {asked}.", field=name)
    _refuse_past(review_on, "review_on")
    if offered_on is None:
        revised = case.support_plans.that_counts().first()
        offered_on = revised.offered_on if revised else clock.today()
    return SupportPlan.objects.create(
        case=case, review_on=review_on, offered_on=offered_on, made_by=by, made_at=clock.now(), **items
    )


@operation("cases.plan_support", unless=Case.obstacle_to_change)
def continue_support(case: Case, *, by: User, looks_again_on: date | None) -> None:
    """Support goes on by its plan, which the panel looks at again on another day."""
    _refuse_past(looks_again_on, "looks_again_on")
    if (plan := case.support_plans.standing().last()) is None:
        raise Refused("Support goes on by a plan, and none was made here. Make one first.", field="judgement")
    plan.change(review_on=looks_again_on)


def _refuse_past(day: date | None, field: str) -> None:
    if day is None or day <= clock.today():
        raise Refused("Choose a day to come on which the panel looks at it next.", field=field)


@operation("cases.plan_exit", unless=Case.obstacle_to_exit_plan)
def plan_exit(case: Case, *, by: User, **items: str) -> ExitPlan:
    """Planned what comes after support: what goes on, whom the person turns to, and who has taken over.

    ``items`` are :data:`EXIT_ITEMS`.
    """
    for name in EXIT_ITEMS:
        if not items.get(name):
            asked = ExitPlan._meta.get_field(name).verbose_name
            raise Refused(f"Say {asked}.", field=name)
    return ExitPlan.objects.create(case=case, made_by=by, made_at=clock.now(), **items)


@operation("cases.plan_support")
def record_plan_in_error(case: Case, *, by: User, plan: SupportPlan, reason: str) -> None:
    """Plan of support recorded in error. It stays, says so, and counts no more."""
    if plan.case_id != case.pk:
        raise Refused("Choose a plan of this case.", field="plan")
    if obstacle := plan.obstacle_to_error():
        raise Refused(obstacle, field="plan")
    plan.say_in_error(by, reason)


@operation("cases.plan_exit", unless=Case.obstacle_to_exit_plan_error)
def record_exit_plan_in_error(case: Case, *, by: User, reason: str) -> None:
    """Said of what was planned for after support that it was recorded in error. It stays, and says so.

    The case ended with it, and no other takes its place: the reason says what is right.
    """
    case.exit_plan.say_in_error(by, reason)
