"""What is asked about a case, by subject."""
