"""Which referrals there are and how each goes: drawn from fixed seeds, so that every load draws the same.

Who the people are, how each referral goes and what it says are drawn by dice of their own.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from demonstration import concerns
from demonstration.people import Person, draw_people
from prevent_cases.accounts.models import Sector
from referrals.models import EndReason, HowKnown, Told, Urgency

# Of the hundred and fifty referrals so many are about somebody referred before.
AGAIN = 40


def dice(name: str) -> Random:
    """Dice that fall the same way at every load; nothing here is secret."""
    return Random(name)  # noqa: S311


@dataclass(frozen=True)
class Course:
    """How far a referral goes, and by which way."""

    triaged: bool = True
    # The reason for which it ends at the front door; "" when it is accepted.
    ends: str = ""
    # The answer under section 36, when it has been given; and where the case goes without grounds.
    grounds: bool | None = None
    instead: str = ""
    # What the panel concludes at one meeting after another; the last is repeated while the case waits.
    judgements: tuple[str, ...] = ("defer",)
    # What is answered about support, if anything yet; after how many days of it the person withdraws, or it may end.
    answer: str = ""
    withdraws_after: int = 0
    may_end_after: int = 10_000
    # How long ago the referral must lie for all this to have happened.
    takes: int = 0


def ended(reason: EndReason, takes: int = 16) -> Course:
    return Course(ends=reason, takes=takes)


def no_grounds(instead: str) -> Course:
    return Course(grounds=False, instead=instead, takes=40)


GATHERING = Course()
AWAITING = Course(grounds=True)
PENDING = Course(grounds=True, judgements=("enter",))
SUPPORTED = Course(grounds=True, judgements=("enter",), answer="given")

# What lies behind us, and how often: most of it ends at the front door.
PAST = {
    ended(EndReason.EXPLAINED): 25,
    ended(EndReason.OTHER_NEED): 26,
    ended(EndReason.SIGNPOSTED): 23,
    ended(EndReason.MANAGED_ELSEWHERE): 6,
    ended(EndReason.TOO_LITTLE): 8,
    ended(EndReason.NOT_RESIDENT): 3,
    ended(EndReason.NOT_IN_GOOD_FAITH): 2,
    ended(EndReason.DUPLICATE): 3,
    no_grounds("no_further_action"): 6,
    no_grounds("referred_elsewhere"): 7,
    no_grounds("police_led"): 2,
    Course(grounds=True, judgements=("no_further_action",), takes=75): 5,
    Course(grounds=True, judgements=("defer", "no_further_action"), takes=130): 2,
    Course(grounds=True, judgements=("enter",), answer="refused", takes=140): 1,
    Course(grounds=True, judgements=("enter",), answer="given", withdraws_after=80, takes=250): 1,
    Course(grounds=True, judgements=("enter",), answer="given", may_end_after=150, takes=310): 2,
    Course(grounds=True, judgements=("defer", "enter"), answer="given", may_end_after=100, takes=330): 1,
}
PAST_AREAS = {"Eastmarsh": 83, "Havenbrook": 22, "Stonewharf": 18}


@dataclass(eq=False)
class Planned:
    """One referral: where, how many days ago, by which course, about whom, and what it says."""

    area: str
    days_ago: float
    course: Course
    # Said beforehand where the course needs it; otherwise dealt.
    age: int | None = None
    sector: str = ""
    referred_by: str = ""
    urgent: bool = False
    person: Person | None = None
    again: bool = False
    concern: str = ""
    answers: dict = field(default_factory=dict)
    # Where asking showed an explanation, what it was.
    explanation: str = ""

    @property
    def is_child(self) -> bool:
        return self.age < 18

    @property
    def suits(self) -> set[str]:
        """Which of the texts in concerns.py may be sent about this person."""
        kinds = {"any", "child" if self.is_child else "adult"}
        kinds |= {"school", "child"} if self.sector == Sector.EDUCATION else set()
        kinds |= {"older"} if self.age >= 12 else set()
        return kinds | ({"teenager"} if 12 <= self.age < 18 else set())


def what_is_live() -> list[Planned]:
    """What stands open today, said one by one, so that every list of the demonstration shows something."""
    eastmarsh, havenbrook, stonewharf = "Eastmarsh", "Havenbrook", "Stonewharf"
    waiting = Course(triaged=False)
    return [
        Planned(eastmarsh, 0.12, waiting, 16, "police", urgent=True),
        Planned(eastmarsh, 1, waiting, 13, "education", "teacher"),
        Planned(eastmarsh, 3, waiting, 34, "health"),
        Planned(eastmarsh, 5, waiting, 14, "education"),
        Planned(eastmarsh, 9, waiting, 22, "local_authority"),
        # For the Social Inclusion Panel of today
        Planned(eastmarsh, 12, AWAITING, 15, "education", "lead"),
        Planned(eastmarsh, 10, AWAITING, 12, "police"),
        Planned(eastmarsh, 11, AWAITING, 17, "education", "lead"),
        Planned(eastmarsh, 26, AWAITING, 14, "education", "lead"),
        Planned(eastmarsh, 152, SUPPORTED, 13, "education", "teacher"),
        Planned(eastmarsh, 100, SUPPORTED, 16, "police"),
        Planned(eastmarsh, 27, PENDING, 14, "police"),
        # For the Safeguarding Adults Panel
        Planned(eastmarsh, 6, GATHERING, 41, "police"),
        Planned(eastmarsh, 4, GATHERING, 19, "education"),
        Planned(eastmarsh, 13, AWAITING, 28, "justice"),
        Planned(eastmarsh, 40, PENDING, 37, "health"),
        Planned(eastmarsh, 135, SUPPORTED, 24, "police"),
        # For the Channel Panels
        Planned(havenbrook, 0.9, waiting, 11, "education"),
        Planned(havenbrook, 5, waiting, 52, "police"),
        Planned(havenbrook, 4, GATHERING, 15, "education"),
        Planned(havenbrook, 17, AWAITING, 20, "police"),
        Planned(havenbrook, 170, SUPPORTED, 14, "police"),
        Planned(stonewharf, 2, waiting, 29, "community"),
        Planned(stonewharf, 6, waiting, 12, "education"),
        Planned(stonewharf, 4, GATHERING, 26, "police"),
        Planned(stonewharf, 16, AWAITING, 14, "education"),
        Planned(stonewharf, 120, SUPPORTED, 13, "police"),
    ]




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

# Types of concern where the course does not settle it: at the front door, and among what is accepted.
AT_THE_DOOR = {
    "extreme_right_wing": 14, "islamist": 9, "extreme_violence": 6, "conflicted": 6, "incel": 2,
    "left_anarchist_single_issue": 2, "other": 2,
}  # fmt: skip
ACCEPTED = {
    "extreme_right_wing": 16, "islamist": 9, "none_identified": 8, "extreme_violence": 5, "conflicted": 4, "incel": 1,
    "left_anarchist_single_issue": 1, "other": 1,
}  # fmt: skip


def draw_plan(today: date, *, people: str = "people", courses: str = "courses", texts: str = "texts") -> list[Planned]:
    """All referrals, oldest first. The names are of dice; a test rolls one of them anew."""
    plan = _draw_past(dice(courses)) + what_is_live()
    _deal_sectors_and_ages(plan, dice(courses))
    plan.sort(key=lambda planned: -planned.days_ago)
    _say_who(plan, dice(people), today)
    _say_what(plan, dice(texts))
    return sorted(plan, key=lambda planned: -planned.days_ago)


def shuffled(counts: dict, dice: Random) -> list:
    """So many of each, in any order."""
    cards = [card for card, number in counts.items() for _ in range(number)]
    dice.shuffle(cards)
    return cards


def take(cards: list, fits) -> object:
    """Take the first card that fits."""
    return cards.pop(next(index for index, card in enumerate(cards) if fits(card)))


def any_suits(texts: list[tuple], kinds: set[str]) -> bool:
    return any(text[0] in kinds for text in texts)


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
    wanted, last = AGAIN - len(duplicates), {}
    for index, planned in enumerate(first_time):
        day = today - timedelta(days=round(planned.days_ago))
        known = [person for person, before in last.items() if _may_come_again(planned, person, before, day)]
        planned.again = bool(known) and dice.random() * (len(first_time) - index) < wanted
        if planned.again:
            wanted -= 1
            planned.person = dice.choice(known)
            planned.age = planned.person.age_on(day)
        else:
            planned.person = newcomers.pop()
            planned.person.born_to_be(planned.age, day, dice.randrange(365))
        last[planned.person] = planned
    for planned in duplicates:
        before = next(
            other for other in first_time
            if other.area == planned.area and other.is_child == planned.is_child and other.sector != planned.sector
            and other.days_ago < planned.days_ago and other.days_ago > 20
        )  # fmt: skip
        planned.days_ago = before.days_ago - 3
        planned.person, planned.age, planned.again = before.person, before.age, True
        planned.concern = "none_identified"


def _may_come_again(planned: Planned, person: Person, before: Planned, day: date) -> bool:
    """Whether a person whose last referral was ``before`` may be the one of ``planned``."""
    settled = before.days_ago - max(before.course.takes, 30) - 20
    age = person.age_on(day)
    return (
        before.area == planned.area
        and before.course in PAST
        and settled > planned.days_ago
        and (age < 18) == planned.is_child
        and (planned.sector != Sector.EDUCATION or age <= 18)
    )


def _say_what(plan: list[Planned], dice: Random) -> None:
    """What each referral says: a text for its type of concern and for who sends it, seldom twice the same."""
    types = {False: shuffled(AT_THE_DOOR, dice), True: shuffled(ACCEPTED, dice)}
    used = Counter()

    def text(planned: Planned, choices: list[tuple]) -> tuple:
        """The least used that suits the person and who sends it, and new for this person."""
        fitting = [choice for choice in choices if choice[0] in planned.suits]
        chosen = min(fitting, key=lambda choice: (used[planned.person, choice[1]], used[choice[1]], dice.random()))
        used.update([chosen[1], (planned.person, chosen[1])])
        return chosen

    for planned in plan:
        reason, with_context = planned.course.ends, 0.8
        planned.concern = "none_identified"
        if reason == EndReason.EXPLAINED:
            with_context = 0.3
            _, what, planned.explanation = text(planned, concerns.EXPLAINED)
        elif reason == EndReason.OTHER_NEED:
            _, what = text(planned, concerns.OTHER_NEED)
        elif reason == EndReason.DUPLICATE:
            with_context, what = 0, dice.choice(concerns.DUPLICATES)
        elif reason == EndReason.TOO_LITTLE:
            with_context, (_, what) = 0, text(planned, concerns.TOO_LITTLE)
        elif reason == EndReason.NOT_IN_GOOD_FAITH:
            with_context, (_, what) = 0, text(planned, concerns.NOT_IN_GOOD_FAITH)
        else:
            cards = types[planned.course.triaged and not reason]
            planned.concern = take(cards, lambda code, suits=planned.suits: any_suits(concerns.CONCERNS[code], suits))
            _, what = text(planned, concerns.CONCERNS[planned.concern])
        if dice.random() < with_context:
            what += " " + dice.choice(concerns.CONTEXT["child" if planned.is_child else "adult"])
        planned.answers = _answers(planned, what, dice)


def _answers(planned: Planned, what: str, dice: Random) -> dict:
    """What the referrer sends: the person as known there, and the concern."""
    person = planned.person
    where, teller = dice.choice(concerns.WHERE[planned.sector]), dice.choice(concerns.TELLER[planned.sector])
    words = person.pronouns | {
        "where_": where,
        "where": where[0].lower() + where[1:],
        "teller_": teller[0].upper() + teller[1:],
        "teller": teller,
    }
    family_name = person.family_name
    if planned.again and dice.random() < 0.3:
        # Another agency knows them by half of a double name.
        family_name = family_name.partition("-")[0]
    told = dice.random() < 0.5
    parent_told = Told.ADULT
    if planned.is_child:
        parent_told = Told.YES if told or dice.random() < 0.3 else Told.NO
    return {
        "given_names": person.given_names,
        "family_name": family_name,
        "born_on": person.born_on if person.day_known else None,
        "age_given": None if person.day_known else planned.age,
        "gender": person.gender,
        "address": f"{person.address}, {planned.area}" if person.address else "",
        "what_happened": what.format(**words),
        "how_known": dice.choice([HowKnown.SEEN] * 5 + [HowKnown.TOLD] * 4 + [HowKnown.OPINION]),
        "person_told": Told.YES if told else Told.NO,
        "parent_told": parent_told,
        "told_reason": "" if told else dice.choice(concerns.NOT_TOLD),
        "steps_taken": dice.choice(concerns.STEPS_TAKEN[planned.sector]),
        "urgency": Urgency.URGENT if planned.urgent else Urgency.NORMAL,
        "urgency_reason": dice.choice(concerns.URGENT) if planned.urgent else "",
    }
