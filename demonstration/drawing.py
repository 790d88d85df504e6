"""Drawing the plan: which referrals there are, where and about whom. Every load draws the same.

Who the people are, how each referral goes and what it says are drawn with dice of their own.
"""

from datetime import date, timedelta
from random import Random

from demonstration.chance import dice, shuffled, take
from demonstration.courses import PAST
from demonstration.people import Person, draw_people
from demonstration.planned import Planned, stage_of_life, what_is_live
from demonstration.telling import deal_types, say_what
from prevent_cases.accounts.models import Sector
from referrals.models import EndReason

PAST_AREAS = {"Eastmarsh": 80, "Havenbrook": 22, "Stonewharf": 18}
# Of the hundred and fifty referrals so many are about somebody referred before.
AGAIN = 40

# Who refers and how old the person is, of 150: 40 % from education, 28 % from the police, 57 % under 18.
SECTORS = {
    Sector.EDUCATION: 60,
    Sector.POLICE: 42,
    Sector.LOCAL_AUTHORITY: 16,
    Sector.HEALTH: 15,
    Sector.COMMUNITY: 7,
    Sector.JUSTICE: 5,
    Sector.OTHER: 5,
}
# The smaller areas have neither probation nor a housing officer of their own.
ONLY_IN_EASTMARSH = {Sector.JUSTICE, Sector.OTHER}
AGES_IN_EDUCATION = [7, 8, 9, 10, 10] + [11, 12, 13, 13, 14, 14, 14, 15, 15] * 4 + [16, 16, 17] * 5 + [18] * 4
AGES_ELSEWHERE = (
    [10] + [11, 12, 12, 13, 13, 14, 14, 15] * 3 + [16, 16, 16, 17, 17] + [18, 19, 19, 20, 21, 22, 23, 25, 26, 28] * 2
    + [18, 20, 22, 24, 25, 27, 29, 29, 30, 31, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 41, 42, 43, 44, 45, 46, 47]
    + [48, 49, 50, 51, 52, 54, 55, 57, 58, 61, 66, 72]
)  # fmt: skip


def draw_plan(today: date, *, people: str = "people", courses: str = "courses", texts: str = "texts") -> list[Planned]:
    """All referrals, oldest first. The names are of dice; a test rolls one of them anew."""
    plan = _draw_past(dice(courses)) + what_is_live()
    _deal_sectors_and_ages(plan, dice(courses))
    plan.sort(key=lambda planned: -planned.days_ago)
    of_texts = dice(texts)
    deal_types(plan, of_texts)
    _say_who(plan, dice(people), today)
    say_what(plan, of_texts)
    _know_one_elsewhere(plan, today)
    return sorted(plan, key=lambda planned: -planned.days_ago)


def _draw_past(dice: Random) -> list[Planned]:
    """What lies behind us, spread over two years; each long enough ago for its course to have been run."""
    courses, areas = shuffled(PAST, dice), shuffled(PAST_AREAS, dice)
    number, past = len(courses), []
    for index in range(number):
        days = 14 + 714 * (index + dice.random()) / number
        past.append(Planned(areas.pop(), days, take(courses, lambda course, days=days: course.takes <= days)))
    return past


def _deal_sectors_and_ages(plan: list[Planned], dice: Random) -> None:
    sectors = shuffled(SECTORS, dice)
    ages = {True: AGES_IN_EDUCATION[:], False: AGES_ELSEWHERE[:]}
    for cards in ages.values():
        dice.shuffle(cards)
    said, open_ = [p for p in plan if p.sector], [p for p in plan if not p.sector]
    for planned in said:
        sectors.remove(planned.sector)
        cards = ages[planned.sector == Sector.EDUCATION]
        cards.remove(min(cards, key=lambda age: abs(age - planned.age)))
    # The smaller areas choose first, since they cannot take everything.
    for planned in sorted(open_, key=lambda planned: planned.area == "Eastmarsh"):
        here = planned.area == "Eastmarsh"
        planned.sector = take(sectors, lambda sector, here=here: here or sector not in ONLY_IN_EASTMARSH)
        adult = planned.sector == Sector.JUSTICE
        cards = ages[planned.sector == Sector.EDUCATION]
        planned.age = take(cards, lambda age, adult=adult: age >= 18 or not adult)


def _say_who(plan: list[Planned], dice: Random, today: date) -> None:
    """Give everybody a name; some have been referred before, by then settled, in the same area."""
    newcomers = draw_people(len(plan), dice)
    first_time = [planned for planned in plan if planned.course.ends != EndReason.DUPLICATE]
    duplicates = [planned for planned in plan if planned.course.ends == EndReason.DUPLICATE]
    wanted, last = AGAIN - len(duplicates) - sum(planned.again for planned in first_time), {}
    for index, planned in enumerate(first_time):
        day = today - timedelta(days=round(planned.days_ago))
        known = [person for person, before in last.items() if _may_come_again(planned, person, before, day)]
        if not planned.again and known and dice.random() * (len(first_time) - index) < wanted:
            planned.again = True
            wanted -= 1
        if planned.again:
            planned.person = planned.joins.person if planned.joins else dice.choice(known)
            planned.age = planned.person.age_on(day)
        else:
            planned.person = newcomers.pop()
            planned.person.born_to_be(planned.age, day, dice.randrange(5, 360))
        last[planned.person] = planned
    for planned in duplicates:
        before = next(
            other for other in first_time
            if other.area == planned.area and other.is_child == planned.is_child and other.sector != planned.sector
            and other.days_ago < planned.days_ago and other.days_ago > 20
        )  # fmt: skip
        planned.days_ago = before.days_ago - 3
        planned.person, planned.age, planned.again = before.person, before.age, True


def _know_one_elsewhere(plan: list[Planned], today: date) -> None:
    """One who waits in Eastmarsh came from another area, under a name and from a home that are known there."""
    new = next(
        planned for planned in reversed(plan)
        if planned.area == "Eastmarsh" and not planned.course.received and not planned.again
    )  # fmt: skip
    known = min(
        (planned for planned in plan if planned.area != "Eastmarsh" and planned.person.address and not planned.again),
        key=lambda planned: (planned.person.gender != new.person.gender, abs(planned.person.age_on(today) - new.age)),
    )
    new.answers |= {
        "other_names": f"{known.person.given_names} {known.person.family_name}",
        "born_on": None,
        "age_given": known.person.age_on(today),
        "address": known.answers["address"],
    }


def _may_come_again(planned: Planned, person: Person, before: Planned, day: date) -> bool:
    """Whether a person whose last referral was ``before`` may be the one of ``planned``."""
    settled = before.days_ago - max(before.course.takes, 30) - 20
    age = person.age_on(day)
    return (
        before.area == planned.area
        and before.course in PAST
        and settled > planned.days_ago
        and stage_of_life(age) == stage_of_life(planned.age)
        and (planned.sector != Sector.EDUCATION or age <= 18)
    )
