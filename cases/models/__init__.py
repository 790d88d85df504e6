"""The records of a case, by subject."""

from cases.models.agreement import AgreementParty, SharingAgreement, lacking
from cases.models.area_search import AreaSearch
from cases.models.assessment import Assessment, FactorEntry, to_assess_anew
from cases.models.broken_glass import BrokenGlass, GlassKind
from cases.models.case import Case, live_case_for, obstacles_to_ending
from cases.models.consent import (
    BeingTold,
    Capacity,
    Consent,
    ConsentAnswer,
    ConsentBy,
    ConsentHow,
    ToldWhom,
    agreement_that_counts,
    answers_possible,
    may_answer,
    may_be_told,
    obstacle_to_agreement_on,
    obstacle_to_asking_for_support,
    obstacle_to_being_asked_on,
)
from cases.models.contact_log import ContactWay, ContactWith, LoggedContact
from cases.models.contributions import CONFIRMED_SINGLY, GOES_OVER, Contribution, Mark
from cases.models.cover import Cover
from cases.models.deadlines import Deadlines, Due
from cases.models.disclosure import DisclosedBy, OutsideDisclosure
from cases.models.dispute import Dispute, receipts_to_write_anew
from cases.models.exclusion import Exclusion, ExclusionKind
from cases.models.files import MOST_OF_AGENCY, MOST_OF_CASE, CaseFile
from cases.models.grants import CaseGroupPermission, CaseUserPermission
from cases.models.information import AnswerKind, InformationAnswer, InformationRequest
from cases.models.interventions import BRIEF, Intervention
from cases.models.keeping import KeptBecause, LegalHold, LegalHoldReview, RetentionReview
from cases.models.leaving import EXIT_ITEMS, ExitPlan
from cases.models.letters import Letter, LetterKind, LetterTo, SentHow
from cases.models.own_account import OwnAccount, SaidHow
from cases.models.ownership import Allocation, OwnerCover, coordinators_of, owner_coordinates, without_owner
from cases.models.panel_offer import (
    OfferedBecause,
    OfferOutcome,
    PanelOffer,
    chairs_of,
    moves_at_18,
    panel_for_an_adult,
    panels_for_children,
)
from cases.models.project import Project
from cases.models.purpose import Purpose, PurposeKind
from cases.models.recipients import AUTHORISED_KINDS, RecipientKind
from cases.models.release import ConfidentialityGround
from cases.models.request_to_see import RequestToSee
from cases.models.restriction import NamedReader, Restriction
from cases.models.section36 import NOT_SENT_BACK, CarriedBefore, CaseReferral, DecidedAs, Section36Decision
from cases.models.sessions import AgreedSession, InterventionSession
from cases.models.sharing import Level, Share
from cases.models.stages import BEGINNINGS, LIVE, REVIEWED_AFTER, TO_MOVE_ON, TRANSITIONS, Stage
from cases.models.support import PLAN_ITEMS, SupportPlan
from cases.models.transfer import CaseTransfer, first_panels_by
from cases.models.transferred import TransferredContribution, TransferredDecision, TransferredReferral
from cases.models.who_helps import ProviderApproval, obstacle_to_asking, taken_by, to_approve, who_can_be_asked
from cases.models.worried import UrgentConcern

__all__ = [
    "AUTHORISED_KINDS",
    "BEGINNINGS",
    "BRIEF",
    "CONFIRMED_SINGLY",
    "EXIT_ITEMS",
    "GOES_OVER",
    "LIVE",
    "MOST_OF_AGENCY",
    "MOST_OF_CASE",
    "NOT_SENT_BACK",
    "PLAN_ITEMS",
    "REVIEWED_AFTER",
    "TO_MOVE_ON",
    "TRANSITIONS",
    "AgreedSession",
    "AgreementParty",
    "Allocation",
    "AnswerKind",
    "AreaSearch",
    "Assessment",
    "BeingTold",
    "BrokenGlass",
    "Capacity",
    "CarriedBefore",
    "Case",
    "CaseFile",
    "CaseGroupPermission",
    "CaseReferral",
    "CaseTransfer",
    "CaseUserPermission",
    "ConfidentialityGround",
    "Consent",
    "ConsentAnswer",
    "ConsentBy",
    "ConsentHow",
    "ContactWay",
    "ContactWith",
    "Contribution",
    "Cover",
    "Deadlines",
    "DecidedAs",
    "DisclosedBy",
    "Dispute",
    "Due",
    "Exclusion",
    "ExclusionKind",
    "ExitPlan",
    "FactorEntry",
    "GlassKind",
    "InformationAnswer",
    "InformationRequest",
    "Intervention",
    "InterventionSession",
    "KeptBecause",
    "LegalHold",
    "LegalHoldReview",
    "Letter",
    "LetterKind",
    "LetterTo",
    "Level",
    "LoggedContact",
    "Mark",
    "NamedReader",
    "OfferOutcome",
    "OfferedBecause",
    "OutsideDisclosure",
    "OwnAccount",
    "OwnerCover",
    "PanelOffer",
    "Project",
    "ProviderApproval",
    "Purpose",
    "PurposeKind",
    "RecipientKind",
    "RequestToSee",
    "Restriction",
    "RetentionReview",
    "SaidHow",
    "Section36Decision",
    "SentHow",
    "Share",
    "SharingAgreement",
    "Stage",
    "SupportPlan",
    "ToldWhom",
    "TransferredContribution",
    "TransferredDecision",
    "TransferredReferral",
    "UrgentConcern",
    "agreement_that_counts",
    "answers_possible",
    "chairs_of",
    "coordinators_of",
    "first_panels_by",
    "lacking",
    "live_case_for",
    "may_answer",
    "may_be_told",
    "moves_at_18",
    "obstacle_to_agreement_on",
    "obstacle_to_asking",
    "obstacle_to_asking_for_support",
    "obstacle_to_being_asked_on",
    "obstacles_to_ending",
    "owner_coordinates",
    "panel_for_an_adult",
    "panels_for_children",
    "receipts_to_write_anew",
    "taken_by",
    "to_approve",
    "to_assess_anew",
    "who_can_be_asked",
    "without_owner",
]
