"""Actions: what one agency will do, by a date."""
