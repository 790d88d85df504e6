"""The records of referrals, by subject."""

from referrals.models.ages import AgeSaid, age_known, learnt_of, said_of
from referrals.models.answers import (
    COMPLEX_NEEDS,
    BroughtBy,
    EarlyHelpConsent,
    Gender,
    HowKnown,
    LeadMayKnow,
    LivesHere,
    NeedKind,
    NeedSource,
    NotTold,
    Told,
    Urgency,
    YesNo,
)
from referrals.models.conversation import ReferralFeedback, ReferralQuestion, Standing, Withdrawal, standing_of
from referrals.models.copies import DisclosedCopy, Door, Layout, OwnCopy
from referrals.models.deadlines import Deadline, decided_by
from referrals.models.drafts import DraftReferral
from referrals.models.enquiries import Enquiry
from referrals.models.files import ReferralFile
from referrals.models.gateway import (
    Deconfliction,
    GatewayAnswer,
    GatewayCategory,
    GatewayRequest,
    awaits_gateway,
)
from referrals.models.hold import Hold
from referrals.models.identity import (
    IdentityAnswer,
    IdentityDecision,
    IdentityLink,
    merge_in_force,
    obstacle_to_undoing,
)
from referrals.models.match_key import MatchKey
from referrals.models.monitoring import CHARACTERISTICS, DESCRIBED, MonitoringAnswers, MonitoringSource
from referrals.models.own_words import DisputeOutcome, OwnWords, WhoseWords, lay_beside, obstacle_to_own_words
from referrals.models.parts import ConcernEntry, ReferralAddition, SupportNeed
from referrals.models.people import ADULT_AT, Individual, age_on, birthday, initials_of, plain_words
from referrals.models.public import PublicConcern, PublicOutcome
from referrals.models.receiving import JudgedUrgency, ParallelReferral, SocialCare, UrgencyJudgement
from referrals.models.referral import ANY_REFERRAL, OPEN_TO_LEADS, AnyReferral, Referral
from referrals.models.routing import RoutingRow, causes_for_a_reason, social_care_comes_first, suggested_row
from referrals.models.said import ANSWERS, AS_SENT, POINTS, STEPS, THE_REFERRER
from referrals.models.sealed import SOURCE, SealedSource
from referrals.models.second_reading import SECOND_READERS, SecondReading, WorryRemains
from referrals.models.stages import LIVE, TRANSITIONS, Stage
from referrals.models.transfer import ReferralTransfer, TransferOutcome
from referrals.models.triage import (
    NO_FURTHER_ACTION,
    WITH_HELP,
    EndProposal,
    EndReason,
    KindOfNeed,
    TriageAssessment,
    TriageDecision,
)
from referrals.models.untrue import (
    FoundUntrue,
    finding,
    findings,
    obstacle_to_answering_untrue,
    obstacle_to_proposing_untrue,
)

__all__ = [
    "ADULT_AT",
    "ANSWERS",
    "ANY_REFERRAL",
    "AS_SENT",
    "CHARACTERISTICS",
    "COMPLEX_NEEDS",
    "DESCRIBED",
    "LIVE",
    "NO_FURTHER_ACTION",
    "OPEN_TO_LEADS",
    "POINTS",
    "SECOND_READERS",
    "SOURCE",
    "STEPS",
    "THE_REFERRER",
    "TRANSITIONS",
    "WITH_HELP",
    "AgeSaid",
    "AnyReferral",
    "BroughtBy",
    "ConcernEntry",
    "Deadline",
    "Deconfliction",
    "DisclosedCopy",
    "DisputeOutcome",
    "Door",
    "DraftReferral",
    "EarlyHelpConsent",
    "EndProposal",
    "EndReason",
    "Enquiry",
    "FoundUntrue",
    "GatewayAnswer",
    "GatewayCategory",
    "GatewayRequest",
    "Gender",
    "Hold",
    "HowKnown",
    "IdentityAnswer",
    "IdentityDecision",
    "IdentityLink",
    "Individual",
    "JudgedUrgency",
    "KindOfNeed",
    "Layout",
    "LeadMayKnow",
    "LivesHere",
    "MatchKey",
    "MonitoringAnswers",
    "MonitoringSource",
    "NeedKind",
    "NeedSource",
    "NotTold",
    "OwnCopy",
    "OwnWords",
    "ParallelReferral",
    "PublicConcern",
    "PublicOutcome",
    "Referral",
    "ReferralAddition",
    "ReferralFeedback",
    "ReferralFile",
    "ReferralQuestion",
    "ReferralTransfer",
    "RoutingRow",
    "SealedSource",
    "SecondReading",
    "SocialCare",
    "Stage",
    "Standing",
    "SupportNeed",
    "Told",
    "TransferOutcome",
    "TriageAssessment",
    "TriageDecision",
    "Urgency",
    "UrgencyJudgement",
    "WhoseWords",
    "Withdrawal",
    "WorryRemains",
    "YesNo",
    "age_known",
    "age_on",
    "awaits_gateway",
    "birthday",
    "causes_for_a_reason",
    "decided_by",
    "finding",
    "findings",
    "initials_of",
    "lay_beside",
    "learnt_of",
    "merge_in_force",
    "obstacle_to_answering_untrue",
    "obstacle_to_own_words",
    "obstacle_to_proposing_untrue",
    "obstacle_to_undoing",
    "plain_words",
    "said_of",
    "social_care_comes_first",
    "standing_of",
    "suggested_row",
]
