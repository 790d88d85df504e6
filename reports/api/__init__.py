"""The endpoints of reports, by subject."""
