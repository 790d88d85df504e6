"""Proofs too slow for every change, run by `python3 run.py prove NAME`: each prints what it found, or fails."""
