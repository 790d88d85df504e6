"""P-11: whatever shows anything asks as many queries where there is much of everything as where there is little.

Each page and endpoint is looked at in the shared world, and once more when everything that can grow in it has grown,
by operations. Here a twenty-fourth of them is asked, another each day, of one and of two; all of them, of one and of
twenty-one, with `python3 run.py prove queries`.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain

from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from panels.models import Meeting
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.api.endpoints import Endpoint
from prevent_cases.pages.views import RecordList
from referrals.models import Referral
from tests.architecture.carried_out import DAYS_ON
from tests.architecture.growing import UNDER, grow
from tests.architecture.product import Address, assert_none, models, todays_share
from tests.architecture.shown import SHOWN, Shown
from tests.architecture.test_addresses import (
    MOST_QUERIES,
    MOST_QUERIES_OF_A_LIST,
    about_a_record,
    permission_of,
)
from tests.architecture.test_who_reads_the_file import everybody, name_of, signed_in, world
from tests.architecture.world import World, the_case

__all__ = ["world"]

PARTS, TIMES = 24, 1
# By hand: a page of many lines may leave out kinds of which there is a line when there are few.
FEWER = {"reports:disclosures", "reports_api:disclosures"}
# By hand: of what there is not more.
STAYS = {
    # Made with the product, the same for every area; or no records of casework.
    "audit.AuditChain", "audit.Seal", "pages.SentOnce", "reference.CaseEndReason", "reference.ConcernType",
    "reference.NationalContact", "reference.NationalFormBlock", "reference.OnwardService",
    # One stands at a time, or is the last there is: of a case, a referral or a person.
    "cases.ExitPlan", "cases.LegalHold", "cases.RetentionReview", "panels.Decision", "panels.Review",
    "referrals.FoundUntrue", "referrals.Hold", "referrals.ReferralFeedback", "referrals.Withdrawal",
    "cases.Cover", "referrals.RoutingRow",
    # tests/cases/test_as_many_queries.py, with many pieces.
    "cases.CaseTransfer", "cases.TransferredContribution", "cases.TransferredDecision", "cases.TransferredReferral",
    # tests/reports/test_carried_before.py, with two.
    "cases.CarriedBefore",
    # tests/referrals/test_view_referral.py, with several.
    "referrals.AgeSaid", "referrals.ReferralTransfer", "referrals.SupportNeed",
    # Of one summary: there are some, as many as there is to confirm.
    "reports.ConfirmedContribution", "reports.ConfirmedItem", "reports.ConfirmedReferral",
    "reports.SummarisedContribution",
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How many queries an address asked of somebody, who was shown something."""

    address: Address
    person: User | None
    url: str
    queries: int

    @property
    def is_list(self) -> bool:
        view = self.address.view_class
        return bool(view) and issubclass(view, RecordList)

    @property
    def most(self) -> int | None:
        """P-11, of a page; an endpoint may be of many, as long as they do not become more."""
        if self.address.view_class and issubclass(self.address.view_class, Endpoint):
            return None
        return MOST_QUERIES_OF_A_LIST if self.is_list else MOST_QUERIES


def look(address: Address, shown: Shown, clients: dict, at: Look | None = None) -> Look | None:
    """By the first who is shown it; or once more as before, at what is made anew where it was."""
    is_made = shown.is_made_for(address)
    with later_on(address), transaction.atomic():
        places = shown.places(address)
        if at:
            same = [] if is_made else [(at.person, at.url)]
            places = chain(same, (place for place in places if place[0] == at.person))
        looks = (Look(address, *place, asked(clients, address, *place)) for place in places)
        found = next((each for each in looks if each.queries >= 0), None)
        transaction.set_rollback(True)
    return found


@contextmanager
def later_on(address: Address) -> Iterator[None]:
    with clock.at(clock.now() + timedelta(days=DAYS_ON.get(name_of(address), 0))):
        yield


def asked(clients: dict[User | None, Client], address: Address, person: User | None, url: str) -> int:
    """How many queries, or fewer than none where nothing is shown; the second time, when caches of types are warm."""
    with transaction.atomic():
        # A session has ended by then.
        client = signed_in(person) if name_of(address) in DAYS_ON else clients[person]
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            got = client.get(url)
        transaction.set_rollback(True)
    is_shown = got.status_code == 200 and not (got.context and got.context.get("obstacle"))
    return len(captured) if is_shown else -1


def clients_of(people: Iterable[User]) -> dict[User | None, Client]:
    for person in people:
        person.forget_posts()
    return {person: signed_in(person) for person in people} | {None: Client()}


def faults(world: World, addresses: list[Address], times: int) -> Iterator[str]:
    """What is not shown to anybody, asks more where there is more, or asks too much."""
    with clock.at(clock.now()):
        people = everybody(world)
        more = [each for holders in world.people.values() for each in holders if each not in people.values()]
        people |= {person.name: person for person in more}
        little = Shown(the_case(), people, many=2)
        were = counts()
        # Once, so that there is something of what the world leaves out.
        also = {*Referral.objects.filter(area=little.case.area), *to_come()}
        grow(little.case, people, also, 1)
        clients = clients_of(people.values())
        before = {address: look(address, little, clients) for address in addresses}
        grow(little.case, people, {*looked_at(before.values()), *to_come()}, times, since=1)
        yield from (
            f"{name} has not become more, and nobody says why"
            for name, many in counts().items()
            if many - were[name] <= times and name not in STAYS
        )
        clients = clients_of(people.values())
        much = Shown(the_case(), people, many=times + 2)
        for address, first in before.items():
            yield from compared(address, first, first and look(address, much, clients, first))


def compared(address: Address, first: Look | None, then: Look | None) -> Iterator[str]:
    if first is None or then is None:
        yield f"{address.name} is shown to nobody{' when there is more' if first else ''}"
    elif then.queries > first.queries or (then.queries < first.queries and address.name not in FEWER):
        yield f"{address.name} asks {first.queries} queries of {first.person}, and {then.queries} of more"
    elif then.most is not None and then.queries > then.most:
        yield f"{address.name} asks {then.queries} queries of {then.person}, and {then.most} are the most"


def to_come() -> list[Meeting]:
    """One that has begun, and one that has not."""
    on = Meeting.objects.filter(ended_at=None).order_by("starts_at")
    return [*on.exclude(started_at=None)[:1], *on.filter(started_at=None, starts_at__gt=clock.now())[:1]]


def counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in models()}


def looked_at(looks: Iterable[Look | None]) -> set[Model]:
    """The records under which there can be more."""
    found = set()
    for each in filter(None, looks):
        if about_a_record(each.address):
            model = rules[permission_of(each.address.view_class)].model
            if model in UNDER:
                found |= set(model._base_manager.filter(**resolve(each.url.partition("?")[0]).kwargs))
    return found


def test_a_twenty_fourth_asks_as_many_queries_of_much_as_of_little(world):
    assert_none(faults(world, todays_share(SHOWN, PARTS), TIMES))


def test_one_that_asks_more_or_too_much_or_that_nobody_is_shown_is_noticed():
    address = next(each for each in SHOWN if each.name == "cases:view_case")

    def said(*queries: int | None) -> list[str]:
        looks = (many and Look(address, None, "/", many) for many in queries)
        return list(compared(address, *looks))

    assert said(12, 12) == []
    assert said(8, 9) == ["cases:view_case asks 8 queries of None, and 9 of more"]
    assert said(9, 8) == ["cases:view_case asks 9 queries of None, and 8 of more"]
    assert said(13, 13) == ["cases:view_case asks 13 queries of None, and 12 are the most"]
    assert said(8, None) == ["cases:view_case is shown to nobody when there is more"]
    assert said(None, None) == ["cases:view_case is shown to nobody"]


def test_whatever_may_ask_fewer_is_an_address():
    assert FEWER.issubset(address.name for address in SHOWN)
    assert {model._meta.label for model in models()} >= STAYS
