"""Receiving a referral: its urgency comes first, and whether social care is told at the same time."""

from datetime import date, datetime, time

from django.utils import timezone

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import (
    JudgedUrgency,
    ParallelReferral,
    Referral,
    SocialCare,
    Stage,
    UrgencyJudgement,
    decided_by,
)


@operation("referrals.receive_referral", unless=Referral.obstacle_to_receiving)
def judge_urgency(
    referral: Referral,
    *,
    by: User,
    urgency: str,
    reason: str,
    best_placed: Agency,
    social_care: str,
    social_care_reason: str = "",
    called: str = "",
    called_on: date | None = None,
    called_at: time | None = None,
) -> None:
    """Urgency judged. The referral is with the coordinator, to be assessed.

    The agency that is best placed to help at once is named; its people who handle cases can read the referral while it
    is in triage, and are told by e-mail where it is urgent. In an emergency the call to 999 or the duty line comes
    first.
    """
    if best_placed.area_id != referral.area_id and not best_placed.serves_all_areas:
        raise Refused("That agency does not serve this area.", field="best_placed")
    if best_placed == referral.for_agency and referral.is_kept_from_leads:
        raise Refused(
            "Their safeguarding lead would read it, and the referrer keeps it from them. Name another agency.",
            field="best_placed",
        )
    moment = _moment_of_call(called, called_on, called_at)
    if urgency == JudgedUrgency.EMERGENCY and moment is None:
        raise Refused("Call 999 or the duty line first. Then say here whom you called and when.", field="called")
    if earlier := referral.urgency_judgement:
        earlier.change(superseded_at=clock.now())
    UrgencyJudgement.objects.create(
        referral=referral,
        urgency=urgency,
        reason=reason,
        best_placed=best_placed,
        called=called if moment else "",
        called_at=moment,
        judged_by=by,
        judged_at=clock.now(),
    )
    _say_of_social_care(referral, by, social_care, social_care_reason, field="social_care_reason")
    is_urgent = urgency != JudgedUrgency.USUAL
    due = decided_by(referral.area, clock.now() if is_urgent else referral.received_at, is_urgent)
    if referral.stage == Stage.SUBMITTED:
        referral.become(Stage.IN_TRIAGE, is_urgent=is_urgent, handled_by=by, **due)
    else:
        referral.change(is_urgent=is_urgent, handled_by=by, **due)
    if is_urgent:
        later("referrals.tell_best_placed", referral.pk)


def _moment_of_call(called: str, day: date | None, hour: time | None) -> datetime | None:
    """When somebody was called; None where nobody was."""
    if not called:
        return None
    if day is None or hour is None:
        raise Refused("Say on which day and at what time you called.", field="called_at" if day else "called_on")
    moment = timezone.make_aware(datetime.combine(day, hour))
    if moment > clock.now():
        raise Refused("The time of the call is still to come. Check the day and the time.", field="called_at")
    return moment


@operation("referrals.receive_referral", unless=Referral.obstacle_to_receiving)
def record_parallel_referral(referral: Referral, *, by: User, answer: str, reason: str = "") -> None:
    """Recorded whether social care was told."""
    _say_of_social_care(referral, by, answer, reason, field="reason")


def _say_of_social_care(referral: Referral, by: User, answer: str, reason: str, *, field: str) -> None:
    if answer == SocialCare.NOT_NEEDED and not reason:
        raise Refused("Say why social care does not need to be told.", field=field)
    last = referral.parallel_referral
    if last is None or (last.answer, last.reason) != (answer, reason):
        ParallelReferral.objects.create(
            referral=referral, answer=answer, reason=reason, recorded_by=by, recorded_at=clock.now()
        )
