"""Who may not know of a hold reads the same pages, endpoints and documents with it and without, byte for byte.

Goal S-05. The world is the one that the others here ask about, before the hold; the clock stands still.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache

import pypdfium2
import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.db import connection, reset_queries, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from panels.models import Minutes
from panels.operations import make_minutes
from prevent_cases import clock
from prevent_cases.access import Rule, rules, view_rule
from prevent_cases.accounts.models import User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.later.models import OutboxRow
from referrals.models import GatewayRequest, Hold, Referral
from reports import operations as reports
from tests import factories
from tests.architecture.product import Address, todays_share
from tests.architecture.test_addresses import ADDRESSES, FOREIGN, PUBLIC, about_a_record, permission_of
from tests.architecture.world import SERVICE, World, gateway_of, the_case
from tests.drawn import REFERENCE, without_lots

MAY_KNOW = {
    kind.label
    for kind in (
        PostKind.COORDINATOR,
        PostKind.CHAIR,
        PostKind.DEPUTY,
        PostKind.GATEWAY_OFFICER,
        PostKind.GATEWAY_SUPERVISOR,
    )
}
OF_A_HOLD = [each for each in ADDRESSES if about_a_record(each) and each.view_class.model is Hold]
# The ground cannot know of a referral (imports run one way), save that its histories tell what is under an area.
ASKED = [
    each
    for each in ADDRESSES
    if each.name not in PUBLIC | FOREIGN
    and each not in OF_A_HOLD
    and (not each.name.startswith(("accounts", "reference")) or each.name.endswith("history"))
]
# What can tell of a referral that has no case: its own addresses, and those about no one record.
OF_REFERRALS = [each for each in ASKED if each.name.startswith("referrals") or not each.places]
HEADERS_COMPARED = ("Content-Type", "Content-Disposition", "Location", "Cache-Control", "Content-Language", "Vary")


def others(world: World) -> dict[str, User]:
    """One of each post and each other standing that may not know of a hold, of those who sign in."""
    return {post: holders[0] for post, holders in world.people.items() if post not in MAY_KNOW | {SERVICE}}


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(made_once) -> Iterator[World]:
    """Each test finds it as it was made: nobody is on hold yet."""
    with clock.at(clock.now()), undone():
        yield made_once


def everything_seen(by: User, referral: Referral, asked: Iterable[Address] = ASKED) -> dict[str, tuple]:
    """What every address answers somebody, and with how many queries: about a referral, and the first of all else."""
    client, seen = Client(raise_request_exception=False), {}
    keys_of = cache(lambda permission: key_of_first(rules[permission], referral, by))  # Several addresses ask each.
    with undone():
        client.force_login(by)
        client.get("/")  # Afterwards the session is as it stays.
        signed_in = client.cookies.output(header="", sep=";")
        for address in asked:
            for url in urls_of(address, keys_of):
                with undone():
                    client.cookies.clear()
                    client.cookies.load(signed_in)
                    seen[f"{address.name} {url}"] = answer(client, address, url)
    return seen


def key_of_first(rule: Rule, referral: Referral, by: User) -> list[int]:
    """Of the first record, where somebody gets more than the page that says "not found", the same for all others."""
    records = Referral.objects.filter(pk=referral.pk) if rule.model is Referral else rule.model._base_manager
    first = records.order_by("pk").values("pk")[:1]
    visible = rule.condition(by) | view_rule(rule.model).condition(by)
    return list(rule.model._base_manager.filter(visible, pk__in=first).values_list("pk", flat=True))


def urls_of(address: Address, keys_of: Callable[[str], list[int]]) -> Iterator[str]:
    if not address.places:
        yield reverse(address.name)
    elif about_a_record(address):
        permission = permission_of(address.view_class)
        for places in rules[permission].model._base_manager.filter(pk__in=keys_of(permission)).values(*address.places):
            url = reverse(address.name, kwargs=places)
            yield url
            if address.name.endswith("history"):
                yield f"{url}?views=yes"


def answer(client: Client, address: Address, url: str) -> tuple:
    act = address.view_class and issubclass(address.view_class, OperationEndpoint)
    reset_queries()  # Their log is not endless.
    with CaptureQueriesContext(connection) as asked:
        got = client.post(url, {}, content_type="application/json") if act else client.get(url)
    # Of a file, what the test of documents reads is in it.
    is_text = got.headers.get("Content-Type", "").startswith(("text/", "application/json"))
    text = without_lots(got) if is_text else ""
    if act:  # What was just made has a reference of its own.
        text = REFERENCE.sub("", text)
    headers = {name: got.headers.get(name) for name in HEADERS_COMPARED}
    return got.status_code, headers, text, len(asked)


def differing(before: dict[str, tuple], after: dict[str, tuple]) -> list[str]:
    return [name for name in before | after if before.get(name) != after.get(name)]


def compare(
    people: dict[str, User],
    referral: Referral,
    without: Callable,
    with_hold: Callable,
    asked: Iterable[Address] = ASKED,
) -> None:
    """Do one, ask everything, undo it; do the other, ask everything; find no difference."""
    for post, person in people.items():
        seen = []
        for done in (without, with_hold):
            with undone():
                done()
                person.forget_posts()
                seen.append(everything_seen(person, referral, asked))
        assert [status for status, *_ in seen[0].values()].count(200) > 2
        assert differing(*seen) == [], post


def first_of(world: World, *kinds: PostKind) -> dict[str, User]:
    return {kind.label: world.people[kind.label][0] for kind in kinds}


def compare_over_a_case(world: World, people: dict[str, User], asked: Iterable[Address] = ASKED) -> None:
    case = the_case()
    carried = case.carried_referrals.get().referral
    compare(people, carried, lambda: None, lambda: factories.hold(case.individual, gateway_of(world)), asked)


def compare_over_a_referral(world: World, people: dict[str, User], asked: Iterable[Address] = ASKED) -> None:
    """The answer that set it reads like any."""
    request = next(each for each in GatewayRequest.objects.filter(answered_at=None) if not each.answer_to_sign)
    hold = {"deconfliction": "hold", "review_on": clock.today() + timedelta(days=9)}
    compare(
        people,
        request.referral,
        lambda: factories.answered(request, gateway_of(world)),
        lambda: factories.answered(request, gateway_of(world), **hold),
        asked,
    )


def test_over_a_case(world):
    """As one who handles it reads it, at a sixth of all addresses, by turns; `run.py prove hold` asks as everybody."""
    compare_over_a_case(world, first_of(world, PostKind.REPRESENTATIVE), todays_share(ASKED, 6))


def test_over_a_referral_and_the_answer_that_set_it_reads_like_any(world):
    """As those read it who made it and who oversee it, by turns; `run.py prove hold` asks as everybody, everywhere."""
    asked = todays_share(OF_REFERRALS, 3)
    compare_over_a_referral(world, first_of(world, PostKind.OFFICER, PostKind.GOVERNANCE_LEAD), asked)


def test_its_own_addresses_answer_as_if_it_did_not_exist(world, todays):
    """To a third of those who may not know, by turns."""
    hold, client = factories.hold(the_case().individual, gateway_of(world)), Client()
    for post, person in todays(others(world).items(), 3):
        client.force_login(person)
        client.get("/")  # Afterwards the session is as it stays.
        for address in OF_A_HOLD:
            urls = [reverse(address.name, args=[reference]) for reference in (hold.reference, "23456789BC")]
            there, nowhere = (answer(client, address, url) for url in urls)
            assert there == nowhere, post
            assert there[0] == 404


def test_in_documents(world):
    """The summary as its reader may see it, and the minutes."""
    case = the_case()
    readers = [world.people[post][0] for post in (PostKind.REPRESENTATIVE.label, PostKind.GOVERNANCE_LEAD.label)]

    def texts():
        with undone():
            for reader in readers:
                summary = reports.request_case_summary(case, by=reader)
                reports.make_case_summary(summary, by=system_user())
                yield text_of(summary)
            minutes = Minutes.objects.get()
            make_minutes(minutes, by=system_user())
            yield text_of(minutes)

    before = list(texts())
    factories.hold(case.individual, gateway_of(world))
    assert list(texts()) == before
    assert all("hold" not in text for text in before)


def text_of(document) -> str:
    pages = pypdfium2.PdfDocument(document.read())
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages).replace(document.reference, "")


def test_nothing_is_left_for_later_and_nobody_is_written_to(world):
    before = OutboxRow.objects.count()
    hold = factories.hold(the_case().individual, gateway_of(world))
    assert OutboxRow.objects.count() == before
    assert Hold.objects.get() == hold


def test_the_comparison_bites(world):
    """For somebody who may know, it finds the pages on which a hold stands."""
    (coordinator,) = world.people[PostKind.COORDINATOR.label]
    case = the_case()
    carried = case.carried_referrals.get().referral
    shown_on = {
        f"cases:view_case {case.get_absolute_url()}",
        f"referrals:view_referral {carried.get_absolute_url()}",
        "home:home /",
    }
    asked = [each for each in ASKED if each.name in {name.split()[0] for name in shown_on}]
    before = everything_seen(coordinator, carried, asked)
    factories.hold(case.individual, gateway_of(world))
    coordinator.forget_posts()
    assert set(differing(before, everything_seen(coordinator, carried, asked))) == shown_on
