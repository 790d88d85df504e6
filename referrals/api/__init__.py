"""The endpoints of referrals, by subject."""
