"""Names: how they are read, how they sound, and how alike two of them are."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import product

from jellyfish import jaro_similarity
from rapidfuzz.distance import OSA

from referrals.matching.alike import GROUP_OF, MOST_COMMON, PARTICLES
from referrals.matching.letters import words_and_bareness


class Alike(IntEnum):
    """How alike two words of a name are, or two names."""

    NO = 0
    NEARLY = 1
    IN_SOUND = 2
    SAME = 3


@dataclass(frozen=True)
class Word:
    """One word of a name; ``sounds`` are what it may sound like, as consonants, and the names it is a form of."""

    letters: str
    sounds: frozenset[str]
    # Written in a script that leaves most vowels out.
    bare: bool = False


@dataclass(frozen=True)
class Name:
    """A name in two parts. Somebody of one name has no family name."""

    given: tuple[Word, ...]
    family: tuple[Word, ...]
    # Exactly as it was written, but for capitals, accents and signs.
    written: tuple[str, str]
    other: bool = False

    @property
    def is_single(self) -> bool:
        return not self.family


def read(given_names: str, family_name: str, *, other: bool = False) -> Name:
    given, family = read_part(given_names), read_part(family_name)
    if not given:
        given, family = family, ()
    written = " ".join(given_names.lower().split()), " ".join(family_name.lower().split())
    return Name(given, family, written, other)


def read_other(line: str) -> Name:
    """A name given in one piece: its last word is taken for the family name."""
    *given, family = line.split() or [""]
    return read(" ".join(given), family, other=True)


@lru_cache(maxsize=4096)
def read_part(text: str) -> tuple[Word, ...]:
    """The words of one part, and where there are two or three, all of them as one: Jean-Pierre, Abdul Rahman."""
    written = [(word, bare) for word, bare in words_and_bareness(text) if word not in PARTICLES]
    written = (written or words_and_bareness(text))[:5]
    words = [made(word, bare) for word, bare in joined(written)]
    if 1 < len(words) <= 3 and not any(MOST_COMMON & word.sounds for word in words):
        words.append(made("".join(word.letters for word in words), any(word.bare for word in words)))
    return tuple(dict.fromkeys(words))


def joined(written: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """ "Mc Donald" is one word, and so is "Abdul Rahman"."""
    out: list[tuple[str, bool]] = []
    for word, bare in written:
        if out and re.fullmatch(r"ma?c|o|fitz|abd[aeou]{0,2}[lr]?", out[-1][0]):
            before, was_bare = out.pop()
            word, bare = before + word, bare or was_bare
        out.append((word, bare))
    return out


@lru_cache(maxsize=4096)
def made(letters: str, bare: bool) -> Word:
    # The article melts into what follows: Abdurrahman, Abdirahman, Abdul Rahman.
    shown = re.sub(r"^abd[aeiou]{1,2}(?:l(?=[^aeiou])|([^aeiou])(?=\1))?(?=.{3})", "abd", letters)
    # Written apart, a small word is left out: so this one may be meant without it.
    forms = {shown, *(shown.removeprefix(small) for small in ATTACHED if len(shown) >= len(small) + 4)}
    if re.match(r"[ck]h[aeiouy]", shown):
        forms.add(shown[1:])  # Chaim and Haim, Khalid and Halid.
    sounds = {skeleton(form, second) for form in forms for second in (False, True)}
    return Word(letters, frozenset(sounds | {f"#{group}" for group in GROUP_OF.get(letters, ())}), bare)


# Small words that are often written as one with what follows.
ATTACHED = ("al", "el", "da", "de", "di", "del", "dos", "la", "le", "lo", "van", "von", "vanden", "d")

# What is spoken as one sound, in this order: ``(pattern, first reading, second reading)``.
SPOKEN = [
    (re.compile(pattern), first, second)
    for pattern, first, second in (
        (r"ph", "p", "p"),
        (r"(?:t|d)?s?ch(?=r)", "k", "k"),
        (r"tsch|sch|tch|dzh|dj|tz|ts|cz|sz|zh|sh|rz", "s", "s"),
        (r"^dz|dz", "s", "t"),
        (r"th", "t", "s"),
        (r"kh|gh|ck|cc", "k", "k"),
        (r"^x|xh", "s", "s"),
        (r"x", "ks", "ks"),
        (r"ch", "s", "k"),
        (r"c(?=[eiy])", "s", "k"),
        (r"c|q", "k", "k"),
        (r"g(?=[eiy])", "k", "s"),
        (r"j", "s", "y"),
        (r"^w", "p", "a"),
        (r"w", "a", "p"),
        (r"[bfv]", "p", "p"),
        (r"g", "k", "k"),
        (r"z", "s", "s"),
        (r"d", "t", "t"),
        (r"n(?=p)", "m", "m"),
        (r"^h?[aeiouy]+h?|^h", "A", "A"),
        (r"[aeiouyh]", " ", " "),
    )
]


def skeleton(letters: str, second: bool) -> str:
    """The consonants as they sound, alike for what different spellings write: Muhammad and Mohamed are ``mmt``.

    Some letters can be read in two ways; ``second`` takes the other one.
    """
    spoken = re.sub(r"(.)\1+", r"\1", letters)
    for pattern, first, other in SPOKEN:
        spoken = pattern.sub(other if second else first, spoken)
    return re.sub(r"(.)\1+", r"\1", spoken).replace(" ", "")[:6] or letters


def words_alike(one: Word, other: Word) -> Alike:
    if one.letters == other.letters:
        return Alike.SAME
    shared = one.sounds & other.sounds
    edits = OSA.distance(one.letters, other.letters, score_cutoff=2)
    shortest = min(len(one.letters), len(other.letters))
    if shared:
        is_form = any(sound.startswith("#") for sound in shared)
        # One consonant and a vowel says little: Lee and Leah.
        says_something = edits <= 1 or max(map(len, shared)) > 1
        if is_form or (says_something and (one.bare or other.bare or spelt_alike(one.letters, other.letters))):
            return Alike.IN_SOUND
    if (edits <= 1 and shortest >= 3) or (edits <= 2 and shortest >= 6):
        return Alike.NEARLY
    return Alike.NO


def spelt_alike(one: str, other: str) -> bool:
    """Alike enough to be the same where the consonants sound the same: Omar and Umar, and not Omar and Amir."""
    return one.endswith(other) or other.endswith(one) or jaro_similarity(one, other) >= 0.7


def parts_alike(one: tuple[Word, ...], other: tuple[Word, ...]) -> Alike:
    """How alike the likest words of two parts are. A first name that very many bear says nothing beside another."""
    return max(
        (words_alike(*pair) for pair in product(telling(one, other), telling(other, one))),
        default=Alike.NO,
    )


def telling(words: tuple[Word, ...], beside: tuple[Word, ...]) -> tuple[Word, ...]:
    if len(words) > 1 and len(beside) > 1:
        return tuple(word for word in words if not MOST_COMMON & word.sounds) or words
    return words
