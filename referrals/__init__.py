"""Referrals: from a worry to a decision."""
