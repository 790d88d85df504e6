"""One person as one agency described them, read for comparing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from referrals.matching.addresses import marks_of
from referrals.matching.dates import Birth
from referrals.matching.names import Name, read, read_other


@dataclass(frozen=True)
class Description:
    names: tuple[Name, ...]
    birth: Birth
    homes: frozenset[str]


def describe(
    given_names: str,
    family_name: str,
    *,
    other_names: Iterable[str] = (),
    born_on: date | None = None,
    age: int | None = None,
    said_on: date | None = None,
    address: str = "",
) -> Description:
    """``other_names`` are aliases and other spellings; ``age`` was said on the day ``said_on``."""
    # A form may be sent with hundreds of lines; nobody has so many names.
    others = [line for line in other_names if line.strip()][:6]
    names = (read(given_names, family_name), *map(read_other, others))
    return Description(tuple(name for name in names if name.given), Birth(born_on, age, said_on), marks_of(address))
