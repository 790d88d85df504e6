"""Which referrals there are and how each goes: drawn from fixed seeds, so that every load draws the same.

Who the people are, how each referral goes and what it says are drawn by dice of their own.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from demonstration import concerns
from demonstration.people import Person, draw_people
from referrals.models import EndReason, HowKnown, Told, Urgency

PEOPLE, REPEATS = 110, 40


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
    Course(grounds=True, judgements=("enter", "no_further_action"), answer="refused", takes=140): 1,
    Course(grounds=True, judgements=("enter", "no_further_action"), answer="given", withdraws_after=80, takes=250): 1,
    Course(grounds=True, judgements=("enter",), answer="given", may_end_after=150, takes=310): 2,
    Course(grounds=True, judgements=("defer", "enter"), answer="given", may_end_after=100, takes=330): 1,
}
PAST_AREAS = {"Eastmarsh": 83, "Havenbrook": 22, "Stonewharf": 18}


@dataclass
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
    person: Person = field(init=False)
    concern: str = field(init=False)
    answers: dict = field(init=False, default_factory=dict)
    end_rationale: str = field(init=False, default="")

    @property
    def is_child(self) -> bool:
        return self.age < 18


def what_is_live() -> list[Planned]:
    """What stands open today, said one by one, so that every list of the demonstration shows something."""
    eastmarsh, havenbrook, stonewharf = "Eastmarsh", "Havenbrook", "Stonewharf"
    waiting = Course(triaged=False)
    return [
        Planned(eastmarsh, 0.12, waiting, 16, "police", urgent=True),
        Planned(eastmarsh, 1, waiting, 13, "education", "teacher@eastmarsh.example"),
        Planned(eastmarsh, 3, waiting, 34, "health"),
        Planned(eastmarsh, 5, waiting, 14, "education"),
        Planned(eastmarsh, 9, waiting, 22, "local_authority"),
        # For the Social Inclusion Panel of today
        Planned(eastmarsh, 12, AWAITING, 15, "education", "lead@eastmarsh.example"),
        Planned(eastmarsh, 10, AWAITING, 12, "police"),
        Planned(eastmarsh, 9, AWAITING, 17, "education", "lead@eastmarsh.example"),
        Planned(eastmarsh, 26, AWAITING, 14, "education", "lead@eastmarsh.example"),
        Planned(eastmarsh, 152, SUPPORTED, 13, "education", "teacher@eastmarsh.example"),
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


def deck(counts: dict, dice: Random) -> list:
    """So many of each, in any order."""
    cards = [card for card, number in counts.items() for _ in range(number)]
    dice.shuffle(cards)
    return cards


# Who refers and how old the person is, of 150: 40 % from education, 28 % from the police, 57 % under 18.
SECTORS = {
    "police": 42, "local_authority": 16, "health": 15, "justice": 5, "community": 7, "other": 5,
}  # fmt: skip
AGES_OF_EDUCATION = [7, 8, 9, 10, 10] + [11, 12, 13, 13, 14, 14, 14, 15, 15] * 4 + [16, 16, 17] * 5 + [18] * 4
AGES_ELSEWHERE = (
    [10, 16, 16, 16, 17, 17] + [11, 12, 12, 13, 13, 14, 14, 15] * 3 + [18, 19, 19, 20, 21, 22, 23, 25, 26, 28] * 2
    + [29, 30, 31, 32, 33, 35, 36, 37, 38, 40, 41, 41, 42, 43, 44, 46, 47, 48, 49, 50, 51, 52, 54, 57, 58, 61, 66, 72]
    + [18, 20, 22, 24, 25, 27, 29, 31, 34, 39, 45, 55]
)  # fmt: skip


def draw_plan(today: date, *, people: str = "people", courses: str = "courses", texts: str = "texts") -> list[Planned]:
    """All referrals, oldest first. The three names are the dice; a test rolls one of them anew."""
    plan = what_is_live()
    plan += _draw_past(dice(courses), ages={"education": 0})
    plan.sort(key=lambda planned: -planned.days_ago)
    _deal_ages_and_sectors(plan, dice(courses))
    _say_who(plan, dice(people), today)
    _say_what(plan, dice(texts), today)
    return plan
