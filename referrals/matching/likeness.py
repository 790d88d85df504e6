"""Whether two descriptions may be of one person, and why, in words. The order is for a list; it is shown to nobody."""

from dataclasses import dataclass

from referrals.matching.dates import WORDS as BIRTH_WORDS
from referrals.matching.dates import Born, births_alike
from referrals.matching.description import Description
from referrals.matching.names import Alike, Name, parts_alike


@dataclass(frozen=True)
class NamesAlike:
    """How alike first and last name are; ``exchanged`` when the first of one is the last of the other."""

    given: Alike
    family: Alike
    exchanged: bool = False
    other: bool = False
    single: bool = False
    written_alike: bool = False

    @property
    def both(self) -> Alike:
        return min(self.given, self.family)

    @property
    def one(self) -> Alike:
        return max(self.given, self.family)

    @property
    def order(self) -> tuple:
        return self.both, self.one, not self.other, not self.exchanged


@dataclass(frozen=True)
class Likeness:
    """Why two descriptions may be of one person. ``strong``: enough to say that somebody may be held elsewhere."""

    words: str
    order: tuple
    strong: bool


def likeness(one: Description, other: Description) -> Likeness | None:
    """None where nothing, or too little, says that they are the same person."""
    born = births_alike(one.birth, other.birth)
    if born == Born.APART:
        return None
    same_home = bool(one.homes & other.homes)
    if not one.names or not other.names:
        return None
    names = max((names_alike(a, b) for a in one.names for b in other.names), key=lambda each: each.order)
    rank = rank_of(names, born, same_home)
    if rank is None:
        return None
    reasons = [words_of(names), BIRTH_WORDS[born]] + (["same address"] if same_home else [])
    strong = rank <= 2
    return Likeness("; ".join(reasons), (-rank, names.both, born, same_home, names.one), strong)


def rank_of(names: NamesAlike, born: Born, same_home: bool) -> int | None:
    """Which of the grounds, from the best, says that they may be the same person; None for none of them."""
    both, one = names.both > Alike.NO, names.one > Alike.NO
    near = born >= Born.DAYS_APART
    grounds = (
        both and born == Born.SAME,
        both and (near or same_home),
        one and born == Born.SAME and same_home,
        one and near and names.single,
        both and born == Born.AGE_FITS,
        one and born == Born.SAME,
        both and born == Born.UNKNOWN and not names.single,
        one and born in (Born.EXCHANGED, Born.OTHER_DAY, Born.OTHER_MONTH, Born.OTHER_YEAR) and same_home,
        one and born == Born.AGE_FITS and same_home,
        born == Born.SAME and same_home,
    )
    return next((rank for rank, ground in enumerate(grounds) if ground), None)


def names_alike(one: Name, other: Name) -> NamesAlike:
    more = {"other": one.other or other.other, "written_alike": one.written == other.written}
    if one.is_single and other.is_single:
        alike = parts_alike(one.given, other.given)
        return NamesAlike(alike, alike, single=True, **more)
    if one.is_single or other.is_single:
        single, full = (one, other) if one.is_single else (other, one)
        alike = max(parts_alike(single.given, full.given), parts_alike(single.given, full.family))
        return NamesAlike(alike, Alike.NO, single=True, **more)
    straight = NamesAlike(parts_alike(one.given, other.given), parts_alike(one.family, other.family), **more)
    if straight.both >= Alike.IN_SOUND:
        return straight
    crossed = NamesAlike(
        parts_alike(one.given, other.family), parts_alike(one.family, other.given), exchanged=True, **more
    )
    return max(straight, crossed, key=lambda each: each.order)


def words_of(names: NamesAlike) -> str:
    """What is alike about the names, as the beginning of a sentence."""
    if names.one == Alike.NO:
        return "Other names"
    if names.single:
        said = {Alike.SAME: "The one name is the same", Alike.IN_SOUND: "The one name sounds alike"}
        words = said.get(names.one, "The one name is spelt nearly alike")
    elif names.both == Alike.NO:
        alike, another = ("First", "last") if names.given > names.family else ("Last", "first")
        words = f"{alike} name alike, another {another} name"
    elif names.both == Alike.SAME:
        words = "Same name" if names.written_alike or names.exchanged else "Same name, written differently"
    else:
        words = "Names sound alike" if names.both == Alike.IN_SOUND else "Names spelt nearly alike"
    if names.exchanged:
        words += ", first and last name exchanged"
    return words + (", by another name given for them" if names.other else "")
