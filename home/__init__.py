"""Home: what is asked of me today."""
