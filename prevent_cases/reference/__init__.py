"""Dated code lists: words that change with the national returns and not with the code."""
