"""What a screen reader is told (goal U-04): the accessibility tree of each page of referring and triage, kept as text.

A change of a page shows here as it will be heard, and is read like a change of the code. To write them anew:
WRITE_DOCUMENTS=yes with this file.
"""

import re
from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from prevent_cases.accounts.models import Agency, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.pages.models import LETTERS
from referrals.views.referring import SubmitReferral
from tests import factories
from tests.architecture.product import ROOT
from tests.architecture.test_documents import compare_or_write
from tests.browser.signing_in import signed_in
from tests.browser.test_ways_to_refer import PAGES

pytestmark = pytest.mark.xdist_group("browser")

FOLDER, TEST = "tests/browser/aria", "tests/browser/test_aria_snapshots.py"
# The first page of each of the two: with the frame that stands around all of them.
WHOLE = {"start", "worklist"}
# What differs from one day or run to the next.
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
VARYING = {
    rf"\b[{LETTERS}]{{10}}\b": "REFERENCE",
    r"\b[Dd]ue (today|tomorrow|in \d+ working days?), (on )?": "Due SOON, ",
    rf"\b((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{{1,2}} ({MONTH})( \d{{4}})?\b": "DATE",
    r"\b\d{1,2}:\d{2}\b": "TIME",
}


def pages(officer: User, coordinator: User) -> Iterator[tuple[User, str, str]]:
    """Who looks at what, and what it is called."""

    def page(name: str, record=None, *more: str) -> str:
        return reverse(f"referrals:{name}", args=[*([record.reference] if record else []), *more])

    yield officer, "start", page("refer")
    begun = factories.draft(officer)
    yield officer, "task_list", page("draft", begun)
    for part in SubmitReferral.parts:
        yield officer, f"part_{part.slug}", page("part", begun, part.slug)
    answers = {
        part: {name: [text] for name, text in (boxes | chosen).items()} for part, (boxes, chosen) in PAGES.items()
    }
    answers["referrer"]["for_agency"] = [Agency.objects.get(pk=min(officer.posts.agencies())).slug]
    yield officer, "check", page("submit_referral", factories.draft(officer, **answers))
    sent = factories.referral(officer)
    yield officer, "sent", page("sent", sent)
    yield officer, "follow", page("follow_referral", sent)
    yield coordinator, "worklist", page("list_referrals")
    yield coordinator, "triage", page("view_referral", sent)
    received = factories.received(factories.referral(officer), coordinator)
    yield coordinator, "assessment", page("assess_referral", received)


def told(page: Page, url: str, part: str) -> str:
    """What a part of the page is to a screen reader, without what varies."""
    page.goto(url)
    text = page.locator(part).aria_snapshot()
    for pattern, word in VARYING.items():
        text = re.sub(pattern, word, text)
    return f"{text}\n"


def test_what_a_screen_reader_is_told(service, browser):
    area = factories.area("Wyremouth")
    officer = factories.person(factories.agency(area), PostKind.OFFICER, "Tara Teacher")
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")
    windows = {person: signed_in(browser, service.url, person) for person in (officer, coordinator)}
    names = set()
    for person, name, url in pages(officer, coordinator):
        names.add(name)
        compare_or_write(f"{FOLDER}/{name}.yaml", told(windows[person], url, "body" if name in WHOLE else "main"), TEST)
    for window in windows.values():
        window.context.close()
    assert {path.stem for path in (ROOT / FOLDER).iterdir()} == names
