"""A meeting while it is being run: who is there, what is decided, what is agreed."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

import cases.operations
import referrals.operations
from cases.models import EXIT_ITEMS, UrgentConcern
from panels import permissions  # noqa: F401
from panels.judgements import LEADS_TO, Judgement, Reached
from panels.models import AgendaItem, Attendance, Decision, Meeting, Review
from panels.operations.minutes import ask_for_minutes
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused, operation


@operation("panels.chair_meeting", unless=Meeting.obstacle_to_starting)
def start_meeting(meeting: Meeting, *, by: User) -> None:
    """Meeting started."""
    meeting.change(started_at=clock.now(), chaired_by=by)


@operation("panels.run_meeting", unless=Meeting.obstacle_to_running)
def record_attendance(meeting: Meeting, *, by: User, agency: Agency, name: str, presence: str) -> Attendance:
    """Attendance recorded."""
    attendance = meeting.attendances.filter(agency=agency).first()
    if attendance is None:
        return Attendance.objects.create(meeting=meeting, agency=agency, name=name, presence=presence)
    attendance.change(name=name, presence=presence)
    return attendance


@operation("panels.decide_item", unless=AgendaItem.obstacle_to_decision)
def decide_item(
    item: AgendaItem,
    *,
    by: User,
    judgement: str,
    reached: str,
    rationale: str,
    dissent: str = "",
    health_or_care: str = "",
    change_since_start: str = "",
    change_reason: str = "",
    review_on: date | None = None,
    **plan: str,
) -> Decision:
    """Panel's decision recorded, and the case moved on.

    On a case that is on hold the chair, who knows of it, only defers: to everybody else that is a deferral like any.
    Exit says how what gave concern stands against the start of support, and why. Support that is offered has its
    ``plan`` (:data:`cases.models.PLAN_ITEMS`) and the day on which it is looked at next; support that ends has another
    for afterwards (:data:`cases.models.EXIT_ITEMS`).
    """
    for_afterwards = {name: plan.pop(name) for name in EXIT_ITEMS if name in plan}
    if judgement != Judgement.DEFER:
        referrals.operations.refuse_if_held(item.case.individual, by=by)
    if judgement == Judgement.NO_FURTHER_ACTION and not health_or_care:
        raise Refused(
            "Where no support is offered, say whether health or social care was considered.", field="health_or_care"
        )
    if reached != Reached.UNANIMOUS and not dissent:
        raise Refused("Say who disagreed and why.", field="dissent")
    if judgement == Judgement.REMAIN and item.case.consent_given_on is None:
        raise Refused("There is no support yet in which this person could remain.", field="judgement")
    if judgement == Judgement.EXIT and (still_open := item.case.actions.filter(done_at=None).count()):
        raise Refused(
            f"Support ends with no action open. Still neither done nor handed over: {still_open}.", field="judgement"
        )
    if judgement == Judgement.EXIT and not change_since_start:
        raise Refused("Say whether the concern is reduced, the same or increased.", field="change_since_start")
    if judgement == Judgement.EXIT and not change_reason:
        raise Refused("Say why the panel sees it so.", field="change_reason")
    if judgement != Judgement.EXIT and (change_since_start or change_reason):
        raise Refused("What has changed since support began is said at exit only.", field="change_since_start")
    if judgement != Judgement.ENTER and (review_on or any(plan.values())):
        raise Refused("Support is planned where it is offered. Where it goes on, revise its plan.", field="judgement")
    if judgement != Judgement.EXIT and any(for_afterwards.values()):
        raise Refused("What comes after support is planned at exit only.", field="judgement")
    if judgement == Judgement.ENTER:
        cases.operations.plan_support(item.case, by=by, review_on=review_on, **plan)
    if judgement == Judgement.EXIT:
        if UrgentConcern.objects.filter(case=item.case, answered_at=None).exists():
            raise Refused("Somebody is worried now, and nobody has said yet what was done.", field="judgement")
        cases.operations.plan_exit(item.case, by=by, **for_afterwards)
    decision = Decision.objects.create(
        item=item,
        judgement=judgement,
        reached=reached,
        rationale=rationale,
        dissent=dissent,
        health_or_care=health_or_care,
        change_since_start=change_since_start,
        change_reason=change_reason,
        decided_at=clock.now(),
        recorded_by=by,
    )
    if stage := LEADS_TO[Judgement(judgement)]:
        cases.operations.move_case(item.case, by=by, stage=stage)
    return decision


@operation("panels.chair_meeting", unless=Meeting.obstacle_to_ending)
def end_meeting(meeting: Meeting, *, by: User) -> None:
    """Meeting ended. Its minutes are being made."""
    meeting.change(ended_at=clock.now())
    taken = Q(decision__isnull=False) | Exists(Review.objects.filter(item=OuterRef("pk")))
    for item in meeting.items.filter(taken):
        ask_for_minutes(item, by=by)
