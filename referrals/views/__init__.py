"""The pages of referrals, by subject: referring, receiving, routing, triage, worklist."""
