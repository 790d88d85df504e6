"""The pages of panels, by subject."""
