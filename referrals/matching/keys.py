"""What a description is looked up by: whoever may be the same person shares at least one key.

A key joins two facts, so that few people share one: the sounds of two names, or of one name and part of the birth, or
of one name and the home. Keys are numbers made from them, in which nothing can be read.
"""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import product

from referrals.matching.dates import exchanged
from referrals.matching.description import Description
from referrals.matching.names import Name, Word


def kept_keys(described: Description) -> set[int]:
    """The keys under which a person is kept."""
    return {number(key) for key in written(described, described.birth.on)}


def asked_keys(described: Description) -> set[int]:
    """The keys by which somebody is looked for: also with day and month of birth exchanged, and a year either side."""
    keys = set(written(described, described.birth.on))
    if described.birth.on and (other := exchanged(described.birth.on)):
        keys.update(of_birth(described, other))
    for year in (described.birth.years[:1], described.birth.years[-1:]):
        for beyond in (-1, 1):
            for each in year:
                keys.update(of_initials(described, each + beyond))
    return {number(key) for key in keys}


def written(described: Description, born_on) -> Iterator[str]:
    for name in described.names:
        yield from of_names(name)
    if born_on:
        yield from of_birth(described, born_on)
    for year in described.birth.years:
        yield from of_initials(described, year)
    for home, sound in product(described.homes, sounds_of_all(described)):
        yield f"home {home} {sound}"


def sounds(words: tuple[Word, ...]) -> set[str]:
    return set().union(*(word.sounds for word in words))


def sounds_of_all(described: Description) -> set[str]:
    return set().union(*(sounds(name.given) | sounds(name.family) for name in described.names))


def of_names(name: Name) -> Iterator[str]:
    """First and last name, in either order."""
    for given, family in product(sounds(name.given), sounds(name.family) or {""}):
        yield f"names {min(given, family)} {max(given, family)}"


def of_birth(described: Description, day) -> Iterator[str]:
    yield f"born {day:%Y-%m-%d}"
    for sound in sounds_of_all(described):
        yield f"born {day:%Y-%m} {sound}"
        yield f"born {day:%m-%d} {sound}"
        yield f"born {day:%Y}--{day:%d} {sound}"


def of_initials(described: Description, year: int) -> Iterator[str]:
    """One name, and how the other begins or how it ends, for those whose day of birth nobody knows."""
    for name in described.names:
        for one, other in ((name.given, name.family), (name.family, name.given)):
            ends = {end for sound in sounds(other) for end in (sound[0] + "-", "-" + sound[-1]) if sound[0] != "#"}
            for sound, end in product(sounds(one), ends or {""}):
                yield f"about {year} {sound} {end}"


def number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(errors="replace"), digest_size=8).digest(), signed=True)
