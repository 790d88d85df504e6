"""Reports: case summaries and board reports."""
