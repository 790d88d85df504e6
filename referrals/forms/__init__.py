"""What is asked about a referral, by subject: referring, receiving, routing, triage, worklist."""
