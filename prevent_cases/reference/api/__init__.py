"""The endpoints of an area's settings, by subject."""
