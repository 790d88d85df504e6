"""What administrators are asked, by subject."""
