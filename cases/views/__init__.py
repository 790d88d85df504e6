"""The pages of cases, by subject."""
