"""From a teacher's worry to the panel's decision with the keyboard alone; the referral at every step also at 320 px.

What the referral takes is counted, and kept in docs/goals.md (U-10). Triage and the conference take turns from day to
day. With the mouse and without JavaScript it is sent in test_main_job.py; all of it, by every way at every step, with
`python3 run.py prove journeys`.
"""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from cases.models import Case
from prevent_cases.accounts.models import AgencyType
from prevent_cases.accounts.posts import PostKind
from referrals.models import POINTS, STEPS, Referral
from tests import factories
from tests.architecture.product import ROOT, todays_share
from tests.architecture.test_documents import compare_or_write
from tests.browser.accessibility import violations_if_new
from tests.browser.signing_in import signed_in
from tests.browser.tabbing import tab_to
from tests.browser.test_main_job import link_to
from tests.browser.test_triage import Keys, area, triage

__all__ = ["area"]

pytestmark = pytest.mark.xdist_group("browser")

WORRY = "He said nobody would miss him."
# For each page the boxes to fill and the answers to choose, by the names and values that are sent.
PAGES = {
    "person": ({"given_names": "Ashwin", "age_given": "15"}, {"gender": "male"}),
    "contact": ({"address": "12 Mill Lane"}, {"lives_here": "here", "under_supervision": "no"}),
    "family": ({}, {"lives_with_children": "unknown"}),
    "concern": ({"entries-first-text": WORRY}, {"entries-first-how_known": "seen", **dict.fromkeys(POINTS, "unknown")}),
    "background": ({"noticed_by": "I did"}, {}),
    "needs": ({}, {}),
    "told": ({}, {"person_told": "yes", "parent_told": "yes", "source_at_risk": "unknown"}),
    "steps": ({}, dict.fromkeys(STEPS, "unknown")),
    "urgency": ({}, {"in_danger": "no", "urgency": "normal"}),
    "referrer": ({"referrer_role": "Teacher"}, {"feedback_wanted": "no"}),
}


@pytest.fixture(scope="module")
def school(area):
    return area.agencies.get(type=AgencyType.SCHOOL)


# What one page asks, and the texts there are to read on it: what nobody is shown does not count, and the boxes of one
# day are one question.
ASKED_AND_WRITTEN = """() => {
    const shown = [...document.querySelectorAll("main :is(input, textarea, select)")].filter(
        each => each.type !== "hidden" && each.checkVisibility())
    const questions = new Set(shown.map(each => each.closest(".govuk-date-input")?.id || each.name))
    const texts = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
        const holder = walk.currentNode.parentElement
        if (holder.closest("option, script, .govuk-visually-hidden")) continue
        if (holder.checkVisibility({visibilityProperty: true})) texts.push(walk.currentNode.textContent.trim())
    }
    return [questions.size, texts]
}"""
PER_KEY, PER_QUESTION, WORDS_A_MINUTE = 0.28, 1.35, 240
MOST_MINUTES = 10


@dataclass
class Effort:
    """What a whole referral takes of somebody who reads each page once, and no text again that stood on one before."""

    pages: int = 0
    questions: int = 0
    words: int = 0
    words_shown: int = 0
    keys: int = 0
    read: set[str] = field(default_factory=set)

    def open(self, page: Page) -> None:
        page.wait_for_load_state()
        questions, texts = page.evaluate(ASKED_AND_WRITTEN)
        self.pages += 1
        self.questions += questions
        self.words_shown += sum(len(text.split()) for text in texts)
        self.words += sum(len(text.split()) for text in {*texts} - self.read)
        self.read.update(texts)

    @property
    def minutes(self) -> float:
        """By the keystroke-level model: a time for each key, one to think for each question, and one to read."""
        return (self.keys * PER_KEY + self.questions * PER_QUESTION) / 60 + self.words / WORDS_A_MINUTE

    def __str__(self) -> str:
        """Not to the single key: a few more or less are the browser's."""
        return (
            f"{self.pages} pages opened, {self.questions} questions asked, about {round(self.keys, -2)} keys pressed, "
            f"about {round(self.words, -2):,} words to read of {round(self.words_shown, -2):,} shown: "
            f"{self.minutes:.0f} minutes"
        )


class Mouse:
    """Points at what it wants."""

    keys = 0

    def fill(self, box: Locator, text: str) -> None:
        box.fill(text)

    def choose(self, answer: Locator) -> None:
        answer.check()

    def press(self, button: Locator) -> None:
        button.click()


class Keyboard:
    """Comes to everything by the Tab key, and acts by keys alone, which it counts."""

    keys = 0

    def press_key(self, page: Page, key: str) -> None:
        self.keys += 1
        page.keyboard.press(key)

    def reach(self, wanted: Locator) -> None:
        self.keys += tab_to(wanted)

    def fill(self, box: Locator, text: str) -> None:
        self.reach(box)
        self.keys += len(text)
        box.page.keyboard.type(text)

    def choose(self, answer: Locator) -> None:
        """Radio buttons are one stop of the Tab key: from the first, arrows lead on."""
        name = answer.get_attribute("name")
        group = answer.page.locator(f"input[name='{name}']")
        if answer.get_attribute("type") == "checkbox":
            self.reach(answer)
            self.press_key(answer.page, "Space")
            return
        self.reach(group.first)
        self.press_key(answer.page, "Space")
        for _ in range(group.count()):
            if answer.is_checked():
                return
            self.press_key(answer.page, "ArrowDown")
        raise AssertionError(f"The arrow keys do not lead to {answer}.")

    def press(self, button: Locator) -> None:
        self.reach(button)
        self.press_key(button.page, "Enter")


def look(page: Page) -> None:
    page.wait_for_load_state()
    assert violations_if_new(page) == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


def refer_somebody(service, school, browser, hand: Mouse | Keyboard, **options) -> Effort:
    """From the first page to the last, with a hand; ``options`` are those of a browser's context."""
    officer = factories.person(school, PostKind.OFFICER, f"Tara {type(hand).__name__} {len(options)}")
    page = signed_in(browser, service.url, officer, **options)
    page.set_default_timeout(15_000)
    effort = Effort()
    page.goto("/referrals/new/")
    effort.open(page)
    hand.press(page.locator("form button", has_text="Tidewater").first)
    page.wait_for_url("**/referrals/drafts/**")
    started = page.url
    effort.open(page)
    for part, (boxes, answers) in PAGES.items():
        hand.press(page.locator(f"main a[href$='/{part}/']"))
        page.wait_for_url(f"**/{part}/")
        effort.open(page)
        page.locator("main form .govuk-button-group button").first.click()  # Sent empty: what is missing is said.
        page.wait_for_load_state()
        if page.url == started:
            beside = hand.keys
            hand.press(page.locator(f"main a[href$='/{part}/']"))
            page.wait_for_url(f"**/{part}/")
            hand.keys = beside  # Whoever refers does not come here twice.
        look(page)
        for name, text in boxes.items():
            hand.fill(page.locator(f"[name='{name}']"), text)
        for name, value in answers.items():
            hand.choose(page.locator(f"[name='{name}'][value='{value}']"))
        hand.press(page.locator("main form .govuk-button-group button").first)
        page.wait_for_url(started)
        effort.pages += 1
    hand.press(page.locator("main a[href$='/check/']"))
    page.wait_for_url("**/check/")
    effort.open(page)
    look(page)
    for name in ("no_intelligence", "as_far_as_known"):
        hand.choose(page.locator(f"[name='{name}']"))
    hand.press(page.get_by_role("button", name="Send referral"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Referral sent")
    effort.open(page)
    look(page)
    assert Referral.objects.get(referred_by=officer).entries.get().text == WORRY
    page.context.close()
    effort.keys = hand.keys
    return effort


def test_a_teacher_refers_by_keys_alone(service, school, browser):
    keep(refer_somebody(service, school, browser, Keyboard()))


def test_a_coordinator_triages_or_a_chair_decides_by_keys_alone(service, area, browser):
    for take in todays_share([triage_by_keys, decide_by_keys], 2):
        take(service, area, browser)


def triage_by_keys(service, area, browser) -> None:
    triage(service, area, browser, "keyboard")


def decide_by_keys(service, area, browser) -> None:
    officer = area.agencies.get(type=AgencyType.SCHOOL).posts.earliest("pk").user
    coordinator = area.posts.get(kind=PostKind.COORDINATOR).user
    decide(service, area, browser, factories.case(factories.referral(officer), coordinator, area.panels.get()))


def decide(service, area, browser, case: Case) -> None:
    """The chair runs the meeting, once the police have decided under section 36."""
    police, coordinator = area.agencies.get(type=AgencyType.POLICE), area.posts.get(kind=PostKind.COORDINATOR).user
    factories.share(case, police, coordinator)
    factories.section36(case, factories.person(police, PostKind.REPRESENTATIVE, "Perry Police"))
    page = signed_in(browser, service.url, factories.person(case.panel, PostKind.CHAIR, "Charles Chair"))
    page.set_default_timeout(15_000)
    page.goto("/")
    hand = Keys(page)
    hand.enter(page.get_by_role("link", name=re.compile("Channel Panel, ")).first)
    hand.enter(link_to(page, "Start the meeting"))
    hand.choose("For whom do you chair it?", "The council")
    hand.press("Start")
    hand.enter(link_to(page, "Record who is here"))
    hand.select("Agency", "Tidewater Police")
    hand.write("Who speaks for it?", "Perry Police")
    hand.choose("Are they here?", "Present")
    hand.press("Save")
    hand.enter(link_to(page, case.reference))
    hand.enter(link_to(page, "Record the decision"))
    hand.choose("What is the panel's judgement?", "Enter: offer support")
    plan = ("How, when and by whom is agreement asked for?", "Which support is offered?", "Who gives it?")
    for question in (*plan, "How and when is it given?"):
        hand.write(question, "By a mentor, weekly.")
    day = page.get_by_role("group", name="When does the panel look at it next?")
    tab_to(day.get_by_label("Day"))
    for digits in ("31", "1", "2099"):
        page.keyboard.type(digits)
        page.keyboard.press("Tab")
    hand.choose("How was it reached?", "All agreed")
    tab_to(page.get_by_label("Why?", exact=True))
    page.keyboard.type("A mentor could help him find other company.")
    hand.press("Save decision")
    hand.enter(link_to(page, "Back to the conference"))
    hand.press("End the meeting")
    case.refresh_from_db()
    assert case.stage == "consent_pending"
    page.context.close()


def keep(effort: Effort) -> None:
    """In docs/goals.md: written anew there, or compared."""
    assert effort.minutes <= MOST_MINUTES, effort
    goals, kept = (ROOT / "docs" / "goals.md").read_text(), r"(?<=by keys alone \| ).*?(?= \|)"
    compare_or_write("docs/goals.md", re.sub(kept, str(effort), goals), "tests/browser/test_ways_to_refer.py")
