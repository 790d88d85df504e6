"""Who may do what with cases, by subject; each module declares its rules when it is imported."""

from cases.permissions import (
    assessment,
    case,
    consent,
    contact_log,
    contributions,
    cover,
    information,
    ownership,
    referral,
    section36,
    sharing,
    support,
)

__all__ = [
    "assessment",
    "case",
    "consent",
    "contact_log",
    "contributions",
    "cover",
    "information",
    "ownership",
    "referral",
    "section36",
    "sharing",
    "support",
]
