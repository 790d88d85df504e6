"""Triage in three page loads, with JavaScript off; with the keyboard alone every other day in test_ways_to_refer.py.

With JavaScript off the police gateway is asked, as in any area that has not agreed otherwise, and two more page loads
lead from its answer to a panel; with the keyboard the referral goes there straight away. With a mouse, and axe-core
looking at each page on the way, with `python3 run.py prove journeys`.
"""

import os
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Locator, Page, expect

from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from referrals.models import Referral
from tests import factories
from tests.browser.accessibility import violations
from tests.browser.tabbing import tab_to

pytestmark = pytest.mark.xdist_group("browser")

PASSWORD = "an invented password"


@pytest.fixture(scope="module")
def area(service):
    """A school that refers, the police, and a coordinator with a panel for everybody."""
    area = factories.area("Tidewater")
    panel = factories.panel(
        area, cadence="FREQ=WEEKLY", first_meeting_at=clock.now() + timedelta(days=1), acts_as_channel=True
    )
    factories.meeting(panel)
    factories.routing_row(panel)
    factories.person(factories.agency(area), PostKind.OFFICER, "Olive Officer")
    police = factories.agency(area, "Tidewater Police", AgencyType.POLICE, Sector.POLICE)
    factories.person(police, PostKind.GATEWAY_OFFICER, "Greta Gateway")
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")
    coordinator.password = make_password(PASSWORD)
    coordinator.save(update_fields=["password"])
    return area


class Hand:
    """Somebody at a page, with a mouse."""

    def __init__(self, page: Page):
        self.page = page

    def choose(self, question: str, answer: str) -> None:
        self.page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()

    def select(self, question: str, answer: str) -> None:
        self.page.get_by_label(question).select_option(answer)

    def write(self, question: str, text: str) -> None:
        self.page.get_by_label(question).fill(text)

    def press(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()


class Keys(Hand):
    """Somebody who has the keyboard alone: goes on by Tab until there, then types."""

    def choose(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=question)
        radio = group.get_by_label(answer, exact=True)
        tab_to(group.get_by_role("radio").first)
        self.page.keyboard.press("Space")
        for _ in range(group.get_by_role("radio").count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        expect(radio).to_be_checked()

    def select(self, question: str, answer: str) -> None:
        tab_to(self.page.get_by_label(question))
        self.page.keyboard.type(answer)

    def write(self, question: str, text: str) -> None:
        tab_to(self.page.get_by_label(question))
        self.page.keyboard.type(text)

    def press(self, name: str) -> None:
        self.enter(self.page.get_by_role("button", name=name, exact=True))

    def enter(self, wanted: Locator) -> None:
        tab_to(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def test_a_referral_is_triaged_in_three_page_loads(service, area, browser):
    triage(service, area, browser, "no script")


def triage(service, area, browser, how: str, referral: Referral | None = None) -> None:
    if how == "keyboard":
        factories.without_gateway(area)
    referral = referral or factories.referral(area.agencies.get(type=AgencyType.SCHOOL).posts.earliest("pk").user)
    context = browser.new_context(
        base_url=service.url, viewport={"width": 1280, "height": 900}, java_script_enabled=how != "no script"
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/sign-in/")
    page.get_by_label("Email").fill(area.posts.get(kind=PostKind.COORDINATOR).user.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is asked of you today")

    loads = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    hand = (Keys if how == "keyboard" else Hand)(page)

    # First: read, and judge its urgency.
    page.goto(f"/referrals/{referral.reference}/")
    look(page, how)
    judge_urgency(hand)
    hand.press("Save and go on")

    # Second: the short assessment.
    look(page, how)
    assess(hand)
    if how == "keyboard":
        hand.press("Save and accept to a panel")

        # Third: the decision.
        assert len(loads) == 3
        accept(hand)
    else:
        hand.press("Save and ask the police")

        # Third: the police of the area, and a question that can stay as it is.
        look(page, how)
        assert len(loads) == 3
        hand.press("Ask the police")
        expect(page.get_by_role("main")).to_contain_text("With the police gateway")
        request = referral.gateway_requests.get()
        factories.answered(request, request.agency.posts.get(kind=PostKind.GATEWAY_OFFICER).user)
        loads.clear()
        page.goto(f"/referrals/{referral.reference}/")
        page.get_by_role("link", name="Accept it to a panel").or_(
            page.get_by_role("button", name="Accept it to a panel")
        ).first.click()
        page.wait_for_url("**/accept/")
        look(page, how)
        assert len(loads) == 2
        accept(hand)
    assert Referral.objects.get(pk=referral.pk).stage == "accepted"
    context.close()


def judge_urgency(hand: Hand) -> None:
    hand.choose("How urgent is it?", "It can go the usual way")
    hand.write("Why do you think so?", "Nobody is in danger.")
    hand.select("Who is best placed to help now?", "Larkfield School")
    hand.choose("Has social care been told too?", "Yes, children's social care")


def assess(hand: Hand) -> None:
    hand.write("What worries you, and why?", "He has said it twice.")
    hand.write("What speaks against the worry?", "He laughed about it.")
    hand.write("Who and what protects the person?", "His form tutor.")
    hand.write("What would change your mind?", "A word with his mother.")
    hand.choose("What kind of help is needed most?", "Support against being drawn into terrorism")
    hand.choose("Does the person have complex needs?", "I do not know")


def decide(hand: Hand) -> None:
    hand.write("Your reasons", "A pattern over weeks.")
    hand.write("What may the referrer be told?", "Thank you. A panel will look at it.")


def accept(hand: Hand) -> None:
    """The decision, on the panel that the table suggests."""
    expect(hand.page.get_by_label("Channel Panel")).to_be_checked()
    decide(hand)
    hand.press("Accept referral")
    expect(hand.page.get_by_role("heading", level=1)).to_contain_text("Case ")


def look(page: Page, how: str) -> None:
    """Nothing that axe-core finds, at two widths; it is a script, so not where there are none."""
    page.wait_for_load_state()
    if how != "mouse":
        return
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if folder := os.environ.get("PICTURES"):
            page.screenshot(path=f"{folder}/{page.url.rstrip('/').rpartition('/')[2]}-{width}.png", full_page=True)
