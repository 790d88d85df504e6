"""What ought to make somebody think again before nothing more is done about a referral."""

from referrals.candidates import may_have_been_referred_before
from referrals.models import ADULT_AT, Referral, YesNo


def reasons_to_think_again(referral: Referral) -> list[str]:
    """The reasons as sentences, which name nobody; none where there is none."""
    reasons = []
    if referral.age_at_referral is not None and referral.age_at_referral < ADULT_AT:
        reasons.append("The person was under 18 on the day of referral.")
    if referral.has_complex_needs or (referral.assessment and referral.assessment.complex_needs == YesNo.YES):
        reasons.append("The person has complex needs.")
    earlier = referral.individual.identity_links.filter(ended_at=None, referral__submitted_at__lt=referral.submitted_at)
    # What two people found untrue prompts nothing.
    if times := earlier.exclude(referral__findings_of_untruth__agreed=True).count():
        reasons.append(f"The person has been referred before: {'once' if times == 1 else f'{times} times'}.")
    if may_have_been_referred_before(referral):
        reasons.append("Somebody referred earlier may be the same person. Nobody has said yet whether it is.")
    return reasons
