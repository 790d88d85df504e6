"""The pages of an area's settings, by subject."""
