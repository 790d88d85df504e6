"""Invented people, and the same people as another agency writes them down: misheard, misread, half known.

Everything falls the same way at every run.
"""

import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from tests.referrals.name_stock import ORIGINS, Origin

TODAY = date(2026, 11, 25)
STREETS = ["Sluice Lane", "Osier Row", "Tern Street", "Mill Leat", "Saltern Road", "Quay Street", "Heron Close",
           "Ropewalk", "Cinder Path", "Alder Court", "Brickfield Road", "Harbour View", "Station Road", "Church Lane",
           "Victoria Street", "Park Avenue"]  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody as one agency describes them. ``origin`` is for measuring alone."""

    origin: str
    given_names: str
    family_name: str
    born_on: date | None
    age: int | None = None
    address: str = ""
    other_names: str = ""


def draw(number: int, dice: Random) -> list[Person]:
    """So many people, of all origins alike; seven in ten of them under 30, one in eight without a known birthday."""
    people, origins = [], list(ORIGINS.items())
    for index in range(number):
        name, origin = origins[index % len(origins)]
        # Some names are borne by many: the first of each stock most often.
        given, family = (names[int(len(names) * dice.random() ** 1.6)] for names in (origin.given, origin.family))
        if dice.random() < 0.2:
            given += " " + dice.choice(origin.given)
        if dice.random() < 0.1 and " " not in family:
            family += "-" + dice.choice(origin.family).split()[-1]
        if origin.often_single and dice.random() < 0.25:
            given, family = given.split()[0], ""
        years = dice.randrange(8, 30) if dice.random() < 0.7 else dice.randrange(30, 75)
        born_on = TODAY - timedelta(days=round(365.25 * years) + dice.randrange(365))
        address = f"{dice.randrange(1, 150)} {dice.choice(STREETS)}" if dice.random() < 0.8 else ""
        other = variant(given, origin, dice) + " " + family if dice.random() < 0.05 else ""
        person = Person(name, given, family, born_on, None, address, other)
        people.append(only_an_age(person, dice) if dice.random() < 0.125 else person)
    return people


def corrupted(person: Person, dice: Random) -> Person:
    """The same person as somebody else writes them down: always another name, and six times in ten another date."""
    for corrupt in dice.sample(NAMES, 1 if dice.random() < 0.7 else 2):
        person = corrupt(person, dice)
    if person.born_on and dice.random() < 0.6:
        person = dice.choice(DATES)(person, dice)
    if dice.random() < 0.5:
        person = replace(person, address="" if dice.random() < 0.5 else f"{dice.randrange(1, 150)} Elsewhere Road")
    return person


# -- Names ------------------------------------------------------------------------------------------------------------


def mistyped(text: str, dice: Random) -> str:
    """One letter left out, doubled, exchanged with the next or hit beside, never the first of a short name."""
    places = [place for place, sign in enumerate(text) if sign.isalpha() and (place or len(text) > 4)]
    if not places or len(text) < 3:
        return text
    place = dice.choice(places)
    before, sign, after = text[:place], text[place], text[place + 1 :]
    kind = dice.randrange(4)
    if kind == 0:
        return before + after
    if kind == 1:
        return before + sign + sign.lower() + after
    if kind == 2 and after and after[0].isalpha():
        return before + after[0] + sign + after[1:]
    return before + dice.choice("aeioursntlmd") + after


def typo_in_given(person: Person, dice: Random) -> Person:
    return replace(person, given_names=mistyped(person.given_names, dice))


def typo_in_family(person: Person, dice: Random) -> Person:
    return replace(person, family_name=mistyped(person.family_name, dice))


BY_EAR = [
    tuple(pair.split("-"))
    for pair in "ee-i ou-u ph-f ck-k c-k y-i i-y v-w z-s th-t kh-k aa-a oo-u e-a o-u ll-l ss-s".split()  # noqa: SIM905
]


def variant(name: str, origin: Origin, dice: Random) -> str:
    """Another spelling in use, perhaps in another script; otherwise as it may be written by ear."""
    if spellings := origin.spellings.get(name):
        return dice.choice(sorted(spellings))
    by_ear = [name[0] + name[1:].replace(*pair, 1) for pair in BY_EAR if pair[0] in name[1:]]
    return dice.choice(by_ear) if by_ear else plain(name)


def plain(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def spelt_otherwise(person: Person, dice: Random) -> Person:
    origin = ORIGINS[person.origin]
    return replace(
        person,
        given_names=variant(person.given_names, origin, dice),
        family_name=variant(person.family_name, origin, dice) if person.family_name else "",
    )


def exchanged(person: Person, dice: Random) -> Person:
    if not person.family_name:
        return spelt_otherwise(person, dice)
    return replace(person, given_names=person.family_name, family_name=person.given_names)


def half(person: Person, dice: Random) -> Person:
    """One of two first names, or half of a double name."""
    given, family = person.given_names.split(), person.family_name.split("-")
    if len(given) == 1 and len(family) == 1:
        return typo_in_given(person, dice)
    return replace(person, given_names=given[0], family_name=family[-1])


def signs_otherwise(person: Person, dice: Random) -> Person:
    """Accents left out or taken apart, apostrophes and hyphens gone, capitals."""
    change: Callable[[str], str] = dice.choice(
        [
            plain,
            lambda name: unicodedata.normalize("NFD", name),
            str.upper,
            lambda name: name.replace("'", "").replace("-", " "),
            lambda name: name.replace("'", "’").replace(" ", "-"),
        ]
    )
    return replace(person, given_names=change(person.given_names), family_name=change(person.family_name))


def under_an_alias(person: Person, dice: Random) -> Person:
    """Known there by another name, the first one being told too."""
    said = f"{person.given_names} {person.family_name}".strip()
    stranger = ORIGINS[person.origin]
    return replace(
        person,
        given_names=dice.choice(stranger.given),
        family_name=dice.choice(stranger.family),
        other_names=said,
    )


NAMES = [
    typo_in_given,
    typo_in_family,
    spelt_otherwise,
    spelt_otherwise,
    exchanged,
    half,
    signs_otherwise,
    under_an_alias,
]


# -- Dates ------------------------------------------------------------------------------------------------------------


def day_and_month_exchanged(person: Person, dice: Random) -> Person:
    born = person.born_on
    if born.day > 12:
        return wrong_figure_of_day(person, dice)
    return replace(person, born_on=born.replace(day=born.month, month=born.day))


def wrong_figure_of_day(person: Person, dice: Random) -> Person:
    days = [
        day
        for day in range(1, 29)
        if sum(a != b for a, b in zip(f"{day:02}", f"{person.born_on:%d}", strict=True)) == 1
    ]
    return replace(person, born_on=person.born_on.replace(day=dice.choice(days)))


def another_month(person: Person, dice: Random) -> Person:
    born = person.born_on
    months = [month for month in range(1, 13) if born.day <= monthrange(born.year, month)[1] and month != born.month]
    return replace(person, born_on=born.replace(month=dice.choice(months)))


def another_year(person: Person, dice: Random) -> Person:
    born = person.born_on
    day = 28 if (born.month, born.day) == (2, 29) else born.day
    return replace(person, born_on=born.replace(day=day, year=born.year + dice.choice([-10, -2, -1, 1, 2])))


def only_an_age(person: Person, dice: Random) -> Person:
    if not person.born_on:
        return person
    age = (TODAY - person.born_on).days // 365 + dice.choice([-1, 0, 0, 0, 1])
    return replace(person, born_on=None, age=max(age, 0))


DATES = [day_and_month_exchanged, wrong_figure_of_day, another_month, another_year, only_an_age]
