"""The records of referrals, by subject: people, the referral as sent, who it is about, triage."""

from referrals.models.identity import IdentityLink
from referrals.models.people import Individual, age_on
from referrals.models.referral import (
    AS_SENT,
    TRANSITIONS,
    Gender,
    HowKnown,
    Referral,
    ReferralAddition,
    Stage,
    Told,
    Urgency,
)
from referrals.models.triage import EndReason, TriageDecision

__all__ = [
    "AS_SENT",
    "TRANSITIONS",
    "EndReason",
    "Gender",
    "HowKnown",
    "IdentityLink",
    "Individual",
    "Referral",
    "ReferralAddition",
    "Stage",
    "Told",
    "TriageDecision",
    "Urgency",
    "age_on",
]
