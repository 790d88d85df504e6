"""What is done with referrals up to acceptance, by subject: referring, triage."""

from referrals.operations.referring import add_to_referral, submit_referral
from referrals.operations.triage import end_referral, record_acceptance, record_concern_type, tell_referrer

__all__ = [
    "add_to_referral",
    "end_referral",
    "record_acceptance",
    "record_concern_type",
    "submit_referral",
    "tell_referrer",
]
