"""A whole referral, with the mouse, with the keyboard alone and without JavaScript; at every step also at 320 px."""

import pytest
from playwright.sync_api import Locator, Page, expect

from prevent_cases.accounts.posts import PostKind
from referrals.models import POINTS, STEPS, Referral
from tests import factories
from tests.browser.accessibility import violations
from tests.browser.signing_in import signed_in

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
def school(service):
    return factories.agency(factories.area("Wyremouth"))


class Mouse:
    """Points at what it wants."""

    def fill(self, box: Locator, text: str) -> None:
        box.fill(text)

    def choose(self, answer: Locator) -> None:
        answer.check()

    def press(self, button: Locator) -> None:
        button.click()


class Keyboard:
    """Comes to everything by the Tab key, and acts by keys alone."""

    def reach(self, wanted: Locator) -> None:
        for _ in range(120):
            if wanted.evaluate("element => element === document.activeElement"):
                return
            wanted.page.keyboard.press("Tab")
        raise AssertionError(f"The Tab key does not lead to {wanted}.")

    def fill(self, box: Locator, text: str) -> None:
        self.reach(box)
        box.page.keyboard.type(text)

    def choose(self, answer: Locator) -> None:
        """Radio buttons are one stop of the Tab key: from the first, arrows lead on."""
        name = answer.get_attribute("name")
        group = answer.page.locator(f"input[name='{name}']")
        if answer.get_attribute("type") == "checkbox":
            self.reach(answer)
            answer.page.keyboard.press("Space")
            return
        self.reach(group.first)
        answer.page.keyboard.press("Space")
        for _ in range(group.count()):
            if answer.is_checked():
                return
            answer.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not lead to {answer}.")

    def press(self, button: Locator) -> None:
        self.reach(button)
        button.page.keyboard.press("Enter")


def look(page: Page) -> None:
    page.wait_for_load_state()
    if page.evaluate("document.body.classList.contains('js-enabled')"):
        assert violations(page) == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


@pytest.mark.parametrize(
    ("hand", "options"),
    [(Mouse(), {}), (Keyboard(), {}), (Mouse(), {"java_script_enabled": False})],
    ids=["mouse", "keyboard", "without JavaScript"],
)
def test_somebody_is_referred(service, school, browser, hand, options):
    officer = factories.person(school, PostKind.OFFICER, f"Tara {type(hand).__name__} {len(options)}")
    page = signed_in(browser, service.url, officer, **options)
    page.set_default_timeout(15_000)
    page.goto("/referrals/new/")
    hand.press(page.locator("form button", has_text="Wyremouth").first)
    page.wait_for_url("**/referrals/drafts/**")
    started = page.url
    for part, (boxes, answers) in PAGES.items():
        hand.press(page.locator(f"main a[href$='/{part}/']"))
        page.wait_for_url(f"**/{part}/")
        page.locator("main form .govuk-button-group button").first.click()  # Sent empty: what is missing is said.
        page.wait_for_load_state()
        if page.url == started:
            hand.press(page.locator(f"main a[href$='/{part}/']"))
            page.wait_for_url(f"**/{part}/")
        look(page)
        for name, text in boxes.items():
            hand.fill(page.locator(f"[name='{name}']"), text)
        for name, value in answers.items():
            hand.choose(page.locator(f"[name='{name}'][value='{value}']"))
        hand.press(page.locator("main form .govuk-button-group button").first)
        page.wait_for_url(started)
    hand.press(page.locator("main a[href$='/check/']"))
    page.wait_for_url("**/check/")
    look(page)
    for name in ("no_intelligence", "as_far_as_known"):
        hand.choose(page.locator(f"[name='{name}']"))
    hand.press(page.get_by_role("button", name="Send referral"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Referral sent")
    look(page)
    assert Referral.objects.get(referred_by=officer).entries.get().text == WORRY
    page.context.close()
