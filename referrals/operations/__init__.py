"""What is done with referrals up to acceptance, by subject: referring, files, receiving, triage."""

from referrals.operations.files import add_files, refuse_file, release_file, seal_file
from referrals.operations.receiving import judge_urgency, record_parallel_referral
from referrals.operations.referring import add_to_referral, submit_referral
from referrals.operations.triage import (
    assess_referral,
    confirm_no_further_action,
    end_referral,
    propose_no_further_action,
    record_acceptance,
    record_concern_type,
    send_back_to_triage,
    tell_referrer,
)

__all__ = [
    "add_files",
    "add_to_referral",
    "assess_referral",
    "confirm_no_further_action",
    "end_referral",
    "judge_urgency",
    "propose_no_further_action",
    "record_acceptance",
    "record_concern_type",
    "record_parallel_referral",
    "refuse_file",
    "release_file",
    "seal_file",
    "send_back_to_triage",
    "submit_referral",
    "tell_referrer",
]
