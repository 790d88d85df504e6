"""What agencies are asked about a case and answer, in all four ways or not yet; and what they share of themselves."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

import cases.operations
from cases import tasks
from cases.models import AnswerKind, Case, InformationRequest, Level, Mark
from demonstration.chance import dice
from demonstration.diary import Diary, after
from demonstration.errands import carry_out_errands
from demonstration.places import Place
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, User
from prevent_cases.reference.models import LawfulBasis
from prevent_cases.reference.operations import add_school_holiday
from referrals.models import Hold, Referral
from referrals.models.leads import is_kept_from

ASKED = {
    AgencyType.HEALTH: "Is the person known to your services, and is there anything about their health that the panel "
    "should bear in mind?",
    AgencyType.SCHOOL: "How are attendance, behaviour and friendships, and has that changed in the last six months?",
    AgencyType.POLICE: "What have you recorded of the person, as far as it can be shared?",
    AgencyType.CHILDREN: "Is the family known to you, now or earlier, and who works with it?",
    AgencyType.ADULTS: "Is the person known to you, do they have care needs, and who works with them?",
    AgencyType.HOUSING: "Is the tenancy secure, and have there been complaints or repairs that weigh on the household?",
    AgencyType.PROBATION: "Is the person known to you, and do conditions apply that the panel should know?",
}
PURPOSE = "So that the panel can assess whether the person needs support, and which."
SHARED = {
    AgencyType.HEALTH: [
        "Seen by the community team since spring for low mood; has kept five of six appointments. Sleeps badly.",
        "Assessed for autism last year, with a diagnosis. Needs plain words, and warning of any change.",
    ],
    AgencyType.SCHOOL: [
        "Attendance fell from 96 to 81 per cent since the move. Two friends left the school. Talks to the librarian.",
        "Marks are steady. Was sent out of two lessons for remarks about classmates, and apologised for one of them.",
    ],
    AgencyType.POLICE: [
        "Recorded as the victim of two thefts in a year, and nothing else.",
        "One call to the address about an argument; no offence was found. Officers thought the person frightened.",
    ],
    AgencyType.CHILDREN: ["Early help closed in the spring, with the family's thanks. The grandmother is a support."],
    AgencyType.ADULTS: ["Has a support worker four hours a week, who gets on well with the person."],
    AgencyType.HOUSING: ["Rent is two months behind. The boiler has been out twice; the repair is ordered."],
    AgencyType.PROBATION: ["Finished a community order last year, all of it on time."],
}
WHY_NOT = "It was told to us in confidence, and the person is in no danger that would outweigh that."
CONFIDENTIALITY = {
    "confidentiality_by": "Dr Imogen Castlereagh, Caldicott guardian",
    "confidentiality_ground": "public_interest",
    "confidentiality_words": "The person could come to harm if the panel did not know.",
}
# Cards drawn for an answer; None is silence.
ANSWERS = [*[AnswerKind.SHARED] * 6, *[AnswerKind.NOTHING_HELD] * 3, AnswerKind.NOT_SHARED, AnswerKind.BY_WORD, None]
MARKS = [*[(Mark.ALL_MEMBERS, False)] * 5, *[(Mark.POLICE_AND_CHAIRS, False)] * 2, (Mark.CHAIR_ONLY, False),
         (Mark.CHAIR_ONLY, True)]  # fmt: skip
DAYS = [1, 2, 3, 4, 6, 8, 9, 13]


@dataclass
class Asking:
    """One case, and who is asked about it."""

    case: Case
    number: int
    place: Place
    diary: Diary
    dice: Random

    def ask(self) -> None:
        """One to four agencies from which nothing of it is kept; while the person is not on hold."""
        if Hold.objects.over(self.case.individual).exists():
            return
        carried = Referral.objects.filter(carried_by__case=self.case)
        agencies = [
            agency for agency in self.place.handler_of if agency.type in ASKED and not is_kept_from(agency, carried)
        ]
        for agency in self.dice.sample(agencies, min(self.dice.randrange(1, 5), len(agencies))):
            cases.operations.ask_for_information(
                self.case,
                by=self.place.coordinator,
                agencies=[agency],
                asked=ASKED[agency.type],
                purpose=PURPOSE,
                lawful_basis=LawfulBasis.PUBLIC_TASK,
            )
            request = self.case.information_requests.order_by("-pk").first()
            if answer := self.dice.choice(ANSWERS):
                when = after(self.dice.choice(DAYS), self.dice)
                self.diary.enter(when, lambda request=request, answer=answer: self.answer(request, answer))
        carry_out_errands()
        if self.dice.random() < 0.4:
            self.diary.enter(after(self.dice.choice(DAYS), self.dice), self.add)

    def answer(self, request: InformationRequest, answer: AnswerKind) -> None:
        request.refresh_from_db()
        if not request.case.is_live:
            return
        agency = request.agency
        said = {} if answer == AnswerKind.NOTHING_HELD else released(agency)
        if answer == AnswerKind.SHARED:
            said |= self.words(agency)
        elif answer == AnswerKind.NOT_SHARED:
            said |= {"why_not": WHY_NOT}
        elif answer == AnswerKind.BY_WORD:
            said |= {"who_tells": str(self.handler(agency))}
        cases.operations.answer_information_request(request, by=self.handler(agency), answer=answer, **said)

    def add(self) -> None:
        """The police, or care, with whom the case is shared, say more of their own accord."""
        self.case.refresh_from_db()
        kind = self.dice.choice([AgencyType.POLICE, AgencyType.CHILDREN, AgencyType.ADULTS])
        agency = self.place.first_agency(kind)
        if self.case.is_live and self.case.is_open_to(agency, *Level.codenames(Level.CONTRIBUTE)):
            said = self.words(agency) | released(agency)
            cases.operations.add_contribution(self.case, by=self.handler(agency), agency=agency, **said)

    def words(self, agency: Agency) -> dict:
        mark, with_deputies = self.dice.choice(MARKS)
        return {"text": self.dice.choice(SHARED[agency.type]), "mark": mark, "with_deputies": with_deputies}

    def handler(self, agency: Agency) -> User:
        return self.place.handler_of[agency]


def released(agency: Agency) -> dict:
    return {"no_intelligence": True} | (CONFIDENTIALITY if agency.type == AgencyType.HEALTH else {})


def ask_about(case: Case, number: int, place: Place, diary: Diary) -> None:
    Asking(case, number, place, diary, dice(f"information {number}")).ask()


def ask_both(place: Place, agencies: list[Agency]) -> None:
    """One case about which each of these is asked, and has not answered yet."""
    for case in Case.objects.filter(area=place.area, ended_at=None).order_by("-pk"):
        carried = Referral.objects.filter(carried_by__case=case)
        waits = case.information_requests.filter(agency__in=agencies, answered_at=None).exists()
        kept = any(is_kept_from(agency, carried) for agency in agencies)
        if not (waits or kept or Hold.objects.over(case.individual).exists()):
            said = {"purpose": PURPOSE, "lawful_basis": LawfulBasis.PUBLIC_TASK}
            for agency in agencies:
                asked = ASKED[agency.type]
                cases.operations.ask_for_information(case, by=place.coordinator, agencies=[agency], asked=asked, **said)
            return


def be_away(place: Place, diary: Diary) -> None:
    """The schools have holidays today, and somebody at the police is away."""

    def enter_holidays() -> None:
        today = clock.day_of(diary.until)
        add_school_holiday(
            place.area,
            by=place.people["admin"],
            starts_on=today - timedelta(days=3),
            until=today + timedelta(days=8),
            name="School holidays",
        )

    def name_cover() -> None:
        today, people = clock.day_of(diary.until), place.people
        police = place.agency_of[people["gateway"]]
        cases.operations.name_cover(
            police,
            by=people["gateway"],
            away=people["supervisor"],
            covered_by=people["gateway"],
            starts_on=today - timedelta(days=2),
            until=today + timedelta(days=9),
        )
        ask_both(place, [police, place.agency_of[people["lead"]]])

    def see_to_requests() -> None:
        tasks.see_to_information_requests()
        carry_out_errands()

    diary.enter(diary.until - timedelta(days=40), enter_holidays)
    diary.enter(diary.until - timedelta(days=4), name_cover)
    for days in (39, 0):
        diary.enter(diary.until - timedelta(days=days, minutes=1), see_to_requests)
