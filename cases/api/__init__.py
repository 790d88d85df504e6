"""The endpoints of cases, by subject."""
