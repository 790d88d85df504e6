"""Breaking the glass, closing it, and judging it."""

from datetime import timedelta

from cases.models import BrokenGlass, Case
from cases.models.broken_glass import obstacle_to_reason
from cases.operations.ownership import seen_to_by
from cases.permissions.broken_glass import chairs, governance_leads
from cases.permissions.broken_glass import judge_broken_glass as judge_broken_glass_rule
from cases.permissions.case import view_case
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import BrokenGlassPolicy
from prevent_cases.reference.working_days import WorkingDays


@operation("cases.break_glass", if_refused="Tried to break the glass, and was refused.")
def break_glass(case: Case, *, by: User, kind: str, reason: str) -> BrokenGlass:
    """Glass broken. The case is open for a short time, and its owner is told."""
    if view_case.permits(by, case):
        raise Refused("You can see this case.")
    if obstacle := obstacle_to_reason(kind, reason):
        raise Refused(obstacle, field="reason")
    policy, now = BrokenGlassPolicy.of(case.area), clock.now()
    glass = BrokenGlass.objects.create(
        case=case,
        broken_by=by,
        kind=kind,
        reason=reason,
        was_restricted=case.restrictions.standing().exists(),
        broken_at=now,
        ends_at=now + timedelta(minutes=policy.minutes_open),
        judge_by=WorkingDays.of(case.area).due(now, policy.judged_within),
    )
    # What they hold has changed: whoever asks again is answered anew.
    by.forget_posts()
    later("cases.tell_of_broken_glass", glass.pk)
    return glass


@operation("cases.write_of_broken_glass")
def tell_of_broken_glass(glass: BrokenGlass, *, by: User) -> None:
    """The owner of the case and those who judge it told by e-mail that the glass was broken."""
    posts = governance_leads(glass.case.area_id) | chairs(glass.case.panel_id)
    asked = User.objects.filter(pk__in=posts.values("user")).order_by("pk")
    judges = [each for each in asked if judge_broken_glass_rule.permits(each, glass)]
    for person in dict.fromkeys([*seen_to_by(glass.case), *judges]):
        key = f"broken-glass-{glass.reference}-{person.reference}"
        path = glass.get_absolute_url() if person in judges else glass.address_for_owner
        send_mail("cases/email/broken_glass.txt", to=person, key=key, path=path)
    if chairs(glass.case.panel_id).filter(user__in=judges).exists():
        glass.change(left_told_at=clock.now())


@operation("cases.write_of_broken_glass", unless=BrokenGlass.obstacle_to_telling_whom_it_is_left_to)
def tell_to_whom_glass_is_left(glass: BrokenGlass, *, by: User) -> None:
    """Those who chair the panel told by e-mail that a broken glass is left to them to judge."""
    for person in User.objects.filter(pk__in=chairs(glass.case.panel_id).values("user")).order_by("pk"):
        if judge_broken_glass_rule.permits(person, glass):
            key = f"broken-glass-left-{glass.reference}-{person.reference}"
            send_mail("cases/email/broken_glass_left.txt", to=person, key=key, path=glass.get_absolute_url())
    glass.change(left_told_at=clock.now())


@operation("cases.close_broken_glass", unless=BrokenGlass.obstacle_to_closing)
def close_broken_glass(glass: BrokenGlass, *, by: User) -> None:
    """Broken glass closed again, before its time."""
    glass.change(closed_at=clock.now())
    by.forget_posts()


@operation("cases.judge_broken_glass", unless=BrokenGlass.obstacle_to_judging)
def judge_broken_glass(glass: BrokenGlass, *, by: User, was_right: bool, judgement: str) -> None:
    """Judged whether it was right to break the glass."""
    glass.change(was_right=was_right, judgement=judgement, judged_by=by, judged_at=clock.now())
