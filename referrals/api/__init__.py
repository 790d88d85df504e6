"""The endpoints of referrals, by subject: referring, receiving, triage."""
