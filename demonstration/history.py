"""The history of one referral: sent, triaged, shared, decided, supported, ended, each step by who would take it."""

from datetime import date, timedelta

import actions.operations
import cases.operations
import referrals.operations
from actions.models import Action
from cases.models import Case, ConsentAnswer
from cases.models import Stage as CaseStage
from demonstration import (
    assessments,
    concerns,
    consent,
    contacts,
    front_door,
    handing_over,
    information,
    interventions,
    same_person,
    support,
    urgent,
    ways_out,
    words,
)
from demonstration.chance import dice
from demonstration.courses import IN_TRIAGE
from demonstration.diary import Diary, after, in_office_hours
from demonstration.errands import carry_out_errands
from demonstration.places import Place
from demonstration.planned import Planned
from demonstration.talk import Talk
from panels.judgements import LEADS_TO, Judgement, Reached
from panels.models import AgendaItem
from panels.operations import accept_referral, decide_item, record_consent
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Sector, User
from prevent_cases.reference.models import ConcernType, GatewayPolicy
from referrals.models import (
    WITH_HELP,
    DraftReferral,
    GatewayRequest,
    Referral,
    causes_for_a_reason,
    suggested_row,
)

SHARED_FOR = timedelta(days=270)
SHARED_WITH_HOUSING_FOR = timedelta(days=60)
HELD_FOR = timedelta(days=28)
REVIEWED_EVERY = timedelta(days=34)


class Story:
    """One planned referral as it is carried out. ``stories`` finds it again by the key of its case."""

    def __init__(self, number: int, planned: Planned, place: Place, diary: Diary, stories: dict[int, "Story"]):
        self.number = number
        self.planned = planned
        self.course = planned.course
        self.place = place
        self.diary = diary
        self.stories = stories
        self.dice = dice(f"story {number}")
        self.gateway_dice = dice(f"gateway {number}")
        self.front_door_dice = dice(f"front door {number}")
        self.judgements = list(planned.course.judgements)
        self.draft: DraftReferral | None = None
        self.referral: Referral | None = None
        self.talk = Talk(self)
        self.case: Case | None = None
        self.shared_until: dict[Agency, date] = {}
        self.open_actions: list[Action] = []
        self.agreed: set[str] = set()
        self.taken_at = self.supported_since = None
        self.declined = False

    def begin(self) -> None:
        moment = self.diary.until - timedelta(days=self.planned.days_ago)
        if self.planned.days_ago >= 1:
            moment = in_office_hours(moment.astimezone(clock.LONDON).date(), self.dice)
        if self.planned.begun_by:
            self.diary.enter(moment - timedelta(minutes=40), self.hand_over)
        self.diary.enter(moment, self.submit)
        if self.planned.conference_asked_by:
            self.diary.enter(self.diary.until - urgent.ASKED_BEFORE, self.ask_for_conference)
        if self.planned.conference_called:
            self.diary.enter(self.diary.until - urgent.CALLED_BEFORE, self.call_conference)
        interventions.end_in_worry(self)

    # -- The front door -----------------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        begun = {"person": {"given_names": [self.planned.person.given_names]}}
        starter = self.place.people[self.planned.begun_by]
        self.draft = handing_over.hand_over(self.place, starter, self._referrer(), begun)

    def submit(self) -> None:
        referrer = self._referrer()
        starter = self.draft.begun_by if self.draft else None
        self.referral = referrals.operations.submit_referral(
            self.place.area,
            by=referrer,
            for_agency=self.place.agency_of[referrer],
            started_by=starter,
            **self._answers(),
        )
        carry_out_errands()
        if self.draft:
            self.draft.delete()
        if self.dice.random() < 0.07:
            self.diary.enter(after(1, self.dice), self.add)
        if self.course.received:
            self.diary.enter(after(self.dice.choice([0.2, 1, 1, 2]), self.dice), self.receive)
        elif self.course.conversation:
            self.talk.begin()

    def _answers(self) -> dict:
        """What was planned, with the days on which it happened."""
        entries = []
        for entry in self.planned.answers["entries"]:
            days = entry["days_before"]
            happened_on = None if days is None else clock.today() - timedelta(days=days)
            entries.append({"how_known": entry["how_known"], "text": entry["text"], "happened_on": happened_on})
        source = words.SOURCE if self.planned.on_behalf else {}
        return self.planned.answers | source | {"entries": entries}

    def _referrer(self) -> User:
        people, planned = self.place.people, self.planned
        if planned.referred_by:
            return people[planned.referred_by]
        names = {
            Sector.EDUCATION: "school",
            Sector.POLICE: "police",
            Sector.HEALTH: "nhs",
            Sector.LOCAL_AUTHORITY: "children" if planned.is_child else "adults",
            Sector.JUSTICE: "probation",
            Sector.COMMUNITY: "community",
            Sector.OTHER: "housing",
        }
        name = names[planned.sector]
        if planned.area != "Eastmarsh":
            return people[name]
        if name == "school":
            name = "primary" if planned.age <= 11 else "college" if planned.age >= 17 else "lead"
        if name == "lead" and self.dice.random() < 0.25:
            name = "teacher"
        return people[{"police": "constable", "children": "socialcare"}.get(name, name)]

    def add(self) -> None:
        text = self.dice.choice(concerns.ADDITIONS)
        referrals.operations.add_to_referral(self.referral, by=self.referral.referred_by, text=text)
        carry_out_errands()
        self.diary.enter(after(1, dice(f"read {self.number}")), self.read_additions)

    def read_additions(self) -> None:
        self.referral.refresh_from_db()
        if seen := self.referral.unread_at:
            referrals.operations.acknowledge_additions(self.referral, by=self.place.coordinator, seen=seen)

    def receive(self) -> None:
        """Urgency first: by the coordinator, or at the front door, which passes it on to them."""
        passes_on = self.place.front_door and (self.course == IN_TRIAGE or self.front_door_dice.random() < 0.5)
        by = self.place.front_door if passes_on else self.place.coordinator
        front_door.receive(self.referral, by, self.planned, self.place, self.dice)
        carry_out_errands()
        if passes_on:
            self.diary.enter(after(0.04, self.front_door_dice), self.triage)
        else:
            self.triage()

    def triage(self) -> None:
        """The short assessment, on which the coordinator decides."""
        by = self.place.coordinator
        if self.course == IN_TRIAGE:
            return  # It waits for them.
        if self.course.decided:
            # With dice of its own, which change nothing else.
            same_person.settle(self.referral, by, self.planned, dice(f"same person {self.number}"))
        front_door.assess(self.referral, by, self.planned, self.dice)
        if self.course.decided:
            self.decide(by)
        elif self.course.conversation:
            self.talk.begin()

    def decide(self, by: User) -> None:
        self.diary.enter(after(0.002, self.dice), carry_out_errands)
        concern = ConcernType.objects.current().get(code=self.planned.concern)
        referrals.operations.record_concern_type(self.referral, by=by, concern_type=concern)
        if self.course.ends in WITH_HELP:
            front_door.end_with_help(self.referral, by, self.course.ends, self.dice)
            self.talk.may_end_with_feedback()
        elif self.course.ends:
            front_door.propose_no_further_action(self.referral, by, self.planned, self.dice)
            if self.course.confirmed:
                self.diary.enter(after(self.dice.choice([0.05, 0.1, 1]), self.dice), self.confirm)
        elif GatewayPolicy.of(self.place.area).used:
            request = front_door.ask_gateway(self.referral, by, self.place)
            if self.course.gateway:
                self.diary.enter(after(0.8, self.gateway_dice), lambda: self.pass_gateway(request))
        elif self.course.accepted:
            self.accept(by)

    def pass_gateway(self, request: GatewayRequest) -> None:
        front_door.answer_for_gateway(request, self.place, self.course.gateway, self.gateway_dice)
        self.referral.refresh_from_db()
        if self.course.accepted:
            self.accept(self.place.coordinator)
            self.diary.enter(after(0.002, self.gateway_dice), carry_out_errands)

    def confirm(self) -> None:
        front_door.confirm(self.referral, self.place.chair)
        self.talk.may_end_with_feedback()
        carry_out_errands()

    def accept(self, by: User) -> None:
        rationale, released = self.dice.choice(words.ACCEPTED)
        suggested = suggested_row(self.referral)
        causes = causes_for_a_reason(self.referral, None, suggested)
        self.case = accept_referral(
            self.referral,
            by=by,
            panel=suggested.panel if suggested else next(iter(self.place.panels.values())),
            rationale=rationale,
            words_for_referrer=released,
            panel_reason=words.THIS_PANEL if causes else "",
        )
        there = f"EXAMPLE/{self.referral.submitted_at:%Y}/{self.number:04}"
        referrals.operations.record_national_reference(self.referral, by=by, national_reference=there)
        # One that joined the live case of its person changes nothing of how that goes on.
        if self.stories.setdefault(self.case.pk, self) is self:
            self.diary.enter(after(0.02, self.dice), self.share)

    # -- The case before its panel ------------------------------------------------------------------------------------

    def share(self) -> None:
        contacts.keep_in_touch(self)
        place, kinds = self.place, [AgencyType.POLICE]
        kinds += [AgencyType.CHILDREN if self.planned.is_child else AgencyType.ADULTS]
        if self.planned.is_child or self.dice.random() < 0.5:
            kinds.append(AgencyType.HEALTH)
        agencies = [place.first_agency(kind) for kind in kinds]
        agencies.append(self.referral.for_agency)
        if self.planned.is_child and self.referral.for_agency.type != AgencyType.SCHOOL:
            agencies.append(place.first_agency(AgencyType.SCHOOL))
        for agency in agencies:
            self._share_with(agency, SHARED_FOR)
        if self.course.answer:
            self._share_with(place.first_agency(AgencyType.HOUSING), SHARED_WITH_HOUSING_FOR)
        information.ask_about(self.case, self.number, place, self.diary)
        if self.course.on_hold:
            referrals.operations.set_hold(
                self.referral.individual, by=self.place.gateway, review_on=clock.today() + HELD_FOR
            )
        if self.course.grounds is not None:
            self.diary.enter(after(self.dice.choice([1, 2, 3]), self.dice), self.decide_section36)
        if self.referral.referred_by == place.people.get("teacher"):
            self.diary.enter(after(0.05, self.dice), self.put_teacher_on_case)

    def _share_with(self, agency: Agency, days: timedelta) -> None:
        if agency in self.shared_until:
            return
        purpose, basis = words.PURPOSES[agency.type]
        until = self.shared_until[agency] = clock.today() + days
        terms = {"level": "read", "purpose": purpose, "lawful_basis": basis, "until": until}
        cases.operations.share_case(self.case, by=self.place.coordinator, agency=agency, **terms)

    def put_teacher_on_case(self) -> None:
        cases.operations.put_colleague_on_case(
            self.case,
            by=self.place.people["lead"],
            agency=self.referral.for_agency,
            colleague=self.referral.referred_by,
            purpose="Sees the person every day, and made the referral.",
        )

    def decide_section36(self) -> None:
        grounds = words.GROUNDS if self.course.grounds else words.NO_GROUNDS[self.course.instead]
        said = {"reasonable_grounds": self.course.grounds, "grounds": self.dice.choice(grounds)}
        cases.operations.decide_section36(
            self.case,
            by=self.place.people["police"],
            referral=self.referral,
            **ways_out.without_grounds(self) | said,
        )
        if not self.course.grounds:
            self.diary.enter(after(1, self.dice), lambda: ways_out.sign(self))

    # -- At the panel -------------------------------------------------------------------------------------------------

    @property
    def is_due_for_review(self) -> bool:
        """Whether somebody who receives support is to be taken at the next meeting."""
        return clock.now() - self.taken_at >= REVIEWED_EVERY

    def be_taken(self, item: AgendaItem) -> None:
        """What the panel concludes at an item, and what it agrees should be done."""
        judgement = self._judgement(item.case)
        leads_to_an_end = LEADS_TO[judgement] not in (None, CaseStage.CONSENT_PENDING)
        if leads_to_an_end:
            for action in list(self.open_actions):
                self.complete(action, by=self.place.coordinator, outcome=words.HANDED_OVER)
        if judgement == Judgement.EXIT:
            assessments.assess_at_the_end(self, item.case)
        reached = self.dice.choice([Reached.UNANIMOUS] * 8 + [Reached.MAJORITY, Reached.CHAIR])
        rationale = words.RATIONALE["after refusal" if self.declined else judgement]
        decide_item(
            item,
            by=self.place.chair,
            judgement=judgement,
            reached=reached,
            rationale=self.dice.choice(rationale),
            dissent="" if reached == Reached.UNANIMOUS else self.dice.choice(words.DISSENT),
            health_or_care=self.dice.choice(words.HEALTH_OR_CARE) if leads_to_an_end else "",
            **assessments.change_at(self.number, judgement),
            **ways_out.said(self, judgement),
            **support.planned(self, judgement),
            **support.afterwards(judgement),
        )
        self.taken_at = clock.now()
        if not leads_to_an_end:
            self._agree_actions(3 if judgement == Judgement.ENTER else 1)
        if judgement == Judgement.ENTER and self.course.answer:
            self.diary.enter(after(self.dice.randrange(4, 12), self.dice), self.answer)

    def _judgement(self, case: Case) -> Judgement:
        if case.stage == CaseStage.ACTIVE:
            days = (clock.now() - self.supported_since).days
            goes_on = Judgement.EXIT if days >= self.course.may_end_after else Judgement.REMAIN
            return Judgement.WITHDRAW if days >= self.course.withdrawn_after else goes_on
        if case.is_withdrawn:
            return Judgement.STAYS_WITHDRAWN
        if self.declined:
            return Judgement.AGREED_NO_MORE if case.is_agreed_no_more else Judgement.NO_FURTHER_ACTION
        return self.judgements.pop(0) if len(self.judgements) > 1 else self.judgements[0]

    def ask_for_conference(self) -> None:
        urgent.ask(self.referral, self.place, self.planned.conference_asked_by)

    def call_conference(self) -> None:
        urgent.call(self.referral, self.place)

    # -- Support ------------------------------------------------------------------------------------------------------

    def answer(self) -> None:
        """The person, or a parent, is asked about support and answers."""
        self._record_consent(self.course.answer)
        if self.course.answer == ConsentAnswer.REFUSED:
            self.declined = True
            return
        self.supported_since = clock.now()
        interventions.begin(self)
        if self.course.withdraws_after:
            self.diary.enter(after(self.course.withdraws_after, self.dice), self.withdraw)

    def withdraw(self) -> None:
        self._record_consent(ConsentAnswer.WITHDRAWN)
        carry_out_errands()
        self.declined = True
        interventions.let_housing_go(self)

    def _record_consent(self, answer: str) -> None:
        record_consent(self.case, by=self.place.coordinator, **consent.answered(self, answer))

    # -- Actions ------------------------------------------------------------------------------------------------------

    def _agree_actions(self, number: int) -> None:
        """So many actions, each by another agency to which the case is open for some time yet."""
        for_some_time = clock.today() + SHARED_WITH_HOUSING_FOR
        agencies = [agency for agency, until in self.shared_until.items() if until > for_some_time]
        for agency in self.dice.sample(agencies, min(number, len(agencies))):
            self._agree_action(agency)

    def _agree_action(self, agency: Agency) -> None:
        new = [pair for pair in words.ACTIONS[agency.type] if pair[0] not in self.agreed]
        if not new:
            return
        what, outcome = self.dice.choice(new)
        self.agreed.add(what)
        due_on = clock.today() + timedelta(days=self.dice.randrange(12, 35))
        action = actions.operations.agree_action(
            self.case, by=self.place.organiser, agency=agency, what=what, due_on=due_on
        )
        self.open_actions.append(action)
        # Most are done in time, some late; a few wait for somebody to ask.
        days_late = self.dice.choice([-9, -6, -4, -3, -1, 5, 12, None, None])
        if days_late is not None:
            done_at = in_office_hours(due_on + timedelta(days=days_late), self.dice)
            self.diary.enter(done_at, lambda: self.complete(action, by=self._who_completes(agency), outcome=outcome))

    def _who_completes(self, agency: Agency) -> User:
        """Who handles the agency's cases and can still see this one, or else the coordinator."""
        handler = self.place.handler_of.get(agency)
        until = self.shared_until.get(agency)
        return handler if handler and until and until >= clock.today() else self.place.coordinator

    def complete(self, action: Action, *, by: User, outcome: str) -> None:
        if action in self.open_actions:
            actions.operations.complete_action(action, by=by, outcome=outcome)
            self.open_actions.remove(action)
