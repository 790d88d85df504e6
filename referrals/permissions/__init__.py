"""Who may do what with referrals, by subject; each module declares its rules when it is imported."""

from referrals.permissions import files, referral, routing, triage

__all__ = ["files", "referral", "routing", "triage"]
