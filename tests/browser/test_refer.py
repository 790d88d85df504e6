"""Referring in a real browser: nothing lost, whichever way somebody writes, and whatever happens meanwhile."""

import re
import time

import pytest
from playwright.sync_api import expect

from prevent_cases.accounts.posts import PostKind
from prevent_cases.pages.models import Draft
from tests import factories
from tests.browser.accessibility import violations
from tests.browser.signing_in import sign_in, signed_in

pytestmark = pytest.mark.xdist_group("browser")

NOT_SAVED = "Not saved – we are trying"


@pytest.fixture(scope="module")
def officer(service):
    return factories.person(factories.agency(factories.area("Wyremouth")), PostKind.OFFICER, "Tara Teacher")


@pytest.fixture
def draft(officer) -> Draft:
    area = next(iter(officer.posts.home_areas))
    return Draft.objects.create(owner=officer, operation="referrals.submit_referral", record=area)


@pytest.fixture
def page(service, officer, browser):
    page = signed_in(browser, service.url, officer)
    page.set_default_timeout(15_000)
    yield page
    page.context.close()


def address(draft: Draft, part: str = "") -> str:
    return f"/referrals/drafts/{draft.reference}/{part}"


def kept(draft: Draft, part: str, name: str) -> str:
    draft.refresh_from_db()
    return draft.answers.get(part, {}).get(name, [""])[0]


def wait_for(what, seconds: float = 5) -> None:
    """Until it is so; the database is asked, not the page."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "It did not come to be so in time."
        time.sleep(0.05)


# Nothing lost


def test_what_is_typed_is_on_the_server_within_five_seconds_though_nobody_stops_typing(page, draft):
    page.goto(address(draft, "concern/"))
    box = page.get_by_label("What happened?")
    began, longest = time.monotonic(), 0.0
    typed_at = {}
    while time.monotonic() - began < 6:
        box.press_sequentially("w")
        typed_at[len(typed_at) + 1] = time.monotonic()
        saved = len(kept(draft, "concern", "entries-first-text"))
        waiting = [moment for number, moment in typed_at.items() if number > saved]
        longest = max(longest, time.monotonic() - min(waiting, default=time.monotonic()))
        time.sleep(0.1)
    assert longest < 5
    wait_for(lambda: len(kept(draft, "concern", "entries-first-text")) == len(typed_at))
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Saved at \d\d:\d\d$"))


def test_leaving_a_field_saves_it_and_another_machine_goes_on_at_the_same_question(
    page, draft, browser, service, officer
):
    page.goto(address(draft, "person/"))
    page.get_by_label("Last name").fill("Birch")
    page.get_by_label("Last name").press("Tab")
    wait_for(lambda: kept(draft, "person", "family_name") == "Birch", 2)
    elsewhere = signed_in(browser, service.url, officer)
    elsewhere.goto("/referrals/new/")
    elsewhere.locator(f"a[href^='{address(draft)}']").click()
    expect(elsewhere.get_by_label("Last name")).to_have_value("Birch")
    expect(elsewhere.get_by_label("Other names and spellings")).to_be_focused()
    elsewhere.context.close()


def test_a_server_that_is_away_is_said_within_three_seconds_and_all_is_saved_when_it_is_back(page, draft):
    page.goto(address(draft, "person/"))
    page.route("**/referrals/drafts/**", lambda route: route.abort())
    page.get_by_label("First names").press_sequentially("Ash")
    expect(page.get_by_role("status")).to_have_text(NOT_SAVED, timeout=3000)
    assert violations(page) == []
    page.get_by_label("First names").press_sequentially("win")
    page.unroute("**/referrals/drafts/**")
    expect(page.get_by_role("status")).to_have_text(re.compile("^Saved at"))
    wait_for(lambda: kept(draft, "person", "given_names") == "Ashwin")


def test_a_server_that_does_not_answer_is_said_as_well(page, draft):
    page.goto(address(draft, "person/"))
    held = []
    page.route("**/referrals/drafts/**", lambda route: held.append(route))
    page.get_by_label("First names").press_sequentially("Ash")
    expect(page.get_by_role("status")).to_have_text(NOT_SAVED, timeout=3000)
    for route in held:
        route.abort()


def test_two_windows_lose_nothing_and_each_is_told(page, draft):
    other = page.context.new_page()
    for window in (page, other):
        window.goto(address(draft, "contact/"))
    page.get_by_label("Address").fill("From the first")
    expect(page.get_by_role("status")).to_have_text(re.compile("^Saved at"))
    other.get_by_label("Address").fill("From the second")
    expect(other.get_by_role("status")).to_contain_text("Something else was written in another window")
    expect(other.locator("#saved")).to_contain_text("From the first")
    assert violations(other) == []
    other.get_by_role("button", name="Save and continue").last.click()
    page.reload()
    said = page.locator("form[data-saves]").inner_text() + page.get_by_label("Address").input_value()
    assert "From the second" in said


def test_typing_goes_on_undisturbed_while_it_is_saved(page, draft):
    page.goto(address(draft, "concern/"))
    box = page.get_by_label("What happened?")
    box.press_sequentially("He said nothing")
    for _ in range(len(" nothing")):
        box.press("ArrowLeft")
    expect(page.get_by_role("status")).to_have_text(re.compile("^Saved at"))
    box.press_sequentially(" almost")
    expect(box).to_be_focused()
    expect(box).to_have_value("He said almost nothing")
    page.keyboard.press("Control+z")
    assert box.input_value() != "He said almost nothing"


def test_signing_out_elsewhere_while_typing_loses_nothing(page, draft, officer, service):
    page.goto(address(draft, "concern/"))
    page.get_by_label("What happened?").fill("Written before signing out")
    wait_for(lambda: kept(draft, "concern", "entries-first-text") == "Written before signing out")
    other = page.context.new_page()
    other.goto("/")
    other.get_by_role("button", name="Sign out").click()
    page.get_by_label("What happened?").press_sequentially("!")
    page.wait_for_url("**/sign-in/**")
    assert f"next={address(draft, 'concern/')}".replace("/", "%2F").split("=")[1] in page.url
    sign_in(page.context, service.url, officer)
    page.goto(address(draft, "concern/"))
    expect(page.get_by_label("What happened?")).to_be_focused()
    assert page.get_by_label("What happened?").input_value().startswith("Written before signing out")


def test_a_new_sign_in_in_another_window_keeps_nobody_from_being_saved(page, draft, service):
    page.goto(address(draft, "person/"))
    cookie = next(each for each in page.context.cookies() if "csrf" in each["name"])
    page.context.add_cookies([cookie | {"value": "x" * 32}])
    page.get_by_label("First names").fill("Ashwin")
    wait_for(lambda: kept(draft, "person", "given_names") == "Ashwin", 8)
    expect(page.get_by_role("status")).to_have_text(re.compile("^Saved at"))


def test_nothing_is_left_in_the_browser(page, draft):
    page.goto(address(draft, "person/"))
    page.get_by_label("First names").fill("Canaryname")
    wait_for(lambda: kept(draft, "person", "given_names") == "Canaryname")
    page.get_by_role("button", name="Save and come back later").click()
    found = page.evaluate(
        """async () => ({
            local: JSON.stringify(localStorage).length - 2,
            session: JSON.stringify(sessionStorage).length - 2,
            databases: (await indexedDB.databases()).length,
            caches: (await caches.keys()).length,
            history: JSON.stringify(history.state) ?? "",
        })"""
    )
    assert "Canaryname" not in found.pop("history")
    assert found == {"local": 0, "session": 0, "databases": 0, "caches": 0}
