"""What is looked up: dated code lists, and what each area has decided about its own work."""

from prevent_cases.reference.models.concern_types import ConcernType
from prevent_cases.reference.models.policy import DecidedByTwo, Policy, Question, policies
from prevent_cases.reference.models.section36 import Section36Policy

__all__ = ["ConcernType", "DecidedByTwo", "Policy", "Question", "Section36Policy", "policies"]
