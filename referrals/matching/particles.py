"""Small words of names, which are written apart or as one with what follows: van der Berg and Vanderberg."""

from collections.abc import Iterator

from referrals.matching.alike import PARTICLES

# "Van", "der" and a third. Of what follows them the rest is no less, so that few other names are taken for it.
MOST_SMALL, LEAST_REST = 3, 4


def as_written(words: list[str]) -> str:
    """The words of a name in PostgreSQL's language of queries: each as it begins, or as it may be written otherwise."""
    return " & ".join(f"({' | '.join(ways)})" for ways in ways_of(words))


def ways_of(words: list[str]) -> Iterator[list[str]]:
    """Of each word, or of some small ones with the one they belong to, the ways in which they may be written."""
    small: list[str] = []
    for word in words:
        if word in PARTICLES:
            small.append(word)
            continue
        before = [begins(each) for each in small]
        ways = [*before, begins(word)], *([*before, *parts, begins(rest)] for parts, rest in parted(word))
        as_one = [begins("".join([*small, word]))] if small else []
        yield [*(" & ".join(way) for way in ways), *as_one]
        small = []
    if small:
        yield [" & ".join(begins(each) for each in small)]


def begins(word: str) -> str:
    return f"'{word}':*"


def parted(word: str, most: int = MOST_SMALL) -> Iterator[tuple[list[str], str]]:
    """The small words with which a word may begin, and the rest of it."""
    for end in range(2, len(word) - LEAST_REST + 1) if most else ():
        if word[:end] in PARTICLES:
            # Asked whole, since many other words begin as a small one does.
            part, rest = f"'{word[:end]}'", word[end:]
            yield [part], rest
            yield from (([part, *further], last) for further, last in parted(rest, most - 1))
