"""The individual a concern is about."""

import re
import unicodedata
from datetime import date

import pghistory
from django.db import models
from django.db.models import Q

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference

ADULT_AT = 18


@pghistory.track()
class Individual(Record):
    """The person a concern is about. What was said of them stands in the referrals, as sent."""

    under = None

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200, blank=True)
    born_on = models.DateField(null=True)
    # How old somebody said they were, and of which day that was true: only where no birthday is known.
    age_given = models.PositiveSmallIntegerField(null=True)
    age_given_on = models.DateField(null=True)

    field_classes = field_classes(public="reference", personal="given_names family_name born_on age_given age_given_on")

    class Meta(Record.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(age_given=None, age_given_on=None)
                | Q(born_on=None, age_given__isnull=False, age_given_on__isnull=False),
                name="an_age_is_of_a_day_and_stands_only_without_a_birthday",
            )
        ]
        indexes = [models.Index(fields=["born_on"], name="individuals_by_birthday")]

    @property
    def initials(self) -> str:
        return initials_of(self.given_names, self.family_name)

    @property
    def age(self) -> int | None:
        """Age in whole years today, or None where the date of birth is not known."""
        return age_on(self.born_on, clock.today())

    @property
    def aged(self) -> str:
        """Age today, as far as it is known, in the middle of a sentence."""
        if self.born_on:
            return str(self.age)
        if self.age_given is None:
            return "age not known"
        return f"about {self.age_given + age_on(self.age_given_on, clock.today())}"

    @property
    def age_words(self) -> str:
        """The same alone."""
        return self.aged.removeprefix("age ").capitalize()

    @property
    def adult_on(self) -> date | None:
        """The day from which they are surely 18: by an age alone, the last on which they can have that birthday.

        None where nothing is known.
        """
        if self.born_on:
            return birthday(self.born_on, ADULT_AT)
        return None if self.age_given is None else adult_by_age(self.age_given, self.age_given_on)

    def is_surely_adult_on(self, day: date) -> bool:
        return self.adult_on is not None and self.adult_on <= day


def initials_of(*names: str) -> str:
    return "".join(name[0].upper() for name in " ".join(names).split())


# Letters that no decomposition takes apart.
OTHER_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def plain_words(*texts: str) -> list[str]:
    """The words of names as they are searched: small letters without accents, whichever way these were written.

    An apostrophe parts words and joins them: O'Neill is found by "neill" and by "oneill".
    """
    decomposed = unicodedata.normalize("NFKD", " ".join(texts).casefold().translate(OTHER_LETTERS))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    joined = re.sub("['’`]", "", bare)
    return list(dict.fromkeys(re.findall(r"\w+", f"{bare} {joined}")))


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody is so old; born on 29 February, on 1 March of other years."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def adult_by_age(age: int, day: date) -> date:
    """From when on somebody of an age on a day is surely 18: as if their birthday had been on that day."""
    return birthday(day, ADULT_AT - age)


def age_on(born_on: date | None, day: date) -> int | None:
    """Age in whole years on a day; somebody born on 29 February has their birthday on 1 March in other years."""
    if born_on is None:
        return None
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
