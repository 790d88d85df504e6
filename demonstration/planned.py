"""One referral as it is planned, and those that stand open today."""

from dataclasses import dataclass, field

from demonstration.courses import (
    ANSWERED,
    ASKED,
    AT_GATEWAY,
    AWAITING,
    ENDING,
    GATHERING,
    IN_TRIAGE,
    LIMITED,
    OFFERED,
    ON_HOLD,
    PASSED,
    PENDING,
    RETURNED,
    SUPPORTED,
    TAKING_BACK,
    WAITING,
    Course,
)
from demonstration.people import Person
from prevent_cases.accounts.models import Sector

OF_AGE = {
    "child": {"any", "child"},
    "teenager": {"any", "child", "older", "teenager"},
    "adult": {"any", "adult", "older"},
}


def stage_of_life(age: int) -> str:
    if age < 12:
        return "child"
    return "teenager" if age < 18 else "adult"


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
    # Who began it and handed it over to whoever sent it.
    begun_by: str = ""
    # Whether somebody else brought the worry to whoever referred.
    on_behalf: bool = False
    urgent: bool = False
    # Who asked today for an urgent conference about it, and whether the organiser has called one.
    conference_asked_by: str = ""
    conference_called: bool = False
    person: Person | None = None
    # Whether the person has been referred before; said beforehand, or dealt. Of one whose case it joins: whose.
    again: bool = False
    joins: "Planned | None" = None
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
        return OF_AGE[stage_of_life(self.age)] | ({"school", "child"} if self.sector == Sector.EDUCATION else set())


def what_is_live() -> list[Planned]:
    """What stands open today, said one by one, so that every list of the demonstration shows something."""
    eastmarsh, havenbrook, stonewharf = "Eastmarsh", "Havenbrook", "Stonewharf"
    supported = Planned(eastmarsh, 135, SUPPORTED, 24, "police")
    return [
        Planned(eastmarsh, 0.12, WAITING, 16, "police", urgent=True),
        Planned(eastmarsh, 1, ASKED, 13, "education", "teacher"),
        Planned(eastmarsh, 2, TAKING_BACK, 15, "education", "lead"),
        # So long ago that it has been received whatever the day and the hour.
        Planned(eastmarsh, 5, IN_TRIAGE, 16, "police", again=True),
        Planned(eastmarsh, 3, AT_GATEWAY, 34, "health", on_behalf=True),
        Planned(eastmarsh, 5, ANSWERED, 14, "education"),
        Planned(eastmarsh, 9, LIMITED, 22, "local_authority"),
        # For the Social Inclusion Panel of today
        Planned(eastmarsh, 12, AWAITING, 15, "education", "lead", begun_by="teacher"),
        Planned(eastmarsh, 10, AWAITING, 12, "police"),
        Planned(eastmarsh, 11, AWAITING, 17, "education", "lead"),
        Planned(eastmarsh, 26, AWAITING, 14, "education", "lead"),
        Planned(eastmarsh, 152, SUPPORTED, 13, "education", "teacher"),
        Planned(eastmarsh, 100, SUPPORTED, 16, "police"),
        Planned(eastmarsh, 27, PENDING, 14, "police"),
        # For the Safeguarding Adults Panel
        Planned(eastmarsh, 6, ON_HOLD, 41, "police"),
        Planned(eastmarsh, 4, PASSED, 19, "education"),
        Planned(eastmarsh, 13, AWAITING, 28, "justice", conference_asked_by="police", conference_called=True),
        Planned(eastmarsh, 40, PENDING, 37, "health", conference_asked_by="nhs"),
        supported,
        Planned(eastmarsh, 8, GATHERING, 24, "health", again=True, joins=supported),
        # For the Channel Panels
        Planned(havenbrook, 0.9, WAITING, 11, "education"),
        Planned(havenbrook, 5, ENDING, 52, "police"),
        Planned(havenbrook, 4, OFFERED, 15, "education"),
        Planned(havenbrook, 17, AWAITING, 20, "police"),
        Planned(havenbrook, 170, SUPPORTED, 14, "police"),
        Planned(stonewharf, 2, TAKING_BACK, 29, "community"),
        Planned(stonewharf, 6, RETURNED, 12, "education"),
        Planned(stonewharf, 4, GATHERING, 26, "police"),
        Planned(stonewharf, 16, AWAITING, 14, "education"),
        Planned(stonewharf, 120, SUPPORTED, 13, "police"),
    ]
