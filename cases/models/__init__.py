"""The records of a case, by subject."""

from cases.models.assessment import Assessment, FactorEntry, to_assess_anew
from cases.models.case import Case, live_case_for
from cases.models.consent import (
    BeingTold,
    Capacity,
    Consent,
    ConsentAnswer,
    ConsentBy,
    ConsentHow,
    ToldWhom,
    may_answer,
)
from cases.models.contact_log import ContactWay, ContactWith, LoggedContact
from cases.models.ownership import Allocation, OwnerCover, coordinators_of, without_owner
from cases.models.section36 import CaseReferral, DecidedAs, Section36Decision
from cases.models.sharing import CaseGroupPermission, CaseUserPermission, Share
from cases.models.stages import BEGINNINGS, LIVE, TO_MOVE_ON, TRANSITIONS, Stage

__all__ = [
    "BEGINNINGS",
    "LIVE",
    "TO_MOVE_ON",
    "TRANSITIONS",
    "Allocation",
    "Assessment",
    "BeingTold",
    "Capacity",
    "Case",
    "CaseGroupPermission",
    "CaseReferral",
    "CaseUserPermission",
    "Consent",
    "ConsentAnswer",
    "ConsentBy",
    "ConsentHow",
    "ContactWay",
    "ContactWith",
    "DecidedAs",
    "FactorEntry",
    "LoggedContact",
    "OwnerCover",
    "Section36Decision",
    "Share",
    "Stage",
    "ToldWhom",
    "coordinators_of",
    "live_case_for",
    "may_answer",
    "to_assess_anew",
    "without_owner",
]
