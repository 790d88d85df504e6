"""What is looked up: dated code lists, and what each area has decided about its own work."""

from prevent_cases.reference.models.concern_types import ConcernType
from prevent_cases.reference.models.gateway import GatewayPolicy
from prevent_cases.reference.models.policy import DecidedByTwo, Policy, Question, policies
from prevent_cases.reference.models.referring import ReferringPolicy
from prevent_cases.reference.models.section36 import Section36Policy
from prevent_cases.reference.models.triage import TriagePolicy

__all__ = [
    "ConcernType",
    "DecidedByTwo",
    "GatewayPolicy",
    "Policy",
    "Question",
    "ReferringPolicy",
    "Section36Policy",
    "TriagePolicy",
    "policies",
]
