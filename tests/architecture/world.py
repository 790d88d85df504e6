"""One of everything: somebody in each post, in each place it is held in, and records of every kind concerning them."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from cases import operations as cases
from cases.models import Case
from panels import operations as panels
from panels.models import ConferenceRequest
from prevent_cases import clock
from prevent_cases.access import Rule, rules
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, PanelKind, Sector, User, system_user
from prevent_cases.accounts.posts import POST_RULES, PostKind, Within
from prevent_cases.reference.models import LawfulBasis, PurposePolicy, Section36Policy, policies
from referrals import operations as of_referrals
from referrals.models import Door, Referral
from reports import operations as reports
from reports.figures.periods import offered
from reports.operations.case_summary import CONFIRMED_AS, to_confirm
from tests import factories
from tests.architecture.elsewhere import go_between_areas, offer_from_elsewhere
from tests.architecture.opened import grounds_of

SERVICE = "The unattended service"
BY_NAME = "A colleague put on the case by name"
REFERS_TOO = "A front door that is an officer too"
BROKE_GLASS = "A representative who broke the glass"
KNOWS = "An agency that knows of the case"
CONTRIBUTES = "An agency that contributes to the case"


@dataclass
class World:
    """``people`` by the name of their post, in each one for every place of its kind; and by what else they can be."""

    people: dict[str, list[User]] = field(default_factory=dict)

    @cached_property
    def held(self) -> dict[tuple[str, str], list[str]]:
        """Who holds each permission on each ground: (permission, sentence) to names of posts."""
        posts: dict[tuple[str, str], list[str]] = {
            (rule.name, ground.sentence): [] for rule in rules.values() for ground in rule.grounds
        }
        for post, holders in self.people.items():
            for held in sorted(set().union(*map(grounds_of, holders))):
                posts[held].append(post)
        return posts

    def holder_of(self, rule: Rule) -> User:
        """The first who holds a permission on anything."""
        everybody = (person for holders in self.people.values() for person in holders)
        return next(person for person in everybody if rule.model.objects.permitted(person, rule.name).exists())


def the_case() -> Case:
    """The live case that has one of everything under it."""
    return Case.objects.filter(ended_at=None).earliest("pk")


def put_on_hold(world: World) -> None:
    factories.hold(the_case().individual, gateway_of(world))


def gateway_of(world: World) -> User:
    return world.people[PostKind.GATEWAY_OFFICER.label][0]


def make_world(name: str = "Harrowmere") -> World:
    """Made as the product makes it, by calling operations, in the order in which a case goes; it is on no hold yet."""
    area = factories.area(name)
    police = factories.agency(area, f"{name} Police", AgencyType.POLICE, Sector.POLICE)
    services = factories.agency(area, "Children's Services", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY)
    factories.agency(area, f"{name} Mentoring", AgencyType.PROVIDER, Sector.OTHER, serves_all_areas=True)
    first_meeting_at = clock.now() + timedelta(days=1)
    channel = factories.panel(area, acts_as_channel=True, cadence="FREQ=WEEKLY", first_meeting_at=first_meeting_at)
    board = factories.panel(area, "Programme Board", PanelKind.BOARD)
    factories.routing_row(channel)
    for policy in policies():
        factories.policy(area, policy)
    factories.policy(area, Section36Policy, council_decides=True)
    factories.day_off(area)
    factories.school_holiday(area, first=30, last=40)
    factories.contact(area)
    factories.onward_service(area)
    factories.end_reason(area)
    framework = factories.framework(area)

    places = {Within.AGENCY: [police, services], Within.AREA: [area], Within.PANEL: [channel, board]}
    in_post = {
        kind: {place: person_in(place, kind) for place in places[rule.within]} for kind, rule in POST_RULES.items()
    }
    colleague = factories.person(services, PostKind.OFFICER, "A colleague")
    refers_too = factories.person(services, PostKind.OFFICER, REFERS_TOO)
    factories.post(area, PostKind.FRONT_DOOR, REFERS_TOO)
    health = factories.agency(area, f"{name} Health", AgencyType.HEALTH, Sector.HEALTH)
    broke_glass = factories.person(health, PostKind.REPRESENTATIVE, BROKE_GLASS)
    work_on_a_case(in_post, police, services, channel, colleague)
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    letter = {
        "knows_who_opens": True,
        "who_opens_post": "He does.",
        "parents_apart": "no",
        "parent_of_concern": "no",
        "why_safe": "He asked.",
    }
    cases.write_letter(
        Case.objects.get(), by=coordinator, kind="told", to_whom="person", name="Ashwin", address="", **letter
    )
    cases.search_area(area, by=coordinator, purpose="To see whom a closed club leaves alone.")
    offer_to_another_panel(Case.objects.get(), in_post[PostKind.CHAIR][board], coordinator)
    factories.assessment(Case.objects.get(), coordinator, framework)
    factories.case_file(Case.objects.get(), coordinator)
    # And under each mark one of the services.
    for contribution in (
        Case.objects.get().contributions.filter(agency=services).order_by("mark", "pk").distinct("mark")
    ):
        called = {"name": f"{contribution.mark}.txt"}
        factories.case_file(contribution.case, contribution.shared_by, contribution=contribution, **called)
    (governance_lead,) = in_post[PostKind.GOVERNANCE_LEAD].values()
    say_what_for(Case.objects.get(), governance_lead, next(iter(in_post[PostKind.ORGANISER].values())))
    chair = in_post[PostKind.CHAIR][channel]
    shut_and_open(Case.objects.get(), chair, colleague, broke_glass, health, governance_lead)
    look_back(channel, police, in_post)
    go_between_areas(channel, police, in_post)
    restrict_another(channel, police, in_post)
    wait_to_be_signed(channel, police, in_post)
    was_with_another_case(coordinator, channel, in_post[PostKind.OFFICER][services])
    people = {kind.label: list(holders.values()) for kind, holders in in_post.items()}
    for name in (KNOWS, CONTRIBUTES):
        of_agency = User.objects.filter(held_posts__agency__name=name, held_posts__agency__area=area).order_by("pk")
        people |= {name: [of_agency[0]], f"{name}, by name": [of_agency[1]]}
    people |= {BY_NAME: [colleague], REFERS_TOO: [refers_too], BROKE_GLASS: [broke_glass], SERVICE: [system_user()]}
    for person in (person for holders in people.values() for person in holders):
        ask_for_reports(person, area)
    return World(people)


def person_in(place: Area | Agency | Panel, kind: PostKind) -> User:
    return factories.person(place, kind, f"{kind.label} of {place.name}")


def was_with_another_case(coordinator: User, panel: Panel, officer: User) -> None:
    """A referral that was with the case of somebody else for a while, and has its own."""
    another, referral = factories.referral(officer), factories.referral(officer)
    factories.case(another, coordinator, panel)
    said = {"individual": another.individual, "reason": "The same address."}
    cases.confirm_same_person(referral, by=coordinator, **said)
    factories.case(referral, coordinator, panel)
    cases.undo_same_person(referral, by=coordinator, reason="Two boys of one name.")


def work_on_a_case(in_post: dict, police: Agency, services: Agency, panel: Panel, colleague: User) -> None:
    """A referral by everybody who works for an agency; the case of one, shared with both of them, as far as minutes."""
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    speaks_for = in_post[PostKind.REPRESENTATIVE]
    chair = in_post[PostKind.CHAIR][panel]
    referrals = [
        factories.referral(people[agency])
        for people in in_post.values()
        for agency in (police, services)
        if agency in people
    ]
    for referral in referrals:
        factories.file(referral)
        factories.enquiry(referral.referred_by, referral.for_agency)
        factories.public_concern(referral.area)
    factories.chosen_file(referrals[0].referred_by, draft=factories.draft(referrals[0].referred_by))
    factories.chosen_file(referrals[0].referred_by)
    officer, lead = in_post[PostKind.OFFICER][services], in_post[PostKind.SAFEGUARDING_LEAD][services]
    factories.handed_over(factories.draft(officer), lead)
    factories.referral(lead, started_by=officer)
    factories.referral(officer, **factories.ON_BEHALF)
    # Of the last one is received, and its agency named; the one before it waits for a second person.
    factories.received(referrals[-1], coordinator)
    factories.assessed(referrals[-2], coordinator)
    said = {"end_reason": "explained", "rationale": "A misunderstanding.", "words_for_referrer": "Thank you."}
    of_referrals.propose_no_further_action(referrals[-2], by=coordinator, **said)
    panels.ask_for_conference(referrals[-1], by=speaks_for[services], agency=services, reason="It cannot wait.")
    offer_from_elsewhere(panel.area, coordinator)
    of_another_agency = next(each.referred_by for each in referrals if each.for_agency == police)
    for reader in (in_post[PostKind.FRONT_DOOR][panel.area], in_post[PostKind.SAFEGUARDING_LEAD][services]):
        lawful = factories.referral(of_another_agency, rests_on_lawful_expression=True)
        of_referrals.ask_second_reader(lawful, by=coordinator, reader=reader)
    # One is with the police gateway, one waits there for a signature, one has passed it.
    gateway, supervisor = (in_post[kind][police] for kind in (PostKind.GATEWAY_OFFICER, PostKind.GATEWAY_SUPERVISOR))
    asked = [factories.at_gateway(each, coordinator, police) for each in (referrals[-3], referrals[-4], referrals[0])]
    factories.answered(asked[1], gateway, category="not_appropriate")
    factories.answered(asked[2], supervisor)
    meeting = factories.meeting(panel)
    referrals[0].refresh_from_db()
    case = factories.case(referrals[0], coordinator, panel)
    # Whom a second person is asked about is the person of the case.
    said = {"individual": case.individual, "reason": "The same address and school."}
    cases.confirm_same_person(referrals[-2], by=coordinator, **said)
    of_referrals.record_monitoring(referrals[0], by=coordinator, source="person", ethnicity="As they said")
    for agency in (police, services):
        factories.share(case, agency, coordinator)
        factories.action_dispute(factories.action(case, agency, coordinator), coordinator)
    cases.put_colleague_on_case(
        case, by=speaks_for[services], agency=services, colleague=colleague, purpose="To help in person."
    )
    factories.acknowledged(case, in_post[PostKind.SAFEGUARDING_LEAD][police])
    share_below_reading(case, police, coordinator, next(iter(in_post[PostKind.GOVERNANCE_LEAD].values())))
    share_what_they_know(case, police, services, in_post)
    factories.section36(case, speaks_for[police])
    panels.start_meeting(meeting, by=chair)
    for agency in (police, services):
        panels.record_attendance(meeting, by=chair, agency=agency, name=coordinator.name, presence="present")
    panels.decide_item(meeting.items.get(), by=chair, **factories.ADOPTED)
    factories.decision_dispute(meeting.items.get(), coordinator)
    case.refresh_from_db()
    factories.consent(case, coordinator)
    words = {"whose": "parent", "name": "Una Birch", "how": "visit", "words": "He is a good boy."}
    contact = {"way": "call", "contact_with": "parent", "reached": True, "contacted_on": clock.today()}
    for by in (coordinator, speaks_for[services], colleague):
        cases.log_contact(case, by=by, what="He is at home.", **contact)
        cases.note_own_account(case, by=by, said_on=clock.today(), **words)
    cases.record_being_told(case, by=coordinator, whom="person", told=True, on=clock.today(), what="All of it.")
    away = factories.person(panel.area, PostKind.COORDINATOR, "A coordinator who is away")
    cover = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=7)}
    cases.arrange_cover(panel.area, by=coordinator, away=away, covered_by=coordinator, **cover)
    panels.end_meeting(meeting, by=chair)
    give_support(case, coordinator, in_post)
    hold_for_inquiry(case, next(iter(in_post[PostKind.GOVERNANCE_LEAD].values())))
    organiser = next(iter(in_post[PostKind.ORGANISER].values()))
    call_urgently(referrals[0], speaks_for[police], organiser, agency=police)
    call_urgently(referrals[0], in_post[PostKind.FRONT_DOOR][panel.area], organiser)


def give_support(case: Case, coordinator: User, in_post: dict) -> None:
    """Agencies give support and are worried, a provider has still to answer; sessions took place and were missed."""
    for agency, giver in in_post[PostKind.PROVIDER].items():
        given = factories.intervention(case, agency, coordinator, giver)
        factories.session(given, giver)
        factories.session(given, giver, came=False)
        cases.agree_session(given, by=giver, meets_on=clock.today())
        cases.raise_urgent_concern(given, by=giver, words="He has packed a bag.")
    cases.open_project(case.area, by=coordinator, agency=given.agency, name="Allotment", offers="Beans.", places=3)
    # Of the last one it is over.
    cases.end_intervention(given, by=coordinator, reason="He has found work.")
    provider = Agency.objects.get(type=AgencyType.PROVIDER)
    factories.person(provider, PostKind.PROVIDER, "Somebody of a provider")
    factories.intervention(case, provider, coordinator)


def restrict_another(panel: Panel, police: Agency, in_post: dict) -> None:
    """A case that only those named on it see."""
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    referral = factories.referral(in_post[PostKind.OFFICER][police], given_names="Rowan", family_name="Hazel")
    case = factories.case(referral, coordinator, panel)
    cases.restrict_case(case, by=in_post[PostKind.CHAIR][panel], reason="A threat.", readers=[])


def hold_for_inquiry(case: Case, governance: User) -> None:
    """On legal hold, looked at once."""
    hold = factories.legal_hold(case, governance)
    until = clock.today() + timedelta(days=180)
    cases.review_legal_hold(hold, by=governance, reason="The inquiry goes on.", review_on=until)


def look_back(panel: Panel, police: Agency, in_post: dict) -> None:
    """Another case, of somebody who received support; half a year later its panel looks back."""
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    chair, speaks_for = in_post[PostKind.CHAIR][panel], in_post[PostKind.REPRESENTATIVE][police]
    case = another_case("Wren", panel, police, in_post)
    factories.share(case, police, coordinator)
    factories.section36(case, speaks_for)
    factories.consent(factories.adopted(case, chair), coordinator)
    factories.final_assessment(case, coordinator)
    cases.plan_exit(case, by=chair, **factories.EXIT_PLAN)
    cases.move_case(case, by=chair, stage="exited")
    with clock.at(clock.now() + timedelta(days=165)):
        meeting = panel.meetings.filter(starts_at__gt=clock.now()).order_by("starts_at").first()
        item = panels.list_case(meeting, by=coordinator, case=case)
        panels.start_meeting(meeting, by=chair)
        panels.record_attendance(meeting, by=chair, agency=police, name="Robin Example", presence="present")
        said = {"from_partners": "Nothing of note.", "is_concern": False, "reason": "He is at work."}
        panels.record_review(item, by=chair, **said)
    (governance,) = in_post[PostKind.GOVERNANCE_LEAD].values()
    left = factories.person(panel.area, PostKind.GOVERNANCE_LEAD, "A lead who has left")
    another = another_case("Rose", panel, police, in_post)
    cases.move_case(another, by=chair, stage="no_further_action")
    with clock.at(clock.now() + timedelta(days=3650)):
        for ended, lead in ((case, governance), (another, left)):
            until = clock.today() + timedelta(days=365)
            cases.keep_case(ended, by=lead, **factories.KEPT_FOR, reason="A complaint.", review_on=until)
    User.objects.filter(pk=left.pk).update(is_active=False)


def wait_to_be_signed(panel: Panel, police: Agency, in_post: dict) -> None:
    """Two cases are to end with a section 36 decision: of the police, and of the council."""
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    for name, decides in (("Iris", in_post[PostKind.REPRESENTATIVE][police]), ("Olive", coordinator)):
        case = another_case(name, panel, police, in_post)
        factories.share(case, police, coordinator)
        said = factories.NO_GROUNDS | {"referral": case.carried_referrals.get().referral}
        cases.decide_section36(case, by=decides, end_stage="no_further_action", **said)


def another_case(name: str, panel: Panel, police: Agency, in_post: dict) -> Case:
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    referral = factories.referral(in_post[PostKind.OFFICER][police], given_names=name, family_name="Alder")
    return factories.case(referral, coordinator, panel)


def say_what_for(case: Case, *people: User) -> None:
    """Those who do not work on a case open it; tests may look some weeks ahead."""
    factories.policy(case.area, PurposePolicy, holds_for=31)
    for person in people:
        cases.say_purpose(case, by=person, kind="in_danger", words="To see what it says.")


def share_below_reading(case: Case, police: Agency, coordinator: User, governance: User) -> None:
    """Housing knows of it and probation contributes, each with a colleague by name; both are told elsewhere, too."""
    for level, name, kind in (("know", KNOWS, AgencyType.HOUSING), ("contribute", CONTRIBUTES, AgencyType.PROBATION)):
        agency = factories.agency(case.area, name, kind)
        speaks, colleague = (
            factories.person(agency, post, f"{name}, {post.label}")
            for post in (PostKind.REPRESENTATIVE, PostKind.OFFICER)
        )
        factories.agreement(case.area, agency, by=governance)
        factories.share(case, agency, coordinator, level=level)
        cases.put_colleague_on_case(case, by=speaks, agency=agency, colleague=colleague, purpose="To help.")
        factories.disclosure(case, coordinator, agency=agency, body="")
    said = {"purpose": "To help.", "lawful_basis": LawfulBasis.PUBLIC_TASK, "sections": ["contacts"]}
    handed = reports.hand_out_case_summary(case, by=coordinator, agency=agency, **said)
    reports.make_case_summary(handed, by=system_user())
    # They are to be told of what is put right after that.
    contact = {"way": "call", "contact_with": "person", "reached": True, "contacted_on": clock.today()}
    wrong = cases.log_contact(case, by=coordinator, what="He rang.", **contact)
    cases.record_contact_in_error(wrong, by=coordinator, reason="It was his brother.")
    factories.action_dispute(factories.action(case, agency, coordinator), coordinator)


def share_what_they_know(case: Case, police: Agency, services: Agency, in_post: dict) -> None:
    """One agency is asked and shares, another has still to answer; something is shared under each mark."""
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    speaks_for, lead = in_post[PostKind.REPRESENTATIVE], in_post[PostKind.SAFEGUARDING_LEAD][services]
    factories.cover(services, lead, speaks_for[services])
    factories.information_request(case, police, coordinator)
    answered = factories.information_request(case, services, coordinator)
    factories.information_answer(
        answered, speaks_for[services], "shared", text="He has a key worker.", mark="all_members"
    )
    factories.contribution(case, police, speaks_for[police])
    factories.dispute(case, coordinator, factories.contribution(case, services, speaks_for[services]))
    for mark in ("police_and_chairs", "chair_only"):
        factories.contribution(case, services, speaks_for[services], mark, with_deputies=True)


def offer_to_another_panel(case: Case, chairs: User, coordinator: User) -> None:
    """An offer that waits, to a panel that somebody chairs who chairs the board as well."""
    youth = factories.panel(case.area, "Youth Panel", PanelKind.SOCIAL_INCLUSION)
    factories.post(youth, PostKind.CHAIR, chairs.name)
    factories.panel_offer(case, youth, coordinator)


def shut_and_open(case: Case, chair: User, excluded: User, asks: User, agency: Agency, governs: User) -> None:
    """What was shut for a while and is open again, and glass that is broken now; one of them the chair is to judge."""
    cases.ask_to_see(case, by=asks, agency=agency, words="He is a patient here.")
    cases.break_glass(case, by=asks, kind="other", reason="He was brought in an hour ago.")
    restriction = cases.restrict_case(case, by=chair, reason="His uncle sits on the panel.", readers=[])
    cases.close_broken_glass(
        cases.break_glass(case, by=governs, kind="other", reason="He asked for all of it."), by=governs
    )
    cases.lift_restriction(restriction, by=chair)
    exclusion = cases.exclude_person(case, by=chair, person=excluded, kind="interest", reason="They are neighbours.")
    cases.end_exclusion(exclusion, by=chair)


def call_urgently(referral: Referral, asked_by: User, organiser: User, agency: Agency | None = None) -> None:
    """A further conference about the case, which waits to be held."""
    panels.ask_for_conference(referral, by=asked_by, agency=agency, reason="He means to travel.")
    # An hour after the one before: nobody sits in two at once.
    called = ConferenceRequest.objects.exclude(meeting=None).count()
    soon = timezone.localtime(clock.now() + timedelta(hours=2 + called))
    asked = ConferenceRequest.objects.get(referral=referral, meeting=None)
    panels.call_conference(asked, by=organiser, starts_on=soon.date(), starts_time=soon.time())


def ask_for_reports(person: User, area: Area) -> None:
    """Copies of a referral, a summary of the case and a report of the area, where this person may ask for them."""
    for referral in Referral.objects.permitted(person, "referrals.follow_referral")[:1]:
        of_referrals.request_own_copy(referral, by=person)
    for referral in Referral.objects.permitted(person, "referrals.receive_referral")[:1]:
        why = {"purpose": "He may be neglected.", "lawful_basis": LawfulBasis.PUBLIC_TASK}
        of_referrals.disclose_copy(referral, by=person, door=Door.CHILDREN, to_whom="Children's social care", **why)
    ask_for_summaries(person)
    year = offered(clock.now(), exact=False)[0]
    if rules["reports.view_board_report"].permits(person, area):
        reports.request_board_report(area, by=person, since=year.since, until=year.until)


def ask_for_summaries(person: User) -> None:
    for case in Case.objects.permitted(person, "reports.request_case_summary"):
        confirmed = {name: kind.found(case, person) for name, kind in CONFIRMED_AS.items()}
        reports.request_case_summary(case, by=person, pieces=to_confirm(case, person), **confirmed)
