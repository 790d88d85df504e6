"""The history of one referral: sent, triaged, shared, decided, supported, ended, each step by who would take it."""

from datetime import timedelta
from random import Random

import actions.operations
import cases.operations
import referrals.operations
from actions.models import Action
from cases.models import Case, Consent, Share
from cases.models import Stage as CaseStage
from demonstration import words
from demonstration.areas import LONDON
from demonstration.diary import Diary, after, in_office_hours
from demonstration.places import Place
from demonstration.plan import Planned, dice
from panels.models import AgendaItem, Judgement, Reached
from panels.operations import accept_referral, decide_item
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Sector, User
from prevent_cases.reference.models import ConcernType
from referrals.models import Referral

REVIEWED_EVERY = timedelta(days=35)


class Story:
    """One planned referral as it is carried out. ``stories`` finds it again by the key of its case."""

    def __init__(self, number: int, planned: Planned, place: Place, diary: Diary, stories: dict[int, "Story"]):
        self.planned = planned
        self.course = planned.course
        self.place = place
        self.diary = diary
        self.stories = stories
        self.dice = dice(f"story {number}")
        self.judgements = list(planned.course.judgements)
        self.referral: Referral | None = None
        self.last_taken_at = None
        self.support_began_at = None
        self.declined = False

    def begin(self) -> None:
        moment = self.diary.until - timedelta(days=self.planned.days_ago)
        if self.planned.days_ago >= 1:
            moment = in_office_hours(moment.astimezone(LONDON).date(), self.dice)
        self.diary.enter(moment, self.submit)

    # -- The front door -----------------------------------------------------------------------------------------------

    def submit(self) -> None:
        referrer, agency = self._referrer()
        self.referral = referrals.operations.submit_referral(
            self.place.area, by=referrer, for_agency=agency, **self.planned.answers
        )
        if self.dice.random() < 0.07:
            self.diary.enter(after(1, self.dice), self.add)
        if self.course.triaged:
            self.diary.enter(after(self.dice.choice([0.2, 1, 1, 2]), self.dice), self.triage)

    def _referrer(self) -> tuple[User, Agency]:
        """Who sends it, and for which agency."""
        people, agencies, sector = self.place.people, self.place.agencies, self.planned.sector
        if self.planned.referred_by:
            return people[self.planned.referred_by.partition("@")[0]], agencies["Osier Lane Academy"]
        by = {
            Sector.EDUCATION: "school",
            Sector.POLICE: "police",
            Sector.HEALTH: "nhs",
            Sector.LOCAL_AUTHORITY: "children" if self.planned.is_child else "adults",
            Sector.JUSTICE: "probation",
            Sector.COMMUNITY: "community",
            Sector.OTHER: "housing",
        }[sector]
        if self.place.area.name == "Eastmarsh":
            if sector == Sector.EDUCATION:
                by = "primary" if self.planned.age <= 11 else "college" if self.planned.age >= 17 else "lead"
                by = "teacher" if by == "lead" and self.dice.random() < 0.25 else by
            by = {"police": "constable", "children": "socialcare"}.get(by, by)
        referrer = people[by]
        (agency,) = {post.agency for post in referrer.held_posts.select_related("agency")}
        return referrer, agency

    def add(self) -> None:
        text = self.dice.choice(words.ADDITIONS)
        referrals.operations.add_to_referral(self.referral, by=self.referral.referred_by, text=text)
