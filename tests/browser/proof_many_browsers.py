"""Many people at work at once, each in a window of their own: nothing is lost, done twice or shown to somebody else.

Run by `python3 run.py prove many-browsers`. Web processes, workers and beat are started as the product starts them; the
database is that of the tests, which waits for no disk. The browser is on the same machine, and nobody stops to think:
the times say how it bears all of them beside one after the other, not how long anybody waits.
"""

import os
import statistics
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.models import Q
from playwright.sync_api import Browser, ConsoleMessage, Locator, expect, sync_playwright

from cases.models import Case
from prevent_cases.accounts.models import AgencyType, Area, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit import sealing
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.embedded.__main__ import celery, web, worker
from referrals.models import Referral, UrgencyJudgement
from tests import factories
from tests.browser.chromium import launched
from tests.browser.conftest import Service, free_port, running, wait_until_it_answers
from tests.browser.signing_in import signed_in
from tests.browser.test_main_job import link_to
from tests.browser.test_triage import Hand, area, assess, decide, judge_urgency
from tests.browser.test_ways_to_refer import PAGES

__all__ = ["area"]

MANY = {PostKind.OFFICER: 6, PostKind.COORDINATOR: 4, PostKind.REPRESENTATIVE: 4, PostKind.CHAIR: 2}
EACH = 2  # referrals of one teacher
MOMENT, PATIENCE = 100, 120_000  # milliseconds
TOO_LATE = "This referral has been decided: accepted."


@pytest.fixture(scope="module")
def processes(django_db_setup, tmp_path_factory):
    port = free_port()
    url, schedule = f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("beat") / "schedule"
    celery_workers = [worker("worker", "celery", "threads", "-c", "4"), worker("pdf", "pdf,files", "solo")]
    with ExitStack() as started:
        for command in (web(port), *celery_workers, celery("beat", "--pidfile=", "-s", schedule)):
            words = map(str, command[2:])
            started.enter_context(running(*words, PUBLIC_URL=url, EVEN_TIME_MILLISECONDS="50"))
        wait_until_it_answers(f"{url}/health/live")
        yield Service(url)


@dataclass
class Work:
    """What has been done in one run, by all of them."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    sent: list[str] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)
    there: Counter = field(default_factory=Counter)
    accepted: Counter = field(default_factory=Counter)
    too_late: list[str] = field(default_factory=list)
    counting: threading.Lock = field(default_factory=threading.Lock)
    is_over: threading.Event = field(default_factory=threading.Event)  # For one of them, so nobody waits for another.

    def count(self, *what: str) -> int:
        with self.counting:
            self.there[what] += 1
            return self.there[what]


class Somebody(Hand):
    """One person of a number with the same post, at a browser."""

    def __init__(self, browser: Browser, url: str, person: User, kind: PostKind, number: int, work: Work):
        super().__init__(signed_in(browser, url, person))
        self.page.set_default_timeout(PATIENCE)
        self.name, self.kind, self.number, self.work = str(person), kind, number, work
        self.faults: list[str] = []
        context = self.page.context
        context.on(
            "response", lambda got: self.faults.append(f"{got.status}: {got.url}") if got.status >= 500 else None
        )
        context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        context.on("console", self.look_at_words)

    def look_at_words(self, said: ConsoleMessage) -> None:
        """Of the browser; it says too that somebody came too late."""
        is_too_late = "409 (Conflict)" in said.text and said.location["url"].endswith("/accept/")
        if said.type == "error" and not is_too_late:
            self.faults.append(f"{said.text}: {said.location['url']}")

    @contextmanager
    def step(self, name: str):
        """One page, from the press to what it shows; which is nobody else's."""
        began = time.monotonic()
        yield
        self.page.wait_for_load_state()
        assert not self.faults, f"{self.name}, {name}: {'; '.join(self.faults)}"
        self.work.times[name].append(time.monotonic() - began)
        shown = self.page.locator(".app-header__account li").first.inner_text()
        assert shown == self.name, f"{self.name} saw the page of {shown}"

    def open(self, name: str, address: str) -> None:
        with self.step(name):
            self.page.goto(address)

    def click(self, name: str, wanted: Locator | str) -> None:
        if isinstance(wanted, str):
            wanted = self.page.get_by_role("button", name=wanted, exact=True)
        with self.step(name), self.page.expect_navigation():
            wanted.click()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE / 1000
        while not condition():
            assert not self.work.is_over.is_set(), f"{self.name} stopped, as another had"
            assert time.monotonic() < until, f"{self.name} waited in vain at {self.page.url}"
            self.page.wait_for_timeout(MOMENT)

    def meet(self, *what: str) -> None:
        """Go on when all with this post have come here."""
        self.work.count(*what)
        self.wait_until(lambda: self.work.there[what] == self.number)

    def take_turn(self, number: int) -> None:
        """Of a teacher one referral; of the others what they do with the next that has come."""
        {PostKind.OFFICER: self.refer, PostKind.COORDINATOR: self.triage}.get(self.kind, self.read_case)(number)

    def refer(self, number: int) -> None:
        page = self.page
        self.open("begin a referral", "/referrals/new/")
        self.click("begin a referral", page.locator("form button", has_text="Tidewater").first)
        for part, (boxes, answers) in PAGES.items():
            self.click("open a part of it", page.locator(f"main a[href$='/{part}/']"))
            for name, text in boxes.items():
                page.locator(f"[name='{name}']").fill(text)
            for name, value in answers.items():
                page.locator(f"[name='{name}'][value='{value}']").check()
            self.click("save a part of it", page.locator("main form .govuk-button-group button").first)
        self.click("check it", page.locator("main a[href$='/check/']"))
        other = page.context.new_page()
        other.goto(page.url)
        for tab in (page, other):
            tab.locator("[name='no_intelligence']").check()
            tab.locator("[name='as_far_as_known']").check()
        other.get_by_role("button", name="Send referral").click()
        self.click("send it, from two windows at once", "Send referral")
        for tab in (page, other):
            heading = tab.get_by_role("heading", level=1)
            expect(heading, "Each window leads to what was sent once").to_have_text("Referral sent")
        self.work.sent.append(page.locator(".govuk-panel__body strong").inner_text())
        other.close()

    def triage(self, number: int) -> None:
        page, work = self.page, self.work
        self.wait_until(lambda: len(work.sent) > number)
        referral = work.sent[number]
        self.open("open the worklist", "/referrals/")
        self.click("open a referral", page.locator(f"main a[href='/referrals/{referral}/']").first)
        judge_urgency(self)
        self.meet("before its urgency is judged", referral)
        self.click("judge its urgency, all at once", "Save and go on")
        if work.count("judged", referral) == self.number:
            assess(self)
            self.click("assess it", "Save and accept to a panel")
            work.count("assessed", referral)
        self.wait_until(lambda: work.there["assessed", referral] == 1)
        self.open("open the decision", f"/panels/referrals/{referral}/accept/")
        decide(self)
        self.meet("before it is accepted", referral)
        self.click("accept it, all at once", "Accept referral")
        heading = page.get_by_role("heading", level=1).inner_text()
        if not heading.startswith("Case "):
            work.too_late.append(page.locator("main").inner_text())
            return
        with work.counting:
            work.accepted[referral] += 1
            assert work.accepted[referral] == 1, f"{self.name} accepted {referral}, and so had somebody else"
        self.click("open the page to share it", link_to(page, "Share it with an agency"))
        self.select("Which agency?", "Tidewater Police")
        self.choose("How far?", "Read")
        self.write("What do they need it for?", "To sit on the panel.")
        self.choose("Lawful basis to share", "Public task, for safeguarding")
        self.click("share it", "Share case")
        work.cases.append(heading.removeprefix("Case "))

    def read_case(self, number: int) -> None:
        self.wait_until(lambda: len(self.work.cases) > number)
        case = self.work.cases[number]
        self.open("open the list of cases", "/cases/")
        self.click("open a case", self.page.locator(f"main a[href='/cases/{case}/']").first)
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(case)


Person = tuple[User, PostKind, int]


def people(area: Area, many: dict[PostKind, int]) -> list[Person]:
    at = {
        PostKind.OFFICER: area.agencies.get(type=AgencyType.SCHOOL),
        PostKind.COORDINATOR: area,
        PostKind.REPRESENTATIVE: area.agencies.get(type=AgencyType.POLICE),
        PostKind.CHAIR: area.panels.get(),
    }
    return [
        (factories.person(at[kind], kind, f"{kind.label} {n} of {number}"), kind, number)
        for kind, number in many.items()
        for n in range(1, number + 1)
    ]


@pytest.fixture(scope="module")
def listens_at():
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture(scope="module")
def browser(listens_at):
    """One for all of them, to which each connects from a thread of their own."""
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright keeps a loop running in each thread, which Django takes for asynchronous code.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
        chromium = launched(playwright, f"--remote-debugging-port={listens_at.rpartition(':')[2]}")
        yield chromium
        chromium.close()


def in_a_thread(listens_at: str, url: str, person: Person, turns: int, work: Work) -> list[str]:
    """All that one of them does; gives back what was wrong on the way."""
    try:
        with sync_playwright() as playwright:
            somebody = Somebody(playwright.chromium.connect_over_cdp(listens_at), url, *person, work)
            work.count("all")
            somebody.wait_until(lambda: work.there["all",] == sum(MANY.values()))
            for number in range(turns):
                somebody.take_turn(number)
            somebody.page.context.close()
            return somebody.faults
    except BaseException:
        work.is_over.set()
        raise
    finally:
        connections.close_all()


def all_at_once(jobs: list[Callable[[], list[str]]]) -> list[str]:
    """What was wrong with any of them; raises what the first raised."""
    with ThreadPoolExecutor(len(jobs)) as threads:
        return [fault for job in as_completed([threads.submit(job) for job in jobs]) for fault in job.result()]


def test_many_at_work_at_once(service, area, browser, listens_at):
    factories.without_gateway(area)
    alone, work = Work(), Work()
    one = [Somebody(browser, service.url, *person, alone) for person in people(area, dict.fromkeys(MANY, 1))]
    for number in range(EACH + 1):  # The first finds everything cold.
        for somebody in one:
            somebody.take_turn(number)
    for somebody in one:
        somebody.page.context.close()
    assert not [fault for somebody in one for fault in somebody.faults]

    many = people(area, MANY)
    turns = dict.fromkeys(MANY, EACH * MANY[PostKind.OFFICER]) | {PostKind.OFFICER: EACH}
    began = time.monotonic()
    faults = all_at_once(
        [lambda each=each: in_a_thread(listens_at, service.url, each, turns[each[1]], work) for each in many]
    )
    took = time.monotonic() - began
    assert not faults, "\n".join(faults)

    check_what_there_is(area, [*alone.sent, *work.sent])
    assert work.accepted == Counter(work.sent), f"Each is accepted by one, and not by {work.accepted}"
    for said in work.too_late:
        assert TOO_LATE in said, f"Whoever came second read: {said}"
    judged = UrgencyJudgement.objects.filter(referral__reference__in=work.sent).values_list("referral", flat=True)
    assert {*Counter(judged).values()} == {MANY[PostKind.COORDINATOR]}, "A judgement of urgency was lost"
    counted = ", ".join(f"{kind.label} {number}" for kind, number in MANY.items())
    print(f"\n    {len(many)} browsers at work for {took:.0f} s: {counted}")
    print(f"    {len(work.sent)} referrals, each sent from two windows at once: there once each, with one entry")
    late = f"{len(work.too_late)} times somebody read: {TOO_LATE}"
    print(f"    {MANY[PostKind.COORDINATOR]} accept each at the same moment: one has; {late}")
    print("    No server error, no error on a page, nobody else's name on any")
    print(f"    Seconds for a page (load of the machine {os.getloadavg()[0]:.1f}): alone; together, worst; ratio")
    for step, times in work.times.items():
        by_one, by_all = statistics.median(alone.times[step]), statistics.median(times)
        print(f"    {step}: {by_one:.2f}; {by_all:.2f}, {max(times):.2f} of {len(times)}; {by_all / by_one:.1f}")


def check_what_there_is(area: Area, sent: list[str]) -> None:
    referrals = Referral.objects.filter(area=area)
    there = Counter(referrals.values_list("reference", flat=True))
    assert there == Counter(sent), f"{there.total()} referrals are there, and {len(sent)} were sent"
    cases = Case.objects.filter(area=area).count()
    assert cases == len(sent), f"There are {cases} cases of {len(sent)} referrals"
    for what in ("referrals.submit_referral", "panels.accept_referral"):
        entries = AuditEntry.objects.filter(what=what)
        assert entries.count() == len(sent), f"{entries.count()} entries of {what}, and {len(sent)} referrals"
        for referral in referrals:
            key = key_of(referral)
            of_it = entries.filter(Q(about__contains=[key]) | Q(changes__contains=f'"{key}"'))
            assert of_it.count() == 1, f"{of_it.count()} entries of {what} about {referral.reference}"
    while sealing.seal():
        pass
    call_command("check_audit")
