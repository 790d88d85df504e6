"""Finding by two people that what a referral says is not true."""

from dateutil.relativedelta import relativedelta

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import TriagePolicy
from referrals import permissions  # noqa: F401
from referrals.models import (
    FoundUntrue,
    Referral,
    finding,
    obstacle_to_answering_untrue,
    obstacle_to_proposing_untrue,
)
from referrals.models.put_right import PutRight, put_right
from referrals.models.transfer import as_elsewhere, obstacle_to_noting_untrue_elsewhere
from referrals.operations.hold import refuse_if_held


@operation("referrals.triage_referral", unless=obstacle_to_proposing_untrue)
def propose_found_untrue(referral: Referral, *, by: User, reason: str) -> None:
    """Proposed that this was found untrue. A second person answers."""
    refuse_if_held(referral.individual, by=by)
    FoundUntrue.objects.create(referral=referral, reason=reason, proposed_by=by, proposed_at=clock.now())


@operation("referrals.confirm_untrue", unless=obstacle_to_answering_untrue)
def answer_found_untrue(referral: Referral, *, by: User, agreed: bool, answer_reason: str) -> None:
    """Answered, as the second person, whether this was found untrue.

    With their agreement it is not counted any more, prompts nothing, and is no longer matched from its review on.
    """
    refuse_if_held(referral.individual, by=by)
    proposed = finding(referral)
    if proposed.proposed_by_id == by.pk:
        raise Refused("You proposed this yourself. Somebody else answers.")
    months = TriagePolicy.of(referral.area).untrue_matches_for
    proposed.change(
        agreed=agreed,
        answer_reason=answer_reason,
        answered_by=by,
        answered_at=clock.now(),
        review_on=clock.today() + relativedelta(months=months) if agreed else None,
    )
    if agreed:
        put_right(proposed, PutRight.UNTRUE)
        for other in as_elsewhere(referral):
            later("referrals.note_untrue_elsewhere", other.pk)


@operation("referrals.note_untrue_elsewhere", unless=obstacle_to_noting_untrue_elsewhere)
def note_untrue_elsewhere(referral: Referral, *, by: User) -> None:
    """Found untrue by two people in another area, which had it before or has it since.

    Its coordinator here reads so; what it is here, and whether it counts, stays for this area to say.
    """
    referral.change(untrue_elsewhere_at=clock.now())
