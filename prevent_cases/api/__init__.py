"""The programming interface: the same operations and records as the pages, as JSON, for the signed-in person."""
