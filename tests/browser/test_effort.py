"""What casework promises in time, reckoned by keys alone as a referral is (test_ways_to_refer.py): docs/goals.md, U-10.

Each begins on its own page and ends with the press that sends it. What one writes there is not reckoned, since nobody
can say how long that is, but for why the glass is broken: three words, as somebody in haste would write them.
"""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from cases.models import AnswerKind
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.architecture.product import ROOT
from tests.architecture.test_documents import compare_or_write
from tests.browser.signing_in import signed_in
from tests.browser.test_ways_to_refer import Effort, Keyboard

pytestmark = pytest.mark.xdist_group("browser")

GIVEN = {"text": "He has a key worker.", "why_not": "A court case.", "who_tells": "Dr Guardian"}
# What each answer asks besides.
ANSWERS = {
    AnswerKind.NOTHING_HELD: (),
    AnswerKind.SHARED: ("text", "mark"),
    AnswerKind.NOT_SHARED: ("why_not",),
    AnswerKind.BY_WORD: ("who_tells",),
}


@pytest.fixture(scope="module")
def work(service):
    """Two agencies that are asked, a mentor who gives support, and somebody who cannot see the case."""
    area = factories.area("Reckonmere")
    panel = factories.panel(area, acts_as_channel=True)
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")
    factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    chair = factories.person(panel, PostKind.CHAIR, "Charles Chair")
    teacher = factories.person(factories.agency(area), PostKind.OFFICER, "Tara Teacher")
    case = factories.case(factories.referral(teacher), coordinator, panel)
    asked = {}
    for name, kind, sector in (
        ("Reckonmere Police", AgencyType.POLICE, Sector.POLICE),
        ("Reckonmere NHS", AgencyType.HEALTH, Sector.HEALTH),
    ):
        agency = factories.agency(area, name, kind, sector)
        person = factories.person(agency, PostKind.REPRESENTATIVE, f"Rep of {name}")
        asked[kind] = person, factories.information_request(case, agency, coordinator)
    police = factories.person(asked[AgencyType.POLICE][1].agency, PostKind.REPRESENTATIVE, "Perry Police")
    factories.share(case, asked[AgencyType.POLICE][1].agency, coordinator)
    factories.section36(case, police)
    factories.consent(factories.adopted(case, chair), coordinator)
    mentors = factories.agency(area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    giver = factories.person(mentors, PostKind.PROVIDER, "Gil Giver")
    return asked, case, giver, factories.intervention(case, mentors, coordinator, giver)


@pytest.fixture
def reckon(service, browser):
    def on_page(person, url: str, do: Callable[[Page, Keyboard], None], button: str, *, send: bool = False) -> Effort:
        page = signed_in(browser, service.url, person, viewport={"width": 1280, "height": 900})
        page.set_default_timeout(15_000)
        page.goto(url)
        effort, hand = Effort(), Keyboard()
        hand.press(page.get_by_role("link", name="Skip to main content"))
        do(page, hand)
        effort.open(page)  # With what is asked after an answer.
        hand.reach(page.get_by_role("button", name=button, exact=True))
        hand.keys += 1
        if send:
            page.keyboard.press("Enter")
            expect(page.get_by_role("alert")).to_be_visible()
        page.context.close()
        effort.keys = hand.keys
        return effort

    return on_page


def write(hand: Keyboard, page: Page, name: str, text: str) -> None:
    """As a key that leads there; what is written is not reckoned."""
    box = page.locator(f"[name='{name}']")
    hand.reach(box)
    box.fill(text)


def answer(kind: str, *, of_health: bool) -> Callable[[Page, Keyboard], None]:
    def do(page: Page, hand: Keyboard) -> None:
        if kind == AnswerKind.NOTHING_HELD:
            return
        hand.choose(page.locator(f"[name='answer'][value='{kind}']"))
        for name in ANSWERS[kind]:
            if name in GIVEN:
                write(hand, page, name, GIVEN[name])
            else:
                hand.choose(page.locator(f"[name='{name}'][value='all_members']"))
        if of_health:
            write(hand, page, "confidentiality_by", "Dr Guardian, Caldicott guardian")
            ground = "public_interest" if kind == AnswerKind.SHARED else "kept"
            hand.choose(page.locator(f"[name='confidentiality_ground'][value='{ground}']"))
        hand.choose(page.locator("[name='no_intelligence']"))

    return do


def test_what_is_promised_in_time_is_reckoned(work, reckon):
    asked, case, giver, given = work
    answered: dict[bool, list[Effort]] = {True: [], False: []}
    for kind, (person, request) in asked.items():
        url = reverse("cases:answer_information_request", args=[request.reference])
        of_health = kind == AgencyType.HEALTH
        for said in ANSWERS:
            button = "Nothing held" if said == AnswerKind.NOTHING_HELD else "Answer"
            effort = reckon(person, url, answer(said, of_health=of_health), button, send=said == AnswerKind.BY_WORD)
            answered[of_health and said != AnswerKind.NOTHING_HELD].append(effort)
    (nurse, _) = asked[AgencyType.HEALTH]
    glass = reckon(
        nurse,
        reverse("cases:break_glass", args=[case.reference]),
        lambda page, hand: hand.fill(page.locator("[name='reason']").first, "On a bridge"),
        "Break the glass",
        send=True,
    )

    def report(page: Page, hand: Keyboard) -> None:
        hand.choose(page.locator("[name='came'][value='yes']"))
        hand.fill(page.locator("[name='minutes']"), "50")
        write(hand, page, "what", "We talked of football.")
        hand.choose(page.locator("[name='worried'][value='no']"))

    url = reverse("cases:report_session", args=[given.reference])
    session = reckon(giver, url, report, "Report the session", send=True)
    for what, effort, most in (
        ("answered in a minute", longest(answered[False]), 60),
        ("answered by health", longest(answered[True]), 60),
        ("Glass broken", glass, 10),
        ("A session reported", session, 300),
    ):
        keep(what, effort, most)


def longest(efforts: list[Effort]) -> Effort:
    return max(efforts, key=lambda effort: effort.minutes)


def keep(what: str, effort: Effort, most: int) -> None:
    """In docs/goals.md: written anew there, or compared."""
    seconds = round(effort.minutes * 60, 1)
    assert seconds <= most, (what, seconds, vars(effort))
    words = f"questions {effort.questions}, keys {effort.keys}, words {effort.words}: {seconds:.0f} seconds"
    goals, kept = (ROOT / "docs" / "goals.md").read_text(), rf"(?<={what} \| ).*?(?= \|)"
    assert re.search(kept, goals), what
    compare_or_write("docs/goals.md", re.sub(kept, words, goals, count=1), "tests/browser/test_effort.py")
