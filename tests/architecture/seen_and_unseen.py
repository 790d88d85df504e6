"""More of what is listed and searched than the shared world has, drawn by lot: each reader sees another part of it."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from cases import operations as cases
from cases.models import Case
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, Sector, User
from prevent_cases.accounts.posts import PostKind
from referrals.models import Referral
from tests import factories
from tests.architecture.asked_of_search import FAMILY, GIVEN, WORDS
from tests.architecture.world import the_case

# They are made on these days, and asked for on the last of them.
DAYS = 9


class Drawn:
    """Everything that is made for a run, with those by whom it is made."""

    def __init__(self, people: dict[str, User], dice: Random):
        self.people, self.dice = people, dice
        self.here, self.there = the_case().area, Area.objects.get(name="Eastvale")
        self.police, self.services = (
            Agency.objects.get(area=self.here, name=name) for name in ("Harrowmere Police", "Children's Services")
        )
        clinic = factories.agency(self.here, "Quay Clinic", AgencyType.HEALTH, Sector.HEALTH)
        school = factories.agency(self.there, "Eastvale School")
        self.refer = [
            people["officer"],
            User.objects.get(held_posts__kind=PostKind.OFFICER, held_posts__agency=self.police),
            factories.person(clinic, PostKind.OFFICER, "A nurse"),
        ]
        self.refers_there = factories.person(school, PostKind.OFFICER, "A teacher of Eastvale")
        self.panel_there: Panel = factories.panel(self.there, acts_as_channel=True)
        self.chair_there = factories.person(self.panel_there, PostKind.CHAIR, "The chair of Eastvale")
        self.second = factories.person(self.here, PostKind.COORDINATOR, "A second coordinator")

    def text(self) -> str:
        return f"He speaks of the {self.dice.choice(WORDS)} and the {self.dice.choice(WORDS)}."

    def make(self, referrals: int, cases: int) -> None:
        today = clock.now()
        for number in range(referrals + cases):
            with clock.at(today + timedelta(days=self.dice.randrange(DAYS + 1))):
                is_here = self.dice.random() < 0.7
                referral = self.referral(is_here=is_here)
                if number < referrals:
                    self.move_on(referral, is_here=is_here)
                else:
                    self.work_on(self.case(referral, is_here=is_here), is_here=is_here)
        for person in self.people.values():
            person.forget_posts()

    def referral(self, *, is_here: bool) -> Referral:
        said = {
            "given_names": self.dice.choice(GIVEN),
            "family_name": self.dice.choice(FAMILY),
            "entries": [factories.entry(self.text())],
        }
        if self.dice.random() < 0.3:
            said |= {"urgency": "urgent", "urgency_reason": "Today."}
        return factories.referral(self.dice.choice(self.refer) if is_here else self.refers_there, **said)

    def move_on(self, referral: Referral, *, is_here: bool) -> None:
        by = self.dice.choice([self.people["coordinator"], self.second]) if is_here else self.people["elsewhere"]
        step: Callable | None = self.dice.choice([None, factories.received, factories.assessed, factories.ended])
        if step:
            step(referral, by)

    def case(self, referral: Referral, *, is_here: bool) -> Case:
        by, panel = (
            (self.dice.choice([self.people["coordinator"], self.second]), the_case().panel)
            if is_here
            else (self.people["elsewhere"], self.panel_there)
        )
        return factories.case(referral, by, panel)

    def work_on(self, case: Case, *, is_here: bool) -> None:
        """Shared with some, and shut to some; words are written in it, and it ends or goes on."""
        dice, chair = self.dice, self.people["chair"] if is_here else self.chair_there
        ends = dice.random() < 0.3
        contact = {"way": "call", "contact_with": "parent", "reached": True, "contacted_on": clock.today()}
        cases.log_contact(case, by=case.owner, what=self.text(), **contact)
        if is_here:
            # Another referral about the same person, who is called otherwise there: the case does not carry it.
            same = {"individual": case.individual, "reason": "The same boy."}
            cases.confirm_same_person(self.referral(is_here=True), by=case.owner, **same)
            for agency, speaks in ((self.police, "police"), (self.services, "services")):
                self.share(case, agency, self.people[speaks], ends=ends)
            if dice.random() < 0.3:
                who = self.people[dice.choice(["services", "frontdoor", "organiser"])]
                cases.exclude_person(case, by=chair, person=who, kind="interest", reason="They are friends.")
        if ends:
            cases.move_case(case, by=chair, stage="no_further_action")
            if is_here and dice.random() < 0.5:
                factories.legal_hold(case, self.people["governance"])
        elif dice.random() < 0.3:
            cases.restrict_case(case, by=chair, reason="A threat.", readers=[])

    def share(self, case: Case, agency: Agency, speaks: User, *, ends: bool) -> None:
        """As far as by lot; what is to be done and answered would be in the way of an end."""
        dice = self.dice
        level = dice.choice(["", "know", "contribute", "read", "read"])
        if level:
            factories.share(case, agency, case.owner, level=level)
        if level in ("contribute", "read"):
            mark = dice.choice(["all_members", "police_and_chairs", "chair_only"])
            factories.contribution(case, agency, speaks, mark, text=self.text())
        if level == "read" and not ends:
            until = clock.today() + timedelta(days=dice.randrange(30))
            factories.action(case, agency, case.owner, what=self.text(), due_on=until)
            request = factories.information_request(case, agency, case.owner)
            if dice.random() < 0.5:
                factories.information_answer(request, speaks)
