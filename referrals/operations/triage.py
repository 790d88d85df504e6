"""Deciding about a referral at the front door; accepting one opens a case and is an operation of panels."""

from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Panel, User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import ConcernType
from referrals import permissions  # noqa: F401
from referrals.models import Referral, Stage, TriageDecision


@operation("referrals.triage_referral")
def record_concern_type(referral: Referral, *, by: User, concern_type: ConcernType) -> None:
    """Type of concern recorded, for the returns."""
    referral.change(concern_type=concern_type)


@operation("referrals.triage_referral", unless=Referral.obstacle_to_triage)
def end_referral(referral: Referral, *, by: User, end_reason: str, rationale: str, words_for_referrer: str) -> None:
    """Referral ended.

    The reason is kept; the referrer is told in the words the coordinator released.
    """
    _decide(referral, Stage.ENDED, by=by, end_reason=end_reason, rationale=rationale, words=words_for_referrer)


@operation("referrals.triage_referral", unless=Referral.obstacle_to_triage)
def record_acceptance(referral: Referral, *, by: User, panel: Panel, rationale: str, words_for_referrer: str) -> None:
    """Referral accepted.

    It goes to ``panel``; the case is opened by the operation of panels that calls this one.
    """
    if panel.area_id != referral.area_id:
        raise Refused("That panel is in another area.", field="panel")
    _decide(referral, Stage.ACCEPTED, by=by, panel=panel, rationale=rationale, words=words_for_referrer)


def _decide(referral: Referral, stage: Stage, *, by: User, words: str, **decision) -> None:
    TriageDecision.objects.create(
        referral=referral, decided_by=by, decided_at=clock.now(), words_for_referrer=words, **decision
    )
    referral.change(stage=stage)
    later("referrals.tell_referrer", referral.pk)


@operation("referrals.tell_referrer", unless=Referral.obstacle_to_telling)
def tell_referrer(referral: Referral, *, by: User) -> None:
    """Referrer told that there is news, by e-mail."""
    send_mail(
        "referrals/email/news.txt",
        to=referral.referred_by,
        key=f"referral-news-{referral.reference}",
        path=reverse("referrals:follow_referral", args=[referral.reference]),
    )
    referral.change(referrer_told_at=clock.now())
