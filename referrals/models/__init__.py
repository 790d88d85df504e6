"""The records of referrals, by subject: people, the referral as sent, who it is about, triage."""

from referrals.models.answers import (
    COMPLEX_NEEDS,
    EarlyHelpConsent,
    Gender,
    HowKnown,
    LivesHere,
    NeedKind,
    NeedSource,
    NotTold,
    Told,
    Urgency,
    YesNo,
)
from referrals.models.identity import IdentityLink
from referrals.models.parts import ConcernEntry, ReferralAddition, SupportNeed
from referrals.models.people import Individual, age_on
from referrals.models.referral import ANSWERS, AS_SENT, STEPS, THE_REFERRER, TRANSITIONS, Referral, Stage
from referrals.models.triage import EndReason, TriageDecision

__all__ = [
    "ANSWERS",
    "AS_SENT",
    "COMPLEX_NEEDS",
    "STEPS",
    "THE_REFERRER",
    "TRANSITIONS",
    "ConcernEntry",
    "EarlyHelpConsent",
    "EndReason",
    "Gender",
    "HowKnown",
    "IdentityLink",
    "Individual",
    "LivesHere",
    "NeedKind",
    "NeedSource",
    "NotTold",
    "Referral",
    "ReferralAddition",
    "Stage",
    "SupportNeed",
    "Told",
    "TriageDecision",
    "Urgency",
    "YesNo",
    "age_on",
]
