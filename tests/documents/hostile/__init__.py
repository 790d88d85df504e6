"""Files as somebody with bad intent would send them, more than two hundred, made anew each time and never kept.

Whatever must not come through holds ``CANARY``: the words of a script, the place where a picture was taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass

CANARY = "kestrel-that-must-not-come-through"
# What every scanner knows for a trial, put together so that none finds it in this file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


@dataclass(frozen=True)
class Hostile:
    """One file: what is wrong with it, what it is called, and what is in it."""

    what: str
    given_name: str
    content: bytes

    def __str__(self) -> str:
        return self.what


def hostile_files() -> list[Hostile]:
    from tests.documents.hostile import lies, names, pdfs, pictures, word

    return [each for module in (lies, names, pdfs, pictures, word) for each in _of(module.files())]


def _of(found: Iterator[tuple[str, str, bytes]]) -> Iterator[Hostile]:
    for what, given_name, content in found:
        yield Hostile(what, given_name, content)
