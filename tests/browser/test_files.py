"""Choosing files in a real browser: with a script each shows how far it is, without one the form sends them all."""

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from prevent_cases.accounts.posts import PostKind
from prevent_cases.documents.models import Upload
from tests import factories
from tests.browser.accessibility import violations
from tests.browser.test_every_page import signed_in
from tests.documents.hostile import EICAR
from tests.documents.hostile.pictures import picture

pytestmark = pytest.mark.xdist_group("browser")

ADD, SEAL = "Add the chosen files", "This should not be here"


@pytest.fixture
def chosen(tmp_path) -> list:
    contents = {"gate.jpg": picture("JPEG"), "virus.txt": EICAR, "empty.txt": b"", "note.txt": b"A note."}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in contents]


@pytest.fixture(scope="module")
def officer(service):
    return factories.person(factories.agency(factories.area()), PostKind.OFFICER, "Olive Officer")


def row(page: Page, name: str):
    return page.locator("#files li").filter(has_text=name)


def test_with_a_script_each_file_says_how_far_it_is_and_what_is_wrong_with_it(
    service, scanner, officer, browser: Browser, chosen
):
    page = signed_in(browser, service.url, officer)
    page.goto(reverse("referrals:draft_files", args=[factories.draft(officer).reference]))
    # Slow enough to be seen on the way.
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    page.set_input_files("input[type=file]", chosen)
    page.click(f"text={ADD}")
    bar = page.get_by_role("progressbar", name="Sending note.txt")
    expect(bar).to_be_visible()
    expect(page.locator("form li").filter(has_text="note.txt")).to_contain_text("Waiting to be sent")
    expect(page.get_by_role("status")).to_have_text("3 of 4 sent.", timeout=15_000)
    expect(page.locator("form li")).to_contain_text("“empty.txt” is empty. Choose another.")
    # The list looks for itself how the checks are going.
    expect(row(page, "gate.jpg")).to_contain_text("Ready", timeout=20_000)
    expect(row(page, "virus.txt")).to_contain_text("Not taken", timeout=20_000)
    assert violations(page) == []
    row(page, "gate.jpg").get_by_text(SEAL).click()
    page.click("text=Seal this file")
    expect(row(page, "gate.jpg")).to_contain_text("Nobody can open it.")
    assert violations(page) == []
    page.context.close()


def test_without_a_script_the_form_sends_them_all_and_says_what_is_wrong(
    service, scanner, officer, browser: Browser, chosen
):
    draft = factories.draft(officer)
    with_script = signed_in(browser, service.url, officer)
    cookies = with_script.context.cookies()
    with_script.context.close()
    context = browser.new_context(base_url=service.url, java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(reverse("referrals:draft_files", args=[draft.reference]))
    page.set_input_files("input[type=file]", chosen)
    page.click(f"text={ADD}")
    expect(page.get_by_role("link", name="“empty.txt” is empty. Choose another.")).to_be_visible()
    good = [path for path in chosen if path.name != "empty.txt"]
    page.set_input_files("input[type=file]", good)
    page.click(f"text={ADD}")
    expect(page.locator("#files li")).to_have_count(3)
    row(page, "note.txt").get_by_role("button", name="Remove").click()
    expect(page.locator("#files li")).to_have_count(2)
    assert Upload.objects.filter(draft=draft).count() == 2
    context.close()
