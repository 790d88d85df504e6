"""Much of everything in the shared world: each deed done once more, and once more, by whoever may."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model

import panels.operations
import reports.operations
from cases import operations
from cases.models import Case, Contribution, LegalHold, Stage
from panels.models import AgendaItem, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Panel, PanelKind, Sector, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import FrameworkVersion, LawfulBasis, policies
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations as of_referrals
from referrals.models import Door, Referral
from reports.figures.periods import offered
from tests import factories
from tests.architecture.carried_out import another, with_grounds
from tests.standing import anew

DAY = timedelta(days=1)
WHY = {"purpose": "To help.", "lawful_basis": LawfulBasis.PUBLIC_TASK}
WRONG = {"reason": "It was another."}
NOTHING_FOLLOWS = {"end_reason": "explained", "rationale": "Explained.", "words_for_referrer": "Thank you."}
People = dict[str, User]
Deed = Callable[[], object]


def grow(case: Case, people: People, also: Iterable[Model], times: int, since: int = 0) -> None:
    """About a case, in its area, and under other records that are looked at.

    What there may only be one of at a time is refused, and stays as it is.
    """
    of_case = (of_the_area, of_referrals_sent, of_agencies, of_support, of_the_person, of_who_sees_it, at_meetings)
    for number in range(since, since + times):
        for deeds in of_case:
            do(deeds(anew(case), people, number))
        for record in also:
            grow_under(record, people, 1, number)


def grow_under(record: Model, people: People, times: int, since: int = 0) -> None:
    for number in range(since, since + times):
        if deeds := UNDER.get(type(record)):
            do(deeds(anew(record), people, number))


def do(deeds: Iterable[Deed]) -> None:
    for deed in deeds:
        with suppress(Refused, NotVisible, PermissionDenied), transaction.atomic():
            deed()


def of_the_area(case: Case, people: People, number: int) -> Iterator[Deed]:
    area, first = case.area, factories.administrators(case.area)[0]
    yield lambda: factories.area(f"Farvale {number}")
    for kind, post in (
        (AgencyType.SCHOOL, PostKind.OFFICER), (AgencyType.HEALTH, PostKind.REPRESENTATIVE),
        (AgencyType.POLICE, PostKind.GATEWAY_OFFICER), (AgencyType.PROVIDER, PostKind.PROVIDER),
    ):  # fmt: skip
        yield lambda kind=kind, post=post: factories.person(
            factories.agency(area, f"{kind.label} {number}", kind, Sector.OTHER), post, f"{post.label} {number}"
        )
    kinds = [kind for kind in PanelKind if kind != PanelKind.CHANNEL]
    yield lambda: factories.routing_row(
        factories.panel(area, f"Panel {number}", kinds[number % len(kinds)]), 20 + number
    )
    for place, kind in (
        (area, PostKind.COORDINATOR), (area, PostKind.FRONT_DOOR),
        (case.panel, PostKind.CHAIR), (case.panel, PostKind.DEPUTY),
        *((agency, kind) for agency in (of("Harrowmere Police"), of("Children's Services"))
          for kind in (PostKind.OFFICER, PostKind.REPRESENTATIVE, PostKind.SAFEGUARDING_LEAD, PostKind.PROVIDER)),
    ):  # fmt: skip
        yield lambda place=place, kind=kind: factories.person(place, kind, f"{kind.label} {number} of {place.name}")
    for policy in policies():
        yield lambda policy=policy: factories.policy(area, policy)
    yield lambda: factories.contact(area, name=f"Contact {number}")
    yield lambda: factories.day_off(area, WorkingDays.of(area).after(clock.today(), 20 + number), f"Day {number}")
    yield lambda: factories.school_holiday(area, first=50 + 3 * number, last=51 + 3 * number)
    yield lambda: factories.onward_service(area, f"Service {number}")
    yield lambda: factories.end_reason(area, f"Reason {number}")
    yield lambda: factories.framework(area)
    yield lambda: factories.agreement(area, *area.agencies.all(), by=people["governance"])
    yield lambda: operations.search_area(area, by=people["coordinator"], purpose="To see.")
    services = of("Children's Services")
    yield lambda: factories.cover(services, people["services"], people["lead"], 10 + number)
    away = factories.person(area, PostKind.COORDINATOR, f"Away {number}")
    days = {"starts_on": clock.today(), "until": clock.today() + 7 * DAY}
    yield lambda: operations.arrange_cover(
        area, by=people["coordinator"], away=away, covered_by=people["coordinator"], **days
    )
    yield lambda: factories.approval(Agency.objects.get(area=area, name="Harrowmere Mentoring"), first)
    year = offered(clock.now(), exact=False)[0]
    yield lambda: reports.operations.request_board_report(
        area, by=people["coordinator"], since=year.since, until=year.until
    )


def of(name: str) -> Agency:
    return Agency.objects.get(name=name)


def of_referrals_sent(case: Case, people: People, number: int) -> Iterator[Deed]:
    """More of them; and more under those that there are."""
    coordinator, officer, lead = people["coordinator"], people["officer"], people["lead"]
    police, services = of("Harrowmere Police"), of("Children's Services")
    yield lambda: factories.file(factories.referral(officer))
    yield lambda: factories.referral(officer, **factories.ON_BEHALF)
    yield lambda: factories.referral(lead, started_by=officer)
    yield lambda: factories.handed_over(factories.draft(officer), lead)
    yield lambda: factories.chosen_file(officer, draft=factories.draft(officer))
    yield lambda: factories.enquiry(officer, services)
    yield lambda: factories.public_concern(case.area)
    yield lambda: of_referrals.propose_no_further_action(
        factories.assessed(factories.referral(officer), coordinator), by=coordinator, **NOTHING_FOLLOWS
    )
    yield lambda: factories.answered(
        factories.at_gateway(factories.referral(officer), coordinator, police), people["gateway"]
    )
    yield lambda: factories.at_gateway(factories.referral(officer), coordinator, police)
    yield lambda: of_referrals.ask_second_reader(
        factories.referral(officer, rests_on_lawful_expression=True), by=coordinator, reader=people["frontdoor"]
    )
    yield lambda: of_referrals.propose_found_untrue(
        factories.received(factories.referral(officer), coordinator), by=coordinator, reason="It was made up."
    )
    yield lambda: panels.operations.ask_for_conference(
        factories.received(factories.referral(officer), coordinator), by=people["frontdoor"], reason="He means to go."
    )
    yield lambda: panels.operations.ask_for_conference(
        case.carried_referrals.first().referral, by=people["police"], agency=police, reason="He means to go."
    )
    yield lambda: factories.case(factories.referral_about(case.individual, officer), coordinator, case.panel)


def under_referral(referral: Referral, people: People, number: int) -> Iterator[Deed]:
    by, refers = people["coordinator"], referral.referred_by
    yield lambda: factories.file(referral)
    yield lambda: of_referrals.add_to_referral(referral, by=refers, text=f"More {number}")
    yield lambda: of_referrals.ask_referrer(referral, by=by, questions=[f"What {number}?"])
    yield lambda: factories.received(referral, by)
    said = {"whose": "person", "words": "Not so.", "said_on": clock.today(), "entry": referral.entries.first()}
    yield lambda: of_referrals.record_own_words(referral, by=by, **said)
    yield lambda: of_referrals.request_own_copy(referral, by=refers)
    yield lambda: of_referrals.disclose_copy(referral, by=by, door=Door.CHILDREN, to_whom="Social care", **WHY)


def of_agencies(case: Case, people: People, number: int) -> Iterator[Deed]:
    """What they are asked, share and are told of the case; and how far it is open to them."""
    by, says = people["coordinator"], people["services"]
    police, services = of("Harrowmere Police"), of("Children's Services")
    school = factories.agency(case.area, f"Knowing School {number}")
    speaks, colleague = (
        factories.person(school, kind, f"{kind.label} of {school.name}")
        for kind in (PostKind.REPRESENTATIVE, PostKind.OFFICER)
    )
    yield lambda: factories.share(case, school, by)
    yield lambda: operations.put_colleague_on_case(
        case, by=speaks, agency=school, colleague=colleague, purpose="To help."
    )
    yield lambda: operations.put_colleague_on_case(
        case,
        by=says,
        agency=services,
        purpose="To help.",
        colleague=factories.person(services, PostKind.OFFICER, f"Another colleague {number}"),
    )
    yield lambda: factories.acknowledged(case, speaks)
    yield lambda: factories.information_request(case, police, by)
    yield lambda: factories.information_request(case, services, by)
    yield lambda: factories.information_answer(
        factories.information_request(case, school, by), speaks, "shared", text="He is late.", mark="all_members"
    )
    answered = case.information_requests.exclude(answered_at=None).order_by("pk").first()
    yield lambda: operations.answer_information_request_anew(answered, by=says, answer="nothing_held")
    for mark in ("all_members", "police_and_chairs", "chair_only"):
        piece = factories.contribution(case, services, says, mark, with_deputies=mark != "all_members")
        yield lambda piece=piece: factories.case_file(case, says, contribution=piece)
        yield lambda piece=piece: factories.dispute(case, by, piece)
    yield lambda: factories.contribution(case, police, people["police"])
    for piece in first_of_each_mark(case):
        yield lambda piece=piece: factories.case_file(case, says, contribution=piece)
        yield lambda piece=piece: factories.dispute(case, by, piece)
    yield lambda: factories.disclosure(case, by)
    yield lambda: factories.disclosure(case, by, agency=school, body="")
    yield lambda: factories.section36(case, people["police"])
    action = case.actions.order_by("pk").first()
    yield lambda: factories.action_dispute(factories.action(case, police, by), by)
    yield lambda: factories.action_dispute(action, by)


def first_of_each_mark(case: Case) -> Iterable[Contribution]:
    return case.contributions.filter(agency__name="Children's Services").order_by("mark", "pk").distinct("mark")


def of_support(case: Case, people: People, number: int) -> Iterator[Deed]:
    """Under the first that gives support, and more of them."""
    by, gives = people["coordinator"], people["provider"]
    police = of("Harrowmere Police")
    given = case.interventions.filter(agency=police).order_by("pk").first()
    yield lambda: factories.session(given, gives)
    yield lambda: operations.agree_session(given, by=gives, meets_on=clock.today() + (2 + number) * DAY)
    yield lambda: operations.raise_urgent_concern(given, by=gives, words="He has packed a bag.")
    yield lambda: operations.open_project(
        case.area, by=by, agency=police, name=f"Allotment {number}", offers="Beans.", places=3
    )
    provider = factories.agency(case.area, f"Helpers {number}", AgencyType.PROVIDER, Sector.OTHER)
    helps = factories.person(provider, PostKind.PROVIDER, f"Somebody of Helpers {number}")
    yield lambda: factories.session(factories.intervention(case, provider, by, helps), helps)
    yield lambda: operations.plan_support(case, by=people["chair"], **factories.PLAN)
    yield lambda: factories.consent(case, by)
    yield lambda: asked_and_not_answered(case, people)


def asked_and_not_answered(case: Case, people: People) -> None:
    """Of one case more, and once more of the first of them, each to be asked again tomorrow."""
    one_more = factories.adopted(with_grounds(case, people), people["chair"])
    of_panel = Case.objects.filter(panel=case.panel, stage=Stage.CONSENT_PENDING).exclude(pk=case.pk)
    for waits in {of_panel.earliest("pk"), one_more}:
        factories.asking(waits, people["coordinator"], ask_again_on=clock.today() + DAY)


def of_the_person(case: Case, people: People, number: int) -> Iterator[Deed]:
    by, today = people["coordinator"], clock.today()
    contact = {"way": "call", "contact_with": "parent", "reached": True, "contacted_on": today}
    yield lambda: operations.log_contact(case, by=by, what="He is at home.", **contact)
    words = {"whose": "parent", "name": "Una Birch", "how": "visit", "words": "He is a good boy."}
    yield lambda: operations.note_own_account(case, by=by, said_on=today, **words)
    yield lambda: operations.record_being_told(case, by=by, whom="person", told=True, on=today, what="All of it.")
    letter = {"knows_who_opens": True, "who_opens_post": "He does.", "parents_apart": "no", "parent_of_concern": "no"}
    yield lambda: operations.write_letter(
        case, by=by, kind="told", to_whom="person", name="Ashwin", address="", why_safe="He asked.", **letter
    )
    version = FrameworkVersion.objects.in_use().filter(framework__area=case.area).order_by("pk").first()
    yield lambda: factories.assessment(case, by, version)
    yield lambda: factories.dispute(case, by, case.assessments.order_by("pk").first())
    yield lambda: factories.case_file(case, by)
    yield lambda: operations.record_birthday(case, by=by, source="His mother.", age=15)
    yield lambda: of_referrals.record_monitoring(
        case.carried_referrals.first().referral, by=by, source="person", ethnicity="As they said"
    )


def of_who_sees_it(case: Case, people: People, number: int) -> Iterator[Deed]:
    by, chair = people["coordinator"], people["chair"]
    other = factories.person(case.area, PostKind.COORDINATOR, f"Owner {number}")
    for owner in (other, by):
        yield lambda owner=owner: operations.allocate_case(case, by=by, owner=owner, note="She has met him.")
    nhs = factories.agency(case.area, f"Surgery {number}", AgencyType.HEALTH, Sector.HEALTH)
    asks = factories.person(nhs, PostKind.REPRESENTATIVE, f"Somebody of {nhs.name}")
    yield lambda: operations.ask_to_see(case, by=asks, agency=nhs, words="He is a patient here.")
    yield lambda: operations.break_glass(case, by=asks, kind="other", reason="He was brought in an hour ago.")
    excluded = factories.person(of("Children's Services"), PostKind.OFFICER, f"A neighbour {number}")
    yield lambda: operations.exclude_person(case, by=chair, person=excluded, kind="interest", reason="A neighbour.")
    yield lambda: operations.end_exclusion(
        operations.exclude_person(case, by=chair, person=other, kind="interest", reason="A neighbour."), by=chair
    )
    readers = [people["police"], people["services"]]
    yield lambda: operations.lift_restriction(
        operations.restrict_case(case, by=chair, reason="A threat.", readers=readers), by=chair
    )
    yield lambda: operations.say_purpose(case, by=people["governance"], kind="in_danger", words="To see.")
    yield lambda: factories.legal_hold(case, people["governance"])
    hold = LegalHold.objects.filter(case=case).earliest("pk")
    until = {"reason": "It goes on.", "review_on": clock.today() + 180 * DAY}
    yield lambda: operations.review_legal_hold(hold, by=people["governance"], **until)
    offer = case.panel_offers.waiting().first()
    panels_to = Panel.objects.filter(area=case.area, kind=PanelKind.SOCIAL_INCLUSION).last()
    yield lambda: offer and operations.take_back_panel_offer(offer, by=by)
    yield lambda: factories.panel_offer(case, panels_to, by)
    for person in people.values():
        yield lambda person=person: reports.operations.request_case_summary(case, by=person)
    handed = case.shares.filter(level="know").first().agency
    yield lambda: reports.operations.hand_out_case_summary(case, by=by, agency=handed, sections=["contacts"], **WHY)
    # Whoever has the first of them is to be told.
    yield lambda: operations.record_contact_in_error(
        operations.log_contact(
            case, by=by, what="He rang.", way="call", contact_with="person", reached=True, contacted_on=clock.today()
        ),
        by=by,
        **WRONG,
    )


def at_meetings(case: Case, people: People, number: int) -> Iterator[Deed]:
    """More meetings, and more said of what was decided."""
    by = people["coordinator"]
    panel = factories.panel(
        case.area,
        f"Panel that meets {number}",
        PanelKind.SOCIAL_INCLUSION,
        cadence="FREQ=WEEKLY",
        first_meeting_at=clock.now() + DAY,
    )
    yield lambda: panels.operations.plan_meetings(panel, by=system_user())
    decided = AgendaItem.objects.filter(case=case).exclude(decision=None).earliest("pk")
    yield lambda: factories.decision_dispute(decided, by)


def under_meeting(meeting: Meeting, people: People, number: int) -> Iterator[Deed]:
    """Others are taken there, by more agencies."""
    by, chair = people["coordinator"], people["chair"]
    other = another(Case.objects.filter(panel=meeting.panel).earliest("pk"), people)
    yield lambda: panels.operations.list_case(meeting, by=by, case=other)
    agency = factories.agency(meeting.panel.area, f"Agency {meeting.panel.area.agencies.count()} at {meeting.pk}")
    yield lambda: panels.operations.record_attendance(
        meeting, by=chair, agency=agency, name="Robin", presence="present"
    )


def under_item(item: AgendaItem, people: People, number: int) -> Iterator[Deed]:
    return under_meeting(item.meeting, people, number)


UNDER = {Referral: under_referral, Meeting: under_meeting, AgendaItem: under_item}
