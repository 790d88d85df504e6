"""Invented people: names, ages, genders and addresses, drawn without regard to anything that is said of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from referrals.models import Gender, age_on

# Many origins side by side; given and family names are drawn apart, so that neither tells the other.
MALE = (
    "Aaron Abdi Adil Aleksander Amir Anton Archie Bilal Callum Cezary Chidi Connor Cyrus Dawit Deepak Dev Dominik "
    "Edwin Ehsan Emeka Ethan Faisal Felix Gethin Giorgio Hamza Haruto Harvey Idris Imran Isaac Ivo Jaden Jakub Jamal "
    "Joel Kacper Karim Kenji Kieran Kofi Laurence Leon Luca Łukasz Malachi Mateusz Milan Nathaniel Nikhil Oisín Oscar "
    "Owain Parvez Pavel Rafael Rajan Reece Rhys Samir Santiago Stefan Tariq Theo Tobias Tomos Umar Viktor Wesley "
    "Xavier Yonas Yusuf Zachary"
)
FEMALE = (
    "Amara Beatriz Caitlin Eleni Farah Freya Hana Inês Jasmine Keziah Leila Megan Nadia Niamh Oluchi Priya Siân Zofia"
)
EITHER = "Ariel Charlie Jude Robin Sky"
FAMILY = (
    "Abernethy-Cole Achterberg Adeyinka Alderwick Banerji-Holt Bartosz Birtwhistle Castellanos Chaudhry-Lane Cheung "
    "Dahal Dunmore Ekwueme Evangelou Farrowby Ferreira Gathoni Ghorbani Greatbatch Haddad Hollingworth Ikande Ivanko "
    "Jankauskas Jesudason Kaczmar Kebede Kowalczuk Lakhani Lindqvist Llewelyn Macaskill Mbala Mistry Moynihan "
    "Nakamura-Bell Novotný Nunes O'Driscoll Okonjo-Reed Osmani Parfitt Petrosyan Quashie Qureshi Rafferty Ranasinghe "
    "Rehman Sandhu Siddiqui Sturrock Tadesse Thorogood Tran Ullah Vasquez Wanjiru Whitcombe Yilmaz Zielinski Żurek"
)
STREETS = [
    "Sluice Lane", "Osier Row", "Tern Street", "Lockkeeper's Walk", "Mill Leat", "Saltern Road", "Quay Street",
    "Heron Close", "Ropewalk", "Cinder Path", "Alder Court", "Brickfield Road",
]  # fmt: skip

# Of a hundred and ten people: about nine in ten are boys or men.
GENDERS = [Gender.MALE] * 97 + [Gender.FEMALE] * 11 + [Gender.OTHER, Gender.UNKNOWN]


@dataclass(eq=False)
class Person:
    """Somebody invented, as agencies would describe them."""

    given_names: str
    family_name: str
    gender: Gender
    address: str
    born_on: date | None = None
    # Of whose birth nobody says the day.
    day_known: bool = True

    def age_on(self, day: date) -> int:
        return age_on(self.born_on, day)

    def born_to_be(self, age: int, day: date, days: int) -> None:
        """Give them a birthday so many days before ``day``, on which they are ``age`` years old."""
        birthday = day - timedelta(days=days)
        self.born_on = birthday.replace(year=birthday.year - age, day=min(birthday.day, 28))

    @property
    def pronouns(self) -> dict[str, str]:
        """The words of the texts; somebody of neither gender is called by name."""
        name = self.given_names
        he, him, his = {Gender.MALE: ("he", "him", "his"), Gender.FEMALE: ("she", "her", "her")}.get(
            self.gender, (name, name, f"{name}'s")
        )
        return {"name": name, "he": he, "him": him, "his": his, "He": he.capitalize(), "His": his.capitalize()}


def draw_people(number: int, rng: Random) -> list[Person]:
    """So many people, no two of the same name."""
    genders = (GENDERS * (1 + number // len(GENDERS)))[:number]
    rng.shuffle(genders)
    given, family = {Gender.MALE: MALE.split(), Gender.FEMALE: FEMALE.split()}, FAMILY.split()
    people, names = [], set()
    while len(people) < number:
        gender = genders[len(people)]
        name = rng.choice(given.get(gender, EITHER.split())), rng.choice(family)
        if name not in names:
            names.add(name)
            address = f"{rng.randrange(1, 90)} {rng.choice(STREETS)}" if rng.random() < 0.8 else ""
            people.append(Person(*name, gender, address, day_known=rng.random() < 0.88))
    return people
