"""A meeting while it is being run: who is there, what is decided, what is agreed."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

import cases.operations
import referrals.operations
from cases.models import EXIT_ITEMS, Case
from cases.models import Stage as CaseStage
from panels import permissions  # noqa: F401
from panels.judgements import AFTER_SUPPORT, ENDS, LEADS_TO, WITHOUT_SUPPORT, Judgement, Reached
from panels.models import AgendaItem, Attendance, Decision, Meeting, Review
from panels.operations.meetings import list_at_next_meeting
from panels.operations.minutes import ask_for_all_minutes_anew, ask_for_minutes, ask_for_minutes_anew
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import after_which_nothing_follows, end_reasons, onward_services


@operation("panels.chair_meeting", unless=Meeting.obstacle_to_starting)
def start_meeting(meeting: Meeting, *, by: User, chaired_for: str = "") -> None:
    """Meeting started.

    Nobody waits for a chair of the council: where a panel acts as Channel and another sits, or it is not said for whom,
    the meeting and the statutory sheet say so (section 37; the guidance of 2023).
    """
    meeting.change(started_at=clock.now(), chaired_by=by, chaired_for=chaired_for)


@operation("panels.run_meeting", unless=Meeting.obstacle_to_attendance)
def record_attendance(meeting: Meeting, *, by: User, agency: Agency, name: str, presence: str) -> Attendance:
    """Attendance recorded.

    People come and go while the meeting is held. Once it has ended, what is recorded stands: the right one is put
    beside what was said to be in error.
    """
    said = {"name": name, "presence": presence, "recorded_at": clock.now()}
    attendance = meeting.attendances.standing().filter(agency=agency).first()
    if attendance is None:
        attendance = Attendance.objects.create(meeting=meeting, agency=agency, **said)
        ask_for_all_minutes_anew(meeting, by=by)
        return attendance
    if meeting.ended_at:
        raise Refused("The meeting has ended. Say first what is wrong with what is recorded of it.", field="agency")
    attendance.change(**said)
    return attendance


@operation("panels.run_meeting", unless=Meeting.obstacle_to_attendance_error)
def record_attendance_in_error(meeting: Meeting, *, by: User, attendance: Attendance, reason: str) -> None:
    """Attendance recorded in error. It stays and says so, and counts no more.

    Also once the meeting has ended; what was decided there stands until that is said to be in error itself.
    """
    # Asked anew: somebody else may have said so a moment ago.
    if not meeting.attendances.standing().contains(attendance):
        raise Refused("Choose one that is recorded here.", field="attendance")
    attendance.say_in_error(by, reason)
    ask_for_all_minutes_anew(meeting, by=by)


@operation("panels.decide_item", unless=AgendaItem.obstacle_to_decision)
def decide_item(
    item: AgendaItem,
    *,
    by: User,
    judgement: str,
    reached: str,
    rationale: str,
    dissent: str = "",
    end_reason: str = "",
    health_or_care: str = "",
    onward_service: str = "",
    arranged: str = "",
    awaited: str = "",
    awaited_from: str = "",
    awaited_by: date | None = None,
    change_since_start: str = "",
    change_reason: str = "",
    looks_again_on: date | None = None,
    reassess_on: date | None = None,
    review_on: date | None = None,
    **plan: str,
) -> Decision:
    """Panel's decision recorded, and the case moved on.

    On a case that is on hold the chair, who knows of it, only defers: to everybody else that is a deferral like any,
    which says what is awaited, from whom and by when. A case ends for a reason that is counted, and becomes police-led
    where the police are there.
    Where support has ended, by an exit or because it is not agreed to any more, it says how what gave concern stands
    against its start, and why; the panel looks back after 6 and 12 months (guidance on leaving Channel). Not where it
    ends for a reason after which nothing follows, as where the person has died: nor is anything planned for afterwards.
    Support that goes on has a day on which the panel looks at it again; support that is withdrawn, one on which the
    person is assessed anew (section 36(4)(e)): the case is on the agenda of the first meeting from then on.
    Support that is offered has its ``plan`` (:data:`cases.models.PLAN_ITEMS`) and the day on which it is looked at
    next; support that exits has another for afterwards (:data:`cases.models.EXIT_ITEMS`).
    """
    # Whoever says that the section 36 decision is in error does so before this, or finds that the panel has decided.
    item.case = Case.objects.select_for_update(no_key=True).get(pk=item.case_id)
    if obstacle := item.obstacle_to_decision():
        raise Refused(obstacle)
    for_afterwards = {name: plan.pop(name) for name in EXIT_ITEMS if name in plan}
    if judgement != Judgement.DEFER:
        referrals.operations.refuse_if_held(item.case.individual, by=by)
    if judgement in WITHOUT_SUPPORT and not health_or_care:
        raise Refused(
            "Where no support is offered, say whether health or social care was considered.", field="health_or_care"
        )
    _refuse_another_reason(item.case, judgement, end_reason)
    nothing_follows = end_reason in after_which_nothing_follows(item.case.area_id)
    if nothing_follows and (change_since_start or change_reason or any(for_afterwards.values())):
        raise Refused("Nothing follows after this. Leave out what has changed and what comes then.", field="end_reason")
    if reached != Reached.UNANIMOUS and not dissent:
        raise Refused("Say who disagreed and why.", field="dissent")
    if reached == Reached.UNANIMOUS and dissent:
        raise Refused(
            "It says above that all agreed. Leave this empty, or say how else it was reached.", field="dissent"
        )
    _refuse_another_way(item, judgement)
    if judgement == Judgement.REFER_ELSEWHERE and onward_service not in dict(onward_services(item.case.area_id)):
        raise Refused("Choose who helps instead.", field="onward_service")
    if judgement == Judgement.REFER_ELSEWHERE and not arranged:
        raise Refused("Say for what, and what was arranged with them.", field="arranged")
    if judgement != Judgement.REFER_ELSEWHERE and (onward_service or arranged):
        raise Refused("Who helps instead is said where the case is referred elsewhere.", field="onward_service")
    if judgement == Judgement.DEFER:
        _refuse_vague_deferral(awaited, awaited_from, awaited_by)
    elif awaited or awaited_from or awaited_by:
        raise Refused("What is awaited is said of a deferral only.", field="awaited")
    if judgement == Judgement.REMAIN and item.case.consent_given_on is None:
        raise Refused("There is no support yet in which this person could remain.", field="judgement")
    if judgement == Judgement.WITHDRAW and (reassess_on is None or reassess_on <= clock.today()):
        raise Refused("Choose a day to come, on which the panel assesses anew.", field="reassess_on")
    if judgement != Judgement.WITHDRAW and reassess_on:
        raise Refused("When the panel assesses anew is said where it withdraws support.", field="reassess_on")
    if judgement != Judgement.REMAIN and looks_again_on:
        raise Refused("When the panel looks again is said of support that goes on.", field="looks_again_on")
    if judgement in ENDS and (obstacle := item.case.obstacle_to_ending()):
        raise Refused(obstacle, field="judgement")
    is_looked_back_on = judgement in AFTER_SUPPORT and not nothing_follows
    if is_looked_back_on and not change_since_start:
        raise Refused("Say whether the concern is reduced, the same or increased.", field="change_since_start")
    if is_looked_back_on and not change_reason:
        raise Refused("Say why the panel sees it so.", field="change_reason")
    if judgement not in AFTER_SUPPORT and (change_since_start or change_reason):
        raise Refused("What has changed since support began is said where it ends only.", field="change_since_start")
    if judgement != Judgement.ENTER and (review_on or any(plan.values())):
        raise Refused("Support is planned where it is offered. Where it goes on, revise its plan.", field="judgement")
    if judgement != Judgement.EXIT and any(for_afterwards.values()):
        raise Refused("What comes after support is planned at exit only.", field="judgement")
    if judgement == Judgement.ENTER:
        # Also where what was held on paper is written down some days later.
        offered_on = clock.day_of(min(item.meeting.starts_at, item.meeting.started_at))
        cases.operations.plan_support(item.case, by=by, review_on=review_on, offered_on=offered_on, **plan)
    if judgement == Judgement.REMAIN:
        cases.operations.continue_support(item.case, by=by, looks_again_on=looks_again_on)
    if judgement == Judgement.EXIT and not nothing_follows:
        cases.operations.plan_exit(item.case, by=by, **for_afterwards)
    decision = Decision.objects.create(
        item=item,
        judgement=judgement,
        reached=reached,
        rationale=rationale,
        dissent=dissent,
        end_reason=end_reason,
        health_or_care=health_or_care,
        onward_service=onward_service,
        arranged=arranged,
        awaited=awaited,
        awaited_from=awaited_from,
        awaited_by=awaited_by,
        looks_again_on=looks_again_on,
        reassess_on=reassess_on,
        change_since_start=change_since_start,
        change_reason=change_reason,
        decided_at=clock.now(),
        recorded_by=by,
    )
    if stage := LEADS_TO[Judgement(judgement)]:
        ends = {"reassess_on": reassess_on, "nothing_follows": nothing_follows}
        cases.operations.move_case(item.case, by=by, stage=stage, **ends)
    if judgement == Judgement.WITHDRAW:
        list_at_next_meeting(item.case, by=by)
    return decision


def _refuse_another_reason(case: Case, judgement: str, end_reason: str) -> None:
    if judgement in ENDS and end_reason not in dict(end_reasons(case.area_id, LEADS_TO[Judgement(judgement)])):
        raise Refused("Choose why the case ends: a reason that goes with this judgement.", field="end_reason")
    if judgement not in ENDS and end_reason:
        raise Refused("Why a case ends is said where it ends.", field="end_reason")


def _refuse_another_way(item: AgendaItem, judgement: str) -> None:
    """Refuse what would say of support, or of the police, what is not so."""
    if judgement == Judgement.AGREED_NO_MORE and not item.case.is_agreed_no_more:
        raise Refused("No support was given here that is not agreed to any more.", field="judgement")
    if judgement == Judgement.WITHDRAW and item.case.stage != CaseStage.ACTIVE:
        raise Refused("There is no support here that could be withdrawn.", field="judgement")
    if judgement == Judgement.STAYS_WITHDRAWN and not item.case.is_withdrawn:
        raise Refused("The panel has not withdrawn support here.", field="judgement")
    if judgement == Judgement.NO_FURTHER_ACTION and item.case.is_agreed_no_more:
        raise Refused(
            "Support was given here and is not agreed to any more. That is how it ends: the panel looks back on it.",
            field="judgement",
        )
    if judgement in (Judgement.NO_FURTHER_ACTION, Judgement.REMAIN, Judgement.EXIT) and item.case.is_withdrawn:
        raise Refused(
            "Support was given here and the panel has withdrawn it. It offers it anew, or support stays withdrawn.",
            field="judgement",
        )
    if judgement == Judgement.POLICE_LED and not item.home_police_are_there:
        raise Refused(
            "The police see to it only where their representative for the person's home area is present. "
            "Record first who is here.",
            field="judgement",
        )


def _refuse_vague_deferral(awaited: str, awaited_from: str, awaited_by: date | None) -> None:
    if not awaited:
        raise Refused("Say what the panel waits for.", field="awaited")
    if not awaited_from:
        raise Refused("Say from whom.", field="awaited_from")
    if awaited_by is None or awaited_by < clock.today():
        raise Refused("Choose a day by which it is to be there, today or later.", field="awaited_by")


@operation("panels.decide_item", unless=AgendaItem.obstacle_to_decision_error)
def record_decision_in_error(item: AgendaItem, *, by: User, reason: str) -> None:
    """Panel's decision recorded in error. It stays and says so, and the case is on the next agenda.

    The right one is recorded there. Support that was offered with it is offered no more: nobody had answered yet.
    Support that was to go on until a day is looked at when it was to be before.
    """
    case = item.case = Case.objects.select_for_update(no_key=True).get(pk=item.case_id)
    # Asked again of the case as it is now that it waits: somebody may have answered a moment ago.
    if obstacle := item.obstacle_to_decision_error():
        raise obstacle if isinstance(obstacle, Refused) else Refused(obstacle)
    item.decision.say_in_error(by, reason)
    if item.decision.judgement == Judgement.ENTER:
        case.become(CaseStage.AWAITING_PANEL)
        for plan in case.support_plans.standing().filter(made_at__gte=item.meeting.started_at):
            plan.say_in_error(by, reason)
    if item.decision.judgement == Judgement.REMAIN and case.is_live:
        _look_again_as_before(case)
    if case.is_live:
        list_at_next_meeting(case, by=by)
    ask_for_minutes_anew(item, by=by)


def _look_again_as_before(case: Case) -> None:
    """Let the plan be looked at when the last decision that stands says, or else when the plan itself did."""
    if plan := case.support_plans.standing().last():
        named = Decision.objects.standing().filter(
            item__case=case, decided_at__gte=plan.made_at, looks_again_on__isnull=False
        )
        last = named.order_by("decided_at").last()
        plan.change(review_on=last.looks_again_on if last else plan.made_for)


@operation("panels.chair_meeting", unless=Meeting.obstacle_to_ending)
def end_meeting(meeting: Meeting, *, by: User) -> None:
    """Meeting ended. Its minutes are being made."""
    meeting.change(ended_at=clock.now())
    taken = Q(decision__isnull=False) | Exists(Review.objects.filter(item=OuterRef("pk")))
    for item in meeting.items.filter(taken):
        ask_for_minutes(item, by=by)
