"""Who may do what with referrals, by subject; each module declares its rules when it is imported."""

from referrals.permissions import referral, triage

__all__ = ["referral", "triage"]
