"""The pages that are measured: who reads each, and what that reader ought to see on it."""

import re
from collections.abc import Callable, Iterator

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from benchmarks.measuring import Benchmark
from benchmarks.people import People
from benchmarks.rows import HERE, LIVE, SHARED_WITH_FEW, SHARED_WITH_RARE, references
from cases.models import Case
from panels import operations as panels
from panels.models import Meeting
from prevent_cases.accounts.models import User
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import PAGE_SIZE
from referrals import operations as referrals
from referrals.models import Referral
from tests import factories

LIST, CASE, CONFERENCE = 3.0, 3.5, 3.0
AGENDA = 12


class Wrong(AssertionError):
    """A page did not show what its reader ought to see. Its time is worth nothing."""


def of_pages(people: People) -> Iterator[Benchmark]:
    coordinator, few, rare = map(signed_in, (people.here.coordinator, people.few_representative, people.rare_representative))
    chair = signed_in(people.chair)

    empty = Benchmark("Empty page", get(coordinator, "/empty/"), shows([]))
    yield empty
    recorded = Benchmark("Empty page, view recorded", get(coordinator, "/empty/record/"), shows([]), beside=empty)
    yield recorded

    cases = reverse("cases:list_cases")
    for words, reader, seen in (
        ("agency that sees 2 %", few, SHARED_WITH_FEW),
        ("agency that sees 40 old ones", rare, SHARED_WITH_RARE),
        ("coordinator, 80 %", coordinator, HERE),
    ):
        yield Benchmark(f"Live cases, {words}", get(reader, cases), shows(newest(seen, LIVE)), beside=empty, goal=LIST)
        yield Benchmark(f"All cases, {words}", get(reader, f"{cases}?ended"), shows(newest(seen)), beside=empty, goal=LIST)

    (reference,) = newest(SHARED_WITH_FEW, "stage = 'active'")[:1]
    address = reverse("cases:view_case", args=[reference])
    for words, reader in (("representative", few), ("coordinator", coordinator)):
        yield Benchmark(f"Case, {words}", get(reader, address), tells(reference), beside=recorded, goal=CASE)

    meeting = begun_meeting(people)
    agenda = references(
        "SELECT cases_case.reference FROM cases_case JOIN panels_agendaitem ON case_id = cases_case.id "
        f"WHERE meeting_id = {meeting.pk} ORDER BY position"
    )
    conference = get(chair, reverse("panels:conference", args=[meeting.reference]))
    yield Benchmark(f"Conference, {AGENDA} items, chair", conference, shows(agenda), beside=recorded, goal=CONFERENCE)

    yield sending_a_referral(people, recorded)
    yield Benchmark("Home, coordinator", get(coordinator, "/"), shows(to_do(people)), beside=empty)


# -- Getting a page and looking at it ---------------------------------------------------------------------------------


def signed_in(user: User) -> Client:
    client = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
    client.force_login(user)
    return client


def get(client: Client, address: str) -> Callable[[], HttpResponse]:
    return lambda: client.get(address)


def after_another(client: Client) -> Callable[[], HttpResponse]:
    """A page just before: no measured one is the first for a while, which would save that its reader is still there."""
    return get(client, "/empty/")


def shows(expected: list[str]) -> Callable[[HttpResponse], None]:
    """A check that a page leads to these cases and referrals, in this order, and to no others."""

    def check(page: HttpResponse) -> None:
        found = re.findall(r'href="/(?:cases|referrals)/([A-Z0-9]{10})/"', main_part(page))
        if found != expected:
            raise Wrong(f"{page.request['PATH_INFO']} shows {found}, not {expected}.")

    return check


def tells(reference: str) -> Callable[[HttpResponse], None]:
    """A check that a page is the case's own and holds its referral, its section 36 decision and its consent."""
    words = [
        f"<h1>Case {reference}</h1>",
        *references(f"SELECT referrals_referral.reference FROM referrals_referral JOIN cases_case USING (id) "
                    f"WHERE cases_case.reference = '{reference}'"),
        *references(f"SELECT grounds FROM cases_section36decision JOIN cases_case ON case_id = cases_case.id "
                    f"WHERE reference = '{reference}'"),
        "by a parent or guardian",
    ]

    def check(page: HttpResponse) -> None:
        missing = [each for each in words if each not in main_part(page)]
        if missing:
            raise Wrong(f"{page.request['PATH_INFO']} lacks {missing}.")

    return check


def main_part(page: HttpResponse) -> str:
    if page.status_code != 200:
        raise Wrong(f"{page.request['PATH_INFO']} answers {page.status_code}.")
    return page.content.decode().partition("<main")[2]


def newest(*conditions: str) -> list[str]:
    where = " AND ".join(f"({condition})" for condition in conditions)
    return references(f"SELECT reference FROM cases_case WHERE {where} ORDER BY id DESC LIMIT {PAGE_SIZE}")


# -- What is made through the operations ------------------------------------------------------------------------------


def begun_meeting(people: People) -> Meeting:
    """A meeting that is being held, with a full agenda of which half is decided."""
    coordinator, chair = people.here.coordinator, people.chair
    meeting = factories.meeting(people.here.panel)
    for reference in newest(HERE, "stage = 'awaiting_panel'")[:AGENDA]:
        panels.list_case(meeting, by=coordinator, case=Case.objects.get(reference=reference))
    panels.start_meeting(meeting, by=chair)
    for agency in (people.police, people.few, *people.here.agencies[:4]):
        panels.record_attendance(meeting, by=chair, agency=agency, name="Robin Example", presence="present")
    for item in meeting.items.all()[: AGENDA // 2]:
        panels.decide_item(
            item, by=chair, judgement="enter", reached="unanimous", rationale="A mentor could help him back to his friends."
        )
    return meeting


def to_do(people: People) -> list[str]:
    """The referrals and the cases that a coordinator's home page begins with, as ``home.asked`` promises them."""
    area = people.here.area.pk
    return references(
        f"(SELECT reference FROM referrals_referral WHERE area_id = {area} AND stage = 'submitted' "
        "ORDER BY urgency DESC, submitted_at LIMIT 8) UNION ALL "
        f"(SELECT reference FROM cases_case WHERE {HERE} AND stage IN ('information_gathering', 'consent_pending') "
        "ORDER BY id LIMIT 8)"
    )


def sending_a_referral(people: People, beside: Benchmark) -> Benchmark:
    """The last press of the task list, with which the answers of a draft become a referral."""
    officer, area = people.here.officer, people.here.area
    client = signed_in(officer)
    client.get("/empty/")  # Its form to sign out brings the cookie against forged requests.
    answers = {
        "person": {"given_names": "Ivo", "family_name": "Sorrel", "gender": "male"},
        "concern": {"what_happened": "He asked a friend to keep a bag for him. " * 20, "how_known": "told"},
        "told": {"person_told": "yes", "parent_told": "yes"},
        "steps": {"steps_taken": "The head of year has spoken with him twice. " * 5},
        "urgency": {"urgency": "normal"},
        "referrer": {"for_agency": people.here.school.slug},
    }
    kept = {slug: {name: [value] for name, value in part.items()} for slug, part in answers.items()}
    draft = None

    def prepare() -> None:
        nonlocal draft
        name = referrals.submit_referral.name
        draft = Draft.objects.create(owner=officer, operation=name, record=area.pk, answers=kept)

    def send() -> HttpResponse:
        address = reverse("referrals:submit_referral", args=[draft.reference])
        token = client.cookies["csrftoken"].value
        return client.post(address, {"no_intelligence": "on", "as_far_as_known": "on", "csrfmiddlewaretoken": token})

    def check(answer: HttpResponse) -> None:
        sent = Referral.objects.latest("pk")
        went_to = answer.headers.get("Location")
        if went_to != reverse("referrals:sent", args=[sent.reference]):
            raise Wrong(f"A referral was sent, and the page led to {went_to}.")
        if (sent.area, sent.referred_by, sent.what_happened) != (area, officer, answers["concern"]["what_happened"].strip()):
            raise Wrong("The referral is not as it was sent.")

    return Benchmark("Referral sent, officer", send, check, prepare, beside=beside)
