"""Homes: what tells one from another, however it is written."""

import re

from referrals.matching.letters import words
from referrals.matching.names import skeleton

POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
NUMBER = re.compile(r"\b\d{1,4}[a-z]?\b", re.IGNORECASE)
KINDS_OF_STREET = frozenset(
    "street st road rd lane ln avenue ave close cl court ct drive dr flat the".split()  # noqa: SIM905
)


def marks_of(address: str) -> frozenset[str]:
    """A number with its postcode, and a number with the first word of its street: either says the same home."""
    postcode = POSTCODE.search(address)
    rest = POSTCODE.sub(" ", address)
    numbers = [number.lower() for number in NUMBER.findall(rest)[:2]]
    street = [word for word in words(rest) if not any(map(str.isdigit, word)) and word not in KINDS_OF_STREET]
    marks = set()
    for number in numbers:
        if postcode:
            marks.add(f"{number} {''.join(postcode.groups()).lower()}")
        if street:
            marks.add(f"{number} {skeleton(street[0], False)}")
    return frozenset(marks)
