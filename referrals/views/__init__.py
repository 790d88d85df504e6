"""The pages of referrals, by subject: referring, triage."""
