"""Many people at work at once, each in a window of their own: nothing is lost, done twice or shown to somebody else.

Run by `python3 run.py prove many-browsers`. Web processes, workers and beat are started as the product starts them; the
database is that of the tests, which waits for no disk. The browser is on the same machine, and nobody stops to think: the
times say how it bears all of them beside one after the other, not how long anybody waits.
"""

import asyncio
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import ExitStack, contextmanager

import pytest
from django.core.management import call_command
from greenlet import greenlet
from playwright._impl._greenlets import run_in_greenlet, wait_for_future
from playwright.sync_api import Browser, expect

from cases.models import Case
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit import sealing
from prevent_cases.audit.models import AuditEntry
from prevent_cases.embedded.__main__ import celery, web, worker
from referrals.models import Referral
from tests import factories
from tests.browser.conftest import Service, free_port, running, wait_until_it_answers
from tests.browser.signing_in import signed_in
from tests.browser.test_main_job import link_to
from tests.browser.test_triage import Hand, area
from tests.browser.test_ways_to_refer import PAGES

__all__ = ["area"]

MANY = {PostKind.OFFICER: 6, PostKind.COORDINATOR: 4, PostKind.REPRESENTATIVE: 4, PostKind.CHAIR: 2}
ONE = dict.fromkeys(MANY, 1)
EACH = 3  # referrals of one teacher
MOMENT, PATIENCE = 100, 120_000  # milliseconds
# What those who come second read.
TOO_LATE = {"receive": r"received", "accept": r"accepted"}


@pytest.fixture(scope="module")
def processes(django_db_setup):
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    celery_workers = [worker("worker", "celery", "threads", "-c", "4"), worker("pdf", "pdf,files", "solo")]
    with ExitStack() as started:
        for command in (web(port), *celery_workers, celery("beat", "--pidfile=", "-s", f"/tmp/{port}.beat")):
            words = map(str, command[2:])
            started.enter_context(running(*words, PUBLIC_URL=url, EVEN_TIME_MILLISECONDS="50"))
        wait_until_it_answers(f"{url}/health/live")
        yield Service(url)


class Work:
    """What is done in one run, by all of them."""

    def __init__(self):
        self.times: dict[str, list[float]] = defaultdict(list)
        self.sent: list[str] = []
        self.cases: list[str] = []
        self.there: Counter = Counter()
        self.won: Counter = Counter()
        self.read: set[str] = set()


class Somebody(Hand):
    """One person at a browser."""

    def __init__(self, browser: Browser, url: str, person, work: Work, together: int):
        super().__init__(signed_in(browser, url, person))
        self.page.set_default_timeout(PATIENCE)
        self.name, self.work, self.together, self.faults = str(person), work, together, []
        self.page.context.on("response", self.look_at_answer)
        self.page.context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        self.page.context.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def look_at_answer(self, answer) -> None:
        if answer.status >= 500:
            self.faults.append(f"{answer.status}: {answer.url}")

    @contextmanager
    def step(self, name: str):
        """One page, from the press to what it shows; which is nobody else's."""
        began = time.monotonic()
        yield
        self.page.wait_for_load_state()
        self.work.times[name].append(time.monotonic() - began)
        shown = self.page.locator(".app-header__account li").first.inner_text()
        assert shown == self.name, f"{self.name} saw the page of {shown}"

    def open(self, name: str, address: str) -> None:
        with self.step(name):
            self.page.goto(address)

    def go(self, name: str, press: Callable[[], None]) -> None:
        with self.step(name), self.page.expect_navigation():
            press()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE / 1000
        while not condition():
            assert time.monotonic() < until, f"{self.name} waited in vain at {self.page.url}"
            self.page.wait_for_timeout(MOMENT)

    def meet(self, *what: str) -> None:
        """Go on when all have come here."""
        self.work.there[what] += 1
        self.wait_until(lambda: self.work.there[what] == self.together)


def refer(self: Somebody) -> None:
    page = self.page
    self.open("begin a referral", "/referrals/new/")
    self.go("begin a referral", page.locator("form button", has_text="Tidewater").first.click)
    for part, (boxes, answers) in PAGES.items():
        self.go("open a part of it", page.locator(f"main a[href$='/{part}/']").click)
        for name, text in boxes.items():
            page.locator(f"[name='{name}']").fill(text)
        for name, value in answers.items():
            page.locator(f"[name='{name}'][value='{value}']").check()
        self.go("save a part of it", page.locator("main form .govuk-button-group button").first.click)
    self.go("check it", page.locator("main a[href$='/check/']").click)
    other = page.context.new_page()
    other.goto(page.url)
    for tab in (page, other):
        tab.locator("[name='no_intelligence']").check()
        tab.locator("[name='as_far_as_known']").check()
    other.get_by_role("button", name="Send referral").click(no_wait_after=True)
    self.go("send it, from two windows at once", page.get_by_role("button", name="Send referral").click)
    expect(page.get_by_role("heading", level=1)).to_have_text("Referral sent")
    self.work.sent.append(page.locator(".govuk-panel__body strong").inner_text())
    other.wait_for_load_state()
    print("OTHER", other.url, other.locator("h1").inner_text(), other.locator("main").inner_text()[:200])
    other.close()


def race(self: Somebody, what: str, referral: str, button: str, won: Callable[[], bool]) -> bool:
    """All press at once; gives back whether this was the one. The others read why not."""
    self.meet(what, referral)
    self.go(f"{what}, all at once", self.page.get_by_role("button", name=button, exact=True).click)
    if won():
        self.work.won[what, referral] += 1
        return True
    said = self.page.locator("main").inner_text()
    self.work.read.add(said)
    return False


def triage(self: Somebody, number: int) -> None:
    page = self.page
    self.wait_until(lambda: len(self.work.sent) > number)
    referral = self.work.sent[number]
    self.open("open the worklist", "/referrals/")
    self.go("open a referral", page.locator(f"main a[href='/referrals/{referral}/']").first.click)
    self.choose("How urgent is it?", "It can go the usual way")
    self.write("Why do you think so?", "Nobody is in danger.")
    self.select("Who is best placed to help now?", "Larkfield School")
    self.choose("Has social care been told too?", "Yes, children's social care")
    if race(self, "receive", referral, "Save and go on", lambda: page.url.endswith("/assess/")):
        self.write("What worries you, and why?", "He has said it twice.")
        self.write("What speaks against the worry?", "He laughed about it.")
        self.write("Who and what protects the person?", "His form tutor.")
        self.write("What would change your mind?", "A word with his mother.")
        self.choose("What kind of help is needed most?", "Support against being drawn into terrorism")
        self.choose("Does the person have complex needs?", "I do not know")
        self.go("assess", page.get_by_role("button", name="Save and accept to a panel").click)
        self.work.there["assessed", referral] = 1
    self.wait_until(lambda: self.work.there["assessed", referral] == 1)
    self.open("open the decision", f"/panels/referrals/{referral}/accept/")
    self.write("Your reasons", "A pattern over weeks.")
    self.write("What may the referrer be told?", "Thank you. A panel will look at it.")
    heading = page.get_by_role("heading", level=1)
    if race(self, "accept", referral, "Accept referral", lambda: heading.inner_text().startswith("Case ")):
        case = heading.inner_text().removeprefix("Case ")
        self.go("open the page to share it", link_to(page, "Share it with an agency").click)
        self.select("Which agency?", "Tidewater Police")
        self.choose("How far?", "Read")
        self.write("What do they need it for?", "To sit on the panel.")
        self.choose("Lawful basis to share", "Public task, for safeguarding")
        self.go("share it", page.get_by_role("button", name="Share case").click)
        self.work.cases.append(case)


def read_cases(self: Somebody, number: int) -> None:
    self.wait_until(lambda: len(self.work.cases) > number)
    self.open("open the list of cases", "/cases/")
    case = self.work.cases[number]
    self.go("open a case", self.page.locator(f"main a[href='/cases/{case}/']").first.click)
    expect(self.page.get_by_role("heading", level=1)).to_contain_text(case)


def people(browser, service, area, how_many: dict, work: Work) -> dict[PostKind, list[Somebody]]:
    police = area.agencies.get(type=AgencyType.POLICE)
    at = {
        PostKind.OFFICER: area.agencies.get(type=AgencyType.SCHOOL),
        PostKind.COORDINATOR: area,
        PostKind.REPRESENTATIVE: police,
        PostKind.CHAIR: area.panels.get(),
    }
    return {
        kind: [
            Somebody(
                browser, service.url, factories.person(at[kind], kind, f"{kind.label} {n} of {number}"), work, number
            )
            for n in range(1, number + 1)
        ]
        for kind, number in how_many.items()
    }


def test_many_at_work_at_once(service, area, browser):
    factories.without_gateway(area)
    alone, work = Work(), Work()
    one = people(browser, service, area, ONE, alone)
    for number in range(EACH):
        for somebody in one[PostKind.OFFICER]:
            refer(somebody)
        for somebody in one[PostKind.COORDINATOR]:
            triage(somebody, number)
        for kind in (PostKind.REPRESENTATIVE, PostKind.CHAIR):
            read_cases(one[kind][0], number)
    for k, t in alone.times.items():
        print(k, f"{statistics.median(t):.2f} {max(t):.2f}")
    print([f for g in one.values() for s in g for f in s.faults])
