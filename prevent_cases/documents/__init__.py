"""Stored documents: one way from a template to a PDF, kept with its hash, opened through a permission."""
