"""Demonstration: three invented areas, loaded through the operations."""
