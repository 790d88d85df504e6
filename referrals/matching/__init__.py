"""Comparing what was said of two people: pure functions, which know no database and give words, never a number.

``letters`` brings any script to plain letters; ``names`` reads and compares names, ``dates`` births, ``addresses``
homes; ``description`` is one person as one agency described them; ``likeness`` says in words why two descriptions may
be of the same person; ``keys`` are what a database looks such descriptions up by.
"""
