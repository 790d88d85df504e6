"""The pages that are measured: who reads each, and what that reader ought to see on it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from benchmarks.measuring import Benchmark
from benchmarks.people import People
from benchmarks.rows import HERE, LIVE, SHARED_WITH_FEW, SHARED_WITH_RARE, references
from cases.models import Case
from panels import operations as panels
from panels.models import Meeting
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import KeptPosts, User, kept_posts, system_user
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import PAGE_SIZE
from referrals import operations as referrals
from referrals.models import POINTS, STEPS, Referral
from tests import factories

AGENDA = 12


class Wrong(AssertionError):
    """A page did not show what its reader ought to see. Its time is worth nothing."""


def of_pages(people: People) -> Iterator[Benchmark]:
    readers = people.here.coordinator, people.few_representative, people.rare_representative, people.chair
    coordinator, few, rare, chair = map(signed_in, readers)
    empty = page("Empty page", coordinator, "/empty/", shows_nothing)
    recorded = page("Empty page, view recorded", coordinator, "/empty/record/", shows_nothing, beside=empty, goal=1.15)
    yield empty
    yield recorded
    as_list = {"beside": empty, "goal": 3.0, "most_queries": 8}

    cases = reverse("cases:list_cases")
    for words, reader, seen in (
        ("agency that sees 2 %", few, SHARED_WITH_FEW),
        ("agency that sees 40 old ones", rare, SHARED_WITH_RARE),
        ("coordinator, 80 %", coordinator, HERE),
    ):
        for which, address, conditions in (("Live", cases, (seen, LIVE)), ("All", f"{cases}?ended", (seen,))):
            check = shows("cases", newest(*conditions))
            yield page(f"{which} cases, {words}", reader, address, check, **as_list)
    yield from worklists(people, coordinator, few, as_list)
    own_actions = f"agency_id = {people.few.pk} AND done_at IS NULL"
    soonest = f"SELECT reference FROM actions_action WHERE {own_actions} ORDER BY due_on, id LIMIT {PAGE_SIZE}"
    check = shows("actions", soonest)
    yield page("Actions of my agency", few, reverse("actions:list_actions"), check, **as_list | {"beside": recorded})

    (reference,) = references(newest(SHARED_WITH_FEW, "stage = 'active'"))[:1]
    for words, reader in (("representative", few), ("coordinator", coordinator)):
        address, check = reverse("cases:view_case", args=[reference]), tells(overview(reference))
        case = page(f"Case, {words}", reader, address, check, beside=recorded, goal=3.5, most_queries=12)
        yield case
        yield first_time(case)
        address, check = reverse("cases:concerns", args=[reference]), tells(concerns(reference))
        yield page(f"Concerns of a case, {words}", reader, address, check, beside=recorded, goal=3.5, most_queries=12)
    yield one_check(people.few_representative, Case.objects.get(reference=reference))
    # Not of the case whose summaries are made: they are acts too and would push the older ones off the page.
    (another,) = references(newest(SHARED_WITH_FEW, f"reference <> '{reference}'"))[:1]
    address, check = reverse("cases:history", args=[another]), tells(["Referral accepted, and its case opened."])
    yield page("History of a case", coordinator, address, check, beside=recorded, goal=3.0, most_queries=12)

    meeting = begun_meeting(people)
    address = reverse("panels:conference", args=[meeting.reference])
    check = shows("panels/items", items_on(meeting), then="conference/")
    yield page(f"Conference, {AGENDA} items", chair, address, check, beside=recorded, goal=3.0, most_queries=12)
    taken = meeting.items.first()
    address, check = (
        reverse("panels:take_item", args=[taken.reference]),
        tells([f"<h1>Case {taken.case.reference}</h1>"]),
    )
    yield page("One case of a conference", chair, address, check, beside=recorded, goal=3.5, most_queries=12)

    check = shows("cases|referrals", to_do(people))
    home = page("Home, coordinator", coordinator, "/", check, beside=empty, most_queries=12)
    yield home
    yield first_time(home)
    check = shows_some("actions", newest(own_actions, table="actions_action", many="ALL"))
    yield page("Home, representative", few, "/", check, beside=empty, most_queries=12)
    check = shows_some("reports/cases", newest(SHARED_WITH_RARE, many="ALL"), then="terms/")
    yield page("Home, agency that sees 40 old ones", rare, "/", check, beside=empty, most_queries=12)
    yield sending_a_referral(people, recorded)


def one_check(reader: User, case: Case) -> Benchmark:
    """Whether somebody may see one record, as every operation and every page asks it."""

    def check(may: bool) -> None:
        if not may:
            raise Wrong(f"{reader} may not see {case}.")

    def ask() -> bool:
        return rules["cases.view_case"].permits(reader, case)

    return Benchmark("One object check", ask, check, goal=0.5, most_queries=1, within_a_request=True)


def worklists(people: People, coordinator: Client, few: Client, as_list: dict) -> Iterator[Benchmark]:
    """The worklist by deadline, by name and to somebody who was named as best placed for one of its referrals."""
    address, here = reverse("referrals:list_referrals"), f"area_id = {people.here.area.pk}"
    ordered = f"SELECT reference FROM referrals_referral WHERE {here} AND %s ORDER BY due_on, id LIMIT {PAGE_SIZE}"
    check = shows("referrals", ordered % "due_on IS NOT NULL")
    yield page("Referrals to triage", coordinator, address, check, **as_list)
    check = shows("referrals", ordered % "due_on IS NOT NULL AND family_name = 'Sorrel'")
    yield page("Referrals to triage, by name", coordinator, f"{address}?q=sorr", check, **as_list)
    named = newest(here, "family_name = 'Birch'", "given_names = 'Ashwin'", table="referrals_referral")
    yield page(
        "All referrals, by name", coordinator, f"{address}?stage=all&q=ash+birch", shows("referrals", named), **as_list
    )
    (one,) = references(ordered % "due_on IS NOT NULL")[:1]
    factories.received(Referral.objects.get(reference=one), people.here.coordinator, best_placed=people.few)
    check = shows("referrals", f"SELECT '{one}'")
    yield page("Referrals to triage, agency that sees 1", few, address, check, **as_list)


# -- Getting a page and looking at it ---------------------------------------------------------------------------------


def signed_in(user: User) -> Client:
    client = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client


def page(title: str, reader: Client, address: str, check: Callable[[HttpResponse], None], **more) -> Benchmark:
    """The empty page comes before each: the first page for a while also saves its reader's session."""
    return Benchmark(title, lambda: reader.get(address), check, lambda: reader.get("/empty/"), **more)


def first_time(again: Benchmark) -> Benchmark:
    """The same for somebody of whose posts nothing is kept: on their first visit of a day, or to a new process."""
    kept = kept_posts.held

    def prepare() -> None:
        again.prepare()
        kept_posts.held = KeptPosts().held

    def check(answer: HttpResponse) -> None:
        kept_posts.held = kept
        again.check(answer)

    return replace(again, title=f"{again.title}, first time", prepare=prepare, check=check, times=[], cpu_times=[])


def shows(kinds: str, query: str, then: str = "") -> Callable[[HttpResponse], None]:
    """A check that a page leads to the records of ``query``, in this order, and to no others of their kinds.

    ``then`` is the rest of the address, where it is not their own page that it leads to.
    """

    def check(answer: HttpResponse) -> None:
        found = re.findall(rf'href="/(?:{kinds})/([A-Z0-9]{{10}})/{then}"', main_part(answer))
        if found != (expected := references(query)):
            raise Wrong(f"{answer.request['PATH_INFO']} shows {found}, not {expected}.")

    return check


def shows_some(kinds: str, query: str, then: str = "") -> Callable[[HttpResponse], None]:
    """A check that a page leads to records of ``query``, it may choose which, and to no others of their kinds."""

    def check(answer: HttpResponse) -> None:
        found = re.findall(rf'href="/(?:{kinds})/([A-Z0-9]{{10}})/{then}"', main_part(answer))
        if not found or not set(found) <= set(references(query)):
            raise Wrong(f"{answer.request['PATH_INFO']} shows {found}, not some of {query}.")

    return check


def tells(words: list[str]) -> Callable[[HttpResponse], None]:
    """A check that a page holds all of these words."""

    def check(answer: HttpResponse) -> None:
        if missing := [each for each in words if each not in main_part(answer)]:
            raise Wrong(f"{answer.request['PATH_INFO']} lacks {missing}.")

    return check


def shows_nothing(answer: HttpResponse) -> None:
    if "<h1>Empty</h1>" not in main_part(answer):
        raise Wrong("The empty page is another.")


def main_part(answer: HttpResponse) -> str:
    if answer.status_code != 200:
        raise Wrong(f"{answer.request['PATH_INFO']} answers {answer.status_code}.")
    return answer.content.decode().partition("<main")[2]


# -- What ought to be seen --------------------------------------------------------------------------------------------


def newest(*conditions: str, table: str = "cases_case", many: int | str = PAGE_SIZE, column: str = "reference") -> str:
    where = " AND ".join(f"({condition})" for condition in conditions)
    return f"SELECT {column} FROM {table} WHERE {where} ORDER BY id DESC LIMIT {many}"


def items_on(meeting: Meeting) -> str:
    return f"SELECT reference FROM panels_agendaitem WHERE meeting_id = {meeting.pk} ORDER BY position"


def overview(reference: str) -> list[str]:
    """The heading of a case's page, the grounds of its section 36 decision, and its consent."""
    this = f"(SELECT id FROM cases_case WHERE reference = '{reference}')"
    grounds = references(f"SELECT grounds FROM cases_section36decision WHERE case_id = {this}")
    return [f"<h1>Case {reference}</h1>", *grounds, "Given on"]


def concerns(reference: str) -> list[str]:
    """What was written in the referral of a case."""
    this = f"(SELECT id FROM cases_case WHERE reference = '{reference}')"
    return references(f"SELECT text FROM referrals_concernentry WHERE referral_id = {this}")


def to_do(people: People) -> str:
    """The referrals and the cases that a coordinator's home page leads to, as ``home.asked`` promises them."""
    born_on = "(SELECT born_on FROM referrals_individual WHERE id = individual_id)"
    return (
        f"(SELECT reference FROM referrals_referral WHERE area_id = {people.here.area.pk} AND due_on IS NOT NULL "
        "ORDER BY due_on, is_urgent DESC, id LIMIT 8) UNION ALL "
        f"(SELECT reference FROM cases_case WHERE {HERE} AND stage IN ('information_gathering', 'consent_pending') "
        "ORDER BY id LIMIT 8) UNION ALL "
        f"(SELECT reference FROM cases_case WHERE {HERE} AND ended_at IS NULL AND {born_on} + interval '18 years' "
        f"BETWEEN current_date + 1 AND current_date + 90 ORDER BY {born_on}, id LIMIT 8)"
    )


# -- What is made through the operations ------------------------------------------------------------------------------


def begun_meeting(people: People) -> Meeting:
    """A meeting that is being held, with a full agenda of which half is decided."""
    coordinator, chair = people.here.coordinator, people.chair
    panels.plan_meetings(people.here.panel, by=system_user())
    meeting = people.here.panel.meetings.filter(ended_at=None).earliest("starts_at")
    for reference in references(newest(HERE, "stage = 'awaiting_panel'"))[:AGENDA]:
        panels.list_case(meeting, by=coordinator, case=Case.objects.get(reference=reference))
    panels.start_meeting(meeting, by=chair)
    for agency in (people.police, people.few, *people.here.agencies[:4]):
        panels.record_attendance(meeting, by=chair, agency=agency, name="Robin Example", presence="present")
    for item in meeting.items.all()[: AGENDA // 2]:
        panels.decide_item(
            item,
            by=chair,
            judgement="enter",
            reached="unanimous",
            rationale="A mentor could help him to find friends.",
            consent_request="The coordinator asks his mother at home this week.",
            support="A mentor.",
            provider="A provider of the area.",
            arrangements="Weekly, at the library.",
            review_on=clock.today() + timedelta(days=42),
        )
    return meeting


def sending_a_referral(people: People, beside: Benchmark) -> Benchmark:
    """The last press of the task list, with which the answers of a draft become a referral."""
    officer, area = people.here.officer, people.here.area
    client = signed_in(officer)
    client.get("/empty/")  # Its form to sign out brings the cookie against forged requests.
    answers = {
        "person": {"given_names": "Ivo", "family_name": "Sorrel", "gender": "male"},
        "contact": {"lives_here": "here", "under_supervision": "no"},
        "family": {"lives_with_children": "unknown"},
        "concern": {
            "entries-first-text": "He asked a friend to keep a bag for him. " * 20,
            "entries-first-how_known": "told",
            **dict.fromkeys(POINTS, "unknown"),
        },
        "background": {"noticed_by": "His form tutor"},
        "needs": {},
        "told": {"person_told": "yes", "parent_told": "yes", "source_at_risk": "no"},
        "steps": dict.fromkeys(STEPS, "no"),
        "urgency": {"in_danger": "no", "urgency": "normal"},
        "referrer": {"for_agency": people.here.school.slug, "feedback_wanted": "yes"},
    }
    kept = {slug: {name: [value] for name, value in part.items()} for slug, part in answers.items()}
    draft = None

    def prepare() -> None:
        nonlocal draft
        name = referrals.submit_referral.name
        draft = Draft.objects.create(owner=officer, operation=name, record=area.pk, answers=kept)
        client.get("/empty/")

    def send() -> HttpResponse:
        address = reverse("referrals:submit_referral", args=[draft.reference])
        token = client.cookies["csrftoken"].value
        return client.post(address, {"no_intelligence": "on", "as_far_as_known": "on", "csrfmiddlewaretoken": token})

    def check(answer: HttpResponse) -> None:
        sent = Referral.objects.latest("pk")
        went_to = answer.headers.get("Location")
        if went_to != reverse("referrals:sent", args=[sent.reference]):
            raise Wrong(f"A referral was sent, and the page led to {went_to}.")
        said = answers["concern"]["entries-first-text"].strip()
        if (sent.area, sent.referred_by, sent.entries.get().text) != (area, officer, said):
            raise Wrong("The referral is not as it was sent.")

    return Benchmark("Referral sent, officer", send, check, prepare, beside=beside)
