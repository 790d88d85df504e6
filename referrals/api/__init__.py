"""The endpoints of referrals, by subject: referring, receiving, routing, triage."""
