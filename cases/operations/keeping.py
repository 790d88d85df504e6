"""Legal holds on a case, and the review that keeps one that is still needed."""

from datetime import date

from cases import permissions  # noqa: F401
from cases.models import Case, LegalHold, LegalHoldReview, RetentionReview
from cases.models.keeping import is_of_a_child, obstacle_to_keeping, obstacle_to_review, obstacle_to_signing
from cases.operations.signing import as_seen, sign
from prevent_cases import clock
from prevent_cases.accounts.models import User, system_user
from prevent_cases.audit.records import Record
from prevent_cases.operations import Refused, operation
from referrals.models.put_right import THEN, PutRight


@operation("cases.place_legal_hold")
def place_legal_hold(case: Case, *, by: User, matter: str, reason: str, review_on: date) -> LegalHold:
    """Legal hold placed. Nothing of this case is let go of until it has ended; the work goes on as it would."""
    _ahead(review_on)
    if case.legal_holds.standing().filter(matter=matter).exists():
        raise Refused("There is a legal hold on this case for this matter already.", field="matter")
    return LegalHold.objects.create(
        case=case, matter=matter, reason=reason, review_on=review_on, placed_by=by, placed_at=clock.now()
    )


@operation("cases.review_legal_hold", unless=LegalHold.obstacle_to_change)
def review_legal_hold(hold: LegalHold, *, by: User, reason: str, review_on: date) -> None:
    """Legal hold looked at again, and kept."""
    _ahead(review_on)
    LegalHoldReview.objects.create(
        hold=hold, reason=reason, review_on=review_on, reviewed_by=by, reviewed_at=clock.now()
    )


@operation("cases.end_legal_hold", unless=LegalHold.obstacle_to_change)
def end_legal_hold(hold: LegalHold, *, by: User, reason: str) -> None:
    """Legal hold ended. Unless another stands, it is looked at again whether the case is still needed."""
    hold.change(ended_by=by, ended_at=clock.now(), ended_because=reason)


@operation("cases.carry_legal_hold")
def carry_legal_hold(case: Case, *, by: User, hold: LegalHold) -> LegalHold:
    """Legal hold carried over from another case.

    This one came out of that when another area took it on, or a referral of that one went into this one.
    """
    return LegalHold.objects.create(
        case=case,
        matter=hold.matter,
        reason=hold.reason,
        placed_by=hold.placed_by,
        placed_at=hold.placed_at,
        review_on=hold.next_review_on,
        carried_from=hold,
        carried_at=clock.now(),
    )


def carry_legal_holds(held: Case, to: Case) -> None:
    """Let what goes out of a held case stay held. What stands there is its own from then on, and ends there."""
    there = to.legal_holds.standing().values("matter")
    for hold in held.legal_holds.standing().with_next_review().exclude(matter__in=there):
        carry_legal_hold(to, by=system_user(), hold=hold)


@operation("cases.keep_case", unless=obstacle_to_review)
def keep_case(case: Case, *, by: User, because: str, reason: str, child_weighed: str = "", review_on: date) -> None:
    """Decision to keep this case, as it is still needed, made. It counts once a second person has signed it."""
    _ahead(review_on)
    if is_of_a_child(case) and not child_weighed:
        raise Refused("They may have been under 18. Say why keeping this is in proportion.", field="child_weighed")
    RetentionReview.objects.create(
        case=case,
        because=because,
        reason=reason,
        child_weighed=child_weighed,
        review_on=review_on,
        reviewed_by=by,
        reviewed_at=clock.now(),
        stands=None,
    )


@operation("cases.sign_keeping", unless=obstacle_to_signing)
def sign_keeping(case: Case, *, by: User, seen: int, agrees: bool, why_not: str = "") -> None:
    """Decision to keep this case checked by a second person.

    Signed, the case is kept, and whether it is still needed is looked at again on the day that was said; not signed, it
    is looked at anew (process, G11). A legal hold goes before: meanwhile nothing is signed, and nothing let go of.
    ``seen`` is the key of the decision that they have read.
    """
    review = as_seen(case.retention_reviews.to_sign(), seen)
    if agrees and (obstacle := obstacle_to_keeping(case)):
        raise Refused(obstacle, field="agrees")
    if agrees and review.review_on <= clock.today():
        raise Refused("Its day has come. Send it back: it is looked at anew.", field="agrees")
    sign(review, by=by, agrees=agrees, why_not=why_not)
    if agrees:
        case.change(retention_review_on=review.review_on)


def keep_by_table(case: Case) -> None:
    """Count anew when it is looked at whether a case that has ended is needed, as what decides that is known now: the
    age of its person, and that what was referred was found untrue.

    Not where somebody has looked already, and said until when it is kept.
    """
    if not case.retention_reviews.standing().exists():
        case.change(retention_review_on=case.to_look_at_on(case.stage, clock.day_of(case.ended_at)))


def keep_what_is_untrue(record: Record, found: PutRight) -> None:
    """The cases that have ended of a referral that was found untrue: also those restricted to named people."""
    if found == PutRight.UNTRUE:
        ended = Case.objects.filter(carried_referrals__referral=record.referral_id, ended_at__isnull=False)
        for case in ended.order_by("pk").select_for_update(no_key=True, of=("self",)):
            keep_by_table(case)


THEN.append(keep_what_is_untrue)


def _ahead(review_on: date) -> None:
    if review_on <= clock.today():
        raise Refused("Choose a day to come.", field="review_on")
