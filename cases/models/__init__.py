"""The records of a case, by subject."""

from cases.models.case import Case, live_case_for
from cases.models.consent import Consent, ConsentAnswer, ConsentBy, ConsentHow
from cases.models.section36 import CaseReferral, DecidedAs, Section36Decision
from cases.models.sharing import CaseGroupPermission, CaseUserPermission, Share
from cases.models.stages import BEGINNINGS, LIVE, TO_MOVE_ON, TRANSITIONS, Stage

__all__ = [
    "BEGINNINGS",
    "LIVE",
    "TO_MOVE_ON",
    "TRANSITIONS",
    "Case",
    "CaseGroupPermission",
    "CaseReferral",
    "CaseUserPermission",
    "Consent",
    "ConsentAnswer",
    "ConsentBy",
    "ConsentHow",
    "DecidedAs",
    "Section36Decision",
    "Share",
    "Stage",
    "live_case_for",
]
