"""The pages of referrals, by subject."""
