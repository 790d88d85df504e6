"""Who may do what with referrals, by subject; each module declares its rules when it is imported."""

from referrals.permissions import (
    copies,
    drafts,
    enquiries,
    files,
    gateway,
    hold,
    identity,
    monitoring,
    national,
    public,
    referral,
    routing,
    sealed,
    second_reading,
    transfer,
    triage,
)

__all__ = [
    "copies",
    "drafts",
    "enquiries",
    "files",
    "gateway",
    "hold",
    "identity",
    "monitoring",
    "national",
    "public",
    "referral",
    "routing",
    "sealed",
    "second_reading",
    "transfer",
    "triage",
]
