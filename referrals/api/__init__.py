"""The endpoints of referrals, by subject: referring, triage."""
