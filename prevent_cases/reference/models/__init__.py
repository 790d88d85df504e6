"""What is looked up: dated code lists, and what each area has decided about its own work."""

from prevent_cases.reference.models.assessing import AssessmentPolicy
from prevent_cases.reference.models.broken_glass import BrokenGlassPolicy
from prevent_cases.reference.models.concern_types import ConcernType
from prevent_cases.reference.models.consent import ConsentPolicy
from prevent_cases.reference.models.contacts import DANGER, Contact, ContactKind, NationalContact
from prevent_cases.reference.models.copies import CopiesPolicy
from prevent_cases.reference.models.deciding import CasePolicy
from prevent_cases.reference.models.ending import (
    AreaEndReason,
    CaseEndReason,
    after_which_nothing_follows,
    end_reason_in_words,
    end_reasons,
    end_reasons_ever,
    end_reasons_today,
)
from prevent_cases.reference.models.enquiries import EnquiryPolicy
from prevent_cases.reference.models.frameworks import (
    NOT_KNOWN,
    Framework,
    FrameworkDomain,
    FrameworkFactor,
    FrameworkVersion,
    ScalePoint,
    fault_of_scale,
    points_in,
    read_whole,
    said_by,
    scale_of,
)
from prevent_cases.reference.models.gateway import GatewayPolicy
from prevent_cases.reference.models.information import InformationPolicy
from prevent_cases.reference.models.lawful_basis import LawfulBasis
from prevent_cases.reference.models.letters import LetterPolicy
from prevent_cases.reference.models.national_form import NationalFormBlock
from prevent_cases.reference.models.onward import (
    NAMES_A_SERVICE,
    AreaOnwardService,
    OnwardService,
    onward_service_in_words,
    onward_services,
)
from prevent_cases.reference.models.policy import DecidedByTwo, Policy, Question, policies
from prevent_cases.reference.models.purpose import PurposePolicy
from prevent_cases.reference.models.referring import ReferringPolicy
from prevent_cases.reference.models.retention import RetentionPolicy
from prevent_cases.reference.models.school_holidays import SchoolHoliday
from prevent_cases.reference.models.section36 import Section36Policy
from prevent_cases.reference.models.sharing import SharingPolicy
from prevent_cases.reference.models.support import PREPARED_BEFORE_AT_MOST, SupportPolicy
from prevent_cases.reference.models.transfer import TransferPolicy
from prevent_cases.reference.models.triage import TriagePolicy
from prevent_cases.reference.models.working_days import DayOverride, Nation, WorkingDaysPolicy, obstacle_to_changing

__all__ = [
    "DANGER",
    "NAMES_A_SERVICE",
    "NOT_KNOWN",
    "PREPARED_BEFORE_AT_MOST",
    "AreaEndReason",
    "AreaOnwardService",
    "AssessmentPolicy",
    "BrokenGlassPolicy",
    "CaseEndReason",
    "CasePolicy",
    "ConcernType",
    "ConsentPolicy",
    "Contact",
    "ContactKind",
    "CopiesPolicy",
    "DayOverride",
    "DecidedByTwo",
    "EnquiryPolicy",
    "Framework",
    "FrameworkDomain",
    "FrameworkFactor",
    "FrameworkVersion",
    "GatewayPolicy",
    "InformationPolicy",
    "LawfulBasis",
    "LetterPolicy",
    "Nation",
    "NationalContact",
    "NationalFormBlock",
    "OnwardService",
    "Policy",
    "PurposePolicy",
    "Question",
    "ReferringPolicy",
    "RetentionPolicy",
    "ScalePoint",
    "SchoolHoliday",
    "Section36Policy",
    "SharingPolicy",
    "SupportPolicy",
    "TransferPolicy",
    "TriagePolicy",
    "WorkingDaysPolicy",
    "after_which_nothing_follows",
    "end_reason_in_words",
    "end_reasons",
    "end_reasons_ever",
    "end_reasons_today",
    "fault_of_scale",
    "obstacle_to_changing",
    "onward_service_in_words",
    "onward_services",
    "points_in",
    "policies",
    "read_whole",
    "said_by",
    "scale_of",
]
