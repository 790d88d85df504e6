"""Random deeds on one case by the operations of the product: whatever discloses something of it, and what does not.

Much of what is tried is refused, as it would be.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.test import Client

import actions.operations
import cases.operations
import panels.operations
import referrals.operations
import reports.operations
from cases.known import decided_singly, referred_singly
from cases.models import Case, Level
from cases.operations.transfer import may_go_over
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, Sector, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import LawfulBasis
from reports.models import CaseSummary, Correction
from reports.operations.case_summary import to_confirm
from reports.operations.correction import told_together
from tests import factories

BASIS = LawfulBasis.PUBLIC_TASK
STEPS = [timedelta(minutes=5), timedelta(hours=1), timedelta(hours=7), timedelta(days=1), timedelta(days=9)]
BODIES = {
    "His GP": {"recipient_kind": "partner"},
    "County Court": {"recipient_kind": "court"},
    "Border Agency": {
        "recipient_kind": "immigration", "authorised_by": "Ida Imani", "authorised_post": "Director of Law",
    },
}  # fmt: skip


@dataclass
class Cast:
    """Who does something in a history, and to whom something can go."""

    coordinator: User
    chair: User
    officer: User
    panel: Panel
    # Of each those who handle its cases, and one who does not.
    handlers: dict[Agency, tuple[User, User]]
    giver: User
    provider: Agency
    # In another area.
    there: Panel
    coordinator_there: User
    chair_there: User


def cast(area: Area, police: Agency, police_representative: User, **others) -> Cast:
    """The police, who decide under section 36, and who else there is in such an area."""
    handlers = {police: (police_representative, factories.person(police, PostKind.OFFICER, "Police Colleague"))}
    for name, type_, sector in (
        ("Harrowmere NHS", AgencyType.HEALTH, Sector.HEALTH),
        ("Children's Services", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY),
        ("Housing", AgencyType.OTHER, Sector.OTHER),
    ):
        agency = factories.agency(area, name, type_, sector)
        kinds = {"Handler": PostKind.REPRESENTATIVE, "Colleague": PostKind.OFFICER}
        people = [factories.person(agency, kind, f"{name.split()[-1]} {who}") for who, kind in kinds.items()]
        handlers[agency] = (people[0], people[1])
    provider = factories.agency(area, "Harrowmere Mentors", AgencyType.PROVIDER, Sector.OTHER)
    giver = factories.person(provider, PostKind.PROVIDER, "Mia Mentor")
    return Cast(handlers=handlers, provider=provider, giver=giver, **others)


class History:
    """One case, and the lot by which something is done to it."""

    def __init__(self, case: Case, cast: Cast, dice: random.Random):
        self.key, self.cast, self.dice = case.pk, cast, dice

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.key)

    def goes_on(self, deeds: int, since: datetime) -> datetime:
        """That many are tried, each a while after the one before; gives the moment of the last."""
        moment = since
        for _ in range(deeds):
            moment += self.dice.choice(STEPS)
            deed = self.dice.choice(DEEDS)
            with clock.at(moment), suppress(Refused, NotVisible, PermissionDenied):
                deed(self)
        return moment

    # By lot

    def one(self, found: QuerySet) -> Any:
        if not (among := list(found.order_by("pk"))):
            raise Refused("There is none.")
        return self.dice.choice(among)

    def some(self, found: QuerySet) -> list:
        return [each for each in found.order_by("pk") if self.dice.random() < 0.5]

    def who_keeps_it(self) -> User:
        return self.dice.choice([self.cast.coordinator, self.cast.chair])

    def an_agency(self) -> Agency:
        return self.dice.choice(list(self.cast.handlers))

    def one_that_has_it(self) -> Agency:
        return self.one(self.case.shares.filter(ended_at=None)).agency

    def a_day(self) -> date | None:
        days = self.dice.choice([None, None, 0, 5, 30, 90])
        return None if days is None else clock.today() + timedelta(days=days)

    def in_the_past(self) -> date:
        return clock.today() - timedelta(days=self.dice.randrange(4))

    def to_somebody(self) -> dict[str, Any]:
        if self.dice.random() < 0.5:
            return {"agency": self.an_agency()}
        body = self.dice.choice(list(BODIES))
        return {"body": body} | BODIES[body]

    def words(self) -> str:
        return f"To see to it, {self.dice.randrange(10**6)}."


# What is done


def share(it: History) -> None:
    level = it.dice.choice([*Level.values, Level.READ])
    factories.share(it.case, it.an_agency(), it.who_keeps_it(), level=level, purpose=it.words(), until=it.a_day())


def change_share(it: History) -> None:
    said = {"level": it.dice.choice(Level.values), "purpose": it.words()}
    cases.operations.change_share(it.one(it.case.shares.filter(ended_at=None)), by=it.who_keeps_it(), **said)


def prolong_share(it: History) -> None:
    until = clock.today() + timedelta(days=it.dice.randrange(90))
    found = it.one(it.case.shares.filter(ended_at=None, colleague=None))
    cases.operations.prolong_share(found, by=it.who_keeps_it(), until=until, purpose=it.words())


def limit_share(it: History) -> None:
    until = clock.today() + timedelta(days=it.dice.randrange(30))
    found = it.one(it.case.shares.filter(ended_at=None, colleague=None))
    cases.operations.limit_share(found, by=it.who_keeps_it(), until=until, purpose=it.words())


def stop_sharing(it: History) -> None:
    cases.operations.stop_sharing_case(it.one(it.case.shares.filter(ended_at=None)), by=it.who_keeps_it())


def put_colleague_on(it: History) -> None:
    agency = it.one_that_has_it()
    handler, colleague = it.cast.handlers[agency]
    said = {"agency": agency, "colleague": colleague, "purpose": it.words()}
    cases.operations.put_colleague_on_case(it.case, by=handler, **said)


def ask_for_information(it: History) -> None:
    said = {"asked": "Do you know him?", "purpose": it.words(), "lawful_basis": BASIS}
    cases.operations.ask_for_information(
        it.case,
        by=it.who_keeps_it(),
        agencies=it.some(Agency.objects.filter(pk__in=[each.pk for each in it.cast.handlers])),
        **said,
    )


def answer_or_recall(it: History) -> None:
    request = it.one(it.case.information_requests.filter(answered_at=None, recalled_at=None))
    if it.dice.random() < 0.3:
        cases.operations.recall_information_request(request, by=it.who_keeps_it(), reason="No need.")
        return
    by, _ = it.cast.handlers[request.agency]
    answer = it.dice.choice([{"answer": "nothing_held"}, {"answer": "shared", "text": "Yes.", "mark": "all_members"}])
    factories.information_answer(request, by, **answer)


def contribute(it: History) -> None:
    agency = it.one_that_has_it()
    factories.contribution(it.case, agency, it.cast.handlers[agency][0])


def disclose_copy(it: History) -> None:
    said = {"door": it.dice.choice(["children", "adults"]), "purpose": it.words(), "lawful_basis": BASIS}
    referral = it.one(it.case.carried_referrals).referral
    referrals.operations.disclose_copy(referral, by=it.cast.coordinator, to_whom="Far services", **said)


def make_copy_or_not(it: History) -> None:
    referral = it.one(it.case.carried_referrals).referral
    copy = it.one(referral.disclosed_copies.filter(made_at=None, not_made_because=""))
    if it.dice.random() < 0.5:
        referrals.operations.make_disclosed_copy(copy, by=system_user())
    else:
        referrals.operations.refuse_disclosed_copy(copy, by=system_user(), because="You may not any more.")


def refer_again(it: History) -> None:
    """Of a referral a copy goes to somebody before it joins the case; later than that it may be told no more of."""
    made = factories.referral_about(it.case.individual, it.cast.officer)
    factories.assessed(made, it.cast.coordinator)
    why = {"door": "early_help", "purpose": it.words(), "lawful_basis": BASIS}
    referrals.operations.disclose_copy(made, by=it.cast.coordinator, to_whom="Early help hub", **why)
    factories.case(made, it.cast.coordinator, it.cast.panel)


def ask_for_summary(it: History) -> None:
    by = it.dice.choice([it.cast.coordinator, it.cast.chair, *(handler for handler, _ in it.cast.handlers.values())])
    reports.operations.request_case_summary(it.case, by=by, pieces=it.some(to_confirm(it.case, by)))


def hand_out_summary(it: History) -> None:
    by, case = it.who_keeps_it(), it.case
    went = {"pieces": it.some(to_confirm(case, by)), "decided": it.some(decided_singly(case, by))}
    why = {"purpose": it.words(), "lawful_basis": BASIS}
    reports.operations.hand_out_case_summary(case, by=by, **it.to_somebody(), **went, **why)


def make_summary_or_not(it: History) -> None:
    summary = it.one(CaseSummary.objects.filter(case=it.key, made_at=None, not_made_because=""))
    if it.dice.random() < 0.6:
        reports.operations.make_case_summary(summary, by=system_user())
    else:
        reports.operations.refuse_case_summary(summary, by=system_user(), because="You may not any more.")


def ask_for_support(it: History) -> None:
    factories.intervention(it.case, it.cast.provider, it.cast.coordinator, purpose=it.words())


def support_goes_on(it: History) -> None:
    asked = it.one(it.case.interventions)
    if it.dice.random() < 0.5:
        said = {"accepted": it.dice.random() < 0.5, "why_declined": "No room."}
        cases.operations.answer_intervention(asked, by=it.cast.giver, **said)
    else:
        cases.operations.end_intervention(asked, by=it.who_keeps_it(), reason="He moved.")


def write_letter(it: History) -> None:
    safe = {"who_opens_post": "He does.", "parents_apart": "no", "parent_of_concern": "no", "why_safe": "He asked."}
    said = {"kind": it.dice.choice(["told", "outcome"]), "to_whom": "person", "name": "Ashwin", "knows_who_opens": True}
    cases.operations.write_letter(it.case, by=it.cast.coordinator, **said | safe)


def say_letter_sent(it: History) -> None:
    letter = it.one(it.case.letters)
    cases.operations.say_letter_sent(letter, by=it.cast.coordinator, sent_on=it.in_the_past(), sent_how="post")


def letter_in_error(it: History) -> None:
    letter = it.one(it.case.letters)
    cases.operations.record_letter_in_error(letter, by=it.cast.coordinator, reason="Of somebody else.")


def break_glass(it: History) -> None:
    by, _ = it.cast.handlers[it.an_agency()]
    cases.operations.break_glass(it.case, by=by, kind="in_danger", reason=it.words())


def close_glass(it: History) -> None:
    glass = it.one(it.case.broken_glasses)
    cases.operations.close_broken_glass(glass, by=glass.broken_by)


def offer_elsewhere(it: History) -> None:
    by, case = it.who_keeps_it(), it.case
    said = {
        "pieces": it.some(may_go_over(case, by)),
        "referred": referred_singly(case, by),
        "decided": it.some(decided_singly(case, by)),
        "reason": it.words(),
    }
    factories.transfer(case, it.cast.there.area, by, **said)


def offer_goes_on(it: History) -> None:
    offer = it.one(it.case.area_offers.filter(outcome=""))
    if it.dice.random() < 0.2:
        cases.operations.take_back_transfer(offer, by=it.who_keeps_it())
    elif offer.signed_at is None:
        cases.operations.sign_transfer(offer, by=it.cast.chair)
    elif offer.placed_at is None:
        cases.operations.place_transfer(offer, by=it.cast.coordinator_there, panel=it.cast.there)
    elif it.dice.random() < 0.3:
        cases.operations.decline_transfer(offer, by=it.cast.coordinator_there, answer="He never came.")
    else:
        said = {"accepted": it.dice.random() < 0.7, "answer": "We have met him."}
        panels.operations.answer_transfer(offer, by=it.cast.chair_there, **said)


def tell_outside(it: History) -> None:
    said = {"how": it.dice.choice(["telephone", "letter", "meeting"]), "disclosed_on": it.in_the_past()}
    somebody = {"body": "", "recipient_kind": ""} | it.to_somebody()
    factories.disclosure(it.case, it.who_keeps_it(), purpose=it.words(), **somebody | said)


def outside_in_error(it: History) -> None:
    told = it.one(it.case.outside_disclosures)
    cases.operations.record_disclosure_in_error(told, by=it.who_keeps_it(), reason="It was his brother.")


def put_right(it: History) -> None:
    """What others had or may have had: they are to be told."""
    if it.dice.random() < 0.5:
        said = {"way": "call", "contact_with": "person", "reached": True, "what": "He rang."}
        contact = cases.operations.log_contact(it.case, by=it.cast.coordinator, contacted_on=clock.today(), **said)
        cases.operations.record_contact_in_error(contact, by=it.cast.coordinator, reason="Of somebody else.")
    else:
        action = factories.action(it.case, it.one_that_has_it(), it.cast.coordinator)
        actions.operations.record_action_in_error(action, by=it.cast.coordinator, reason="Of somebody else.")


def say_told(it: History) -> None:
    to_tell = Correction.objects.to_tell().filter(case=it.key)
    first = it.one(to_tell)
    how = it.dice.choice(["letter", "telephone", "not_had"])
    said = {"told_on": clock.today(), "how": how, "words": it.words()}
    together = it.some(told_together(first))
    reports.operations.say_correction_told(first, by=it.who_keeps_it(), together=together, **said)


def meet(it: History) -> None:
    meeting = factories.meeting(it.cast.panel)
    if not meeting.started_at:
        panels.operations.start_meeting(meeting, by=it.cast.chair, chaired_for="council")
    said = {"agency": it.an_agency(), "name": "Somebody of theirs", "presence": "present"}
    panels.operations.record_attendance(meeting, by=it.cast.chair, **said)


def tell_the_person(it: History) -> None:
    said = {"whom": "person", "told": True, "on": clock.today(), "what": "The leaflet."}
    cases.operations.record_being_told(it.case, by=it.cast.coordinator, **said)


def acknowledge(it: History) -> None:
    factories.acknowledged(it.case, it.cast.handlers[it.one_that_has_it()][0])


def restrict(it: History) -> None:
    if it.dice.random() < 0.5:
        raise Refused("Nobody asks for that.")
    said = {"reason": "His uncle works here.", "readers": [it.cast.chair]}
    cases.operations.restrict_case(it.case, by=it.cast.coordinator, **said)


def lift_restriction(it: History) -> None:
    cases.operations.lift_restriction(it.one(it.case.restrictions.standing()), by=it.cast.coordinator)


def look(it: History) -> None:
    """Somebody of an agency opens its page."""
    if it.dice.random() < 0.3:
        person = it.dice.choice(it.cast.handlers[it.an_agency()])
    else:
        shared = it.one(it.case.shares.filter(ended_at=None))
        person = shared.colleague or it.cast.handlers[shared.agency][0]
    if opened(person, it.case.get_absolute_url()).status_code != 200:
        raise Refused("It is not open to them.")


def opened(person: User, address: str) -> HttpResponse:
    client = Client()
    client.force_login(person)
    return client.get(address)


DEEDS: list[Callable[[History], None]] = [
    share, share, change_share, prolong_share, limit_share, stop_sharing, put_colleague_on, put_colleague_on,
    ask_for_information, answer_or_recall, contribute, disclose_copy, make_copy_or_not, refer_again, ask_for_summary,
    hand_out_summary, make_summary_or_not, ask_for_support, support_goes_on, write_letter, say_letter_sent,
    letter_in_error, break_glass, close_glass, offer_elsewhere, offer_goes_on, offer_goes_on, tell_outside,
    outside_in_error, put_right, say_told, meet, tell_the_person, acknowledge, restrict, lift_restriction,
    lift_restriction, look, look,
]  # fmt: skip
