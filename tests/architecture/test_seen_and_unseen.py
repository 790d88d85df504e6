"""S-05: whatever is asked of a list or a search, out come those of what the reader may see that answer to it, no other.

Lists and searches of the shared world, in which there is what each reader sees beside what they do not, are asked with
filters, orders, words and pages drawn by lot: some hundred here, others each day; ten thousand with
`python3 run.py prove unseen`.
"""

from collections.abc import Iterator
from random import Random

import pytest
from django.http import QueryDict
from django.urls import reverse

from cases.models import Case
from home.search import Found
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import RecordListEndpoint
from prevent_cases.pages.views import RecordList
from prevent_cases.pages.views.listing import ListedPage
from referrals.forms.worklist import WorklistForm
from tests.architecture.asked_of_lists import LISTS, WORKLIST
from tests.architecture.asking_lists import MOST_COUNTED, MOST_FOUND, SIZE, Combination, Lots, Readers, ask
from tests.architecture.product import assert_none
from tests.architecture.seen_and_unseen import Drawn
from tests.architecture.test_addresses import ADDRESSES
from tests.architecture.test_who_reads_the_file import everybody
from tests.architecture.world import World

MANY, REFERRALS, CASES = 120, 4, 3
OF_EVERY_LIST = {"after", "format"}  # The second by Django REST framework.
# Who asks here; everybody does with `python3 run.py prove unseen`.
ASK = (
    "coordinator", "chair", "services", "police", "officer", "governance", "frontdoor", "knows", "stranger",
    "elsewhere",
)  # fmt: skip


@pytest.fixture
def in_small_pages(monkeypatch):
    """Of few records there are several pages, and more than are counted."""
    monkeypatch.setattr("prevent_cases.pages.views.listing.PAGE_SIZE", SIZE)
    monkeypatch.setattr("prevent_cases.pages.views.listing.COUNT_CAP", MOST_COUNTED)
    for module in ("home.search", "home.views", "home.api"):
        monkeypatch.setattr(f"{module}.SHOWN", MOST_FOUND)


def drawn(world: World, dice: Random, referrals: int, cases: int) -> Readers:
    """Everybody, where each sees another part of what is drawn."""
    people = everybody(world)
    Drawn(people, dice).make(referrals, cases)
    return Readers(people, clock.now())


def lots(readers: Readers, dice: Random, many: int) -> Iterator[Combination]:
    draws = Lots(readers, dice)
    return (draws.draw() for _ in range(many))


def test_what_is_shown_is_what_answers_of_all_that_is_seen(world, in_small_pages):
    dice = Random(str(clock.today()))
    with clock.at(clock.now()):
        readers = drawn(world, dice, REFERRALS, CASES)
    readers.people = {name: readers.people[name] for name in ASK}
    outcome = ask(readers, lots(readers, dice, MANY))
    assert_none(iter(outcome.faults))
    assert min(outcome.shown, outcome.refused) > MANY / 10
    assert outcome.led_on > MANY / 25


def test_it_is_of_every_list_and_of_all_that_it_can_be_asked(client, world, monkeypatch):
    lists = {
        address.name
        for address in ADDRESSES
        if address.view_class and issubclass(address.view_class, RecordList | RecordListEndpoint)
    }
    assert LISTS.keys() == lists
    assert set(WORKLIST.asked) == WorklistForm.base_fields.keys()
    client.force_login(world.people[PostKind.DEPUTY.label][0])
    read = noting_what_is_read(monkeypatch)
    for name, listed in LISTS.items():
        read.clear()
        client.get(reverse(name))
        assert "after" in read, f"{name} was not answered: every list asks where it begins."
        assert read - OF_EVERY_LIST <= set(listed.asked), name


def noting_what_is_read(monkeypatch) -> set[str]:
    """Whatever a page looks for in what it is asked, by the names of the parameters."""
    read: set[str] = set()

    def noting(as_ever):
        def look(asked: QueryDict, name: str, *more):
            read.add(name)
            return as_ever(asked, name, *more)

        return look

    for method in ("__getitem__", "__contains__", "get", "getlist"):
        monkeypatch.setattr(QueryDict, method, noting(getattr(QueryDict, method)))
    return read


def test_a_list_and_a_search_that_show_too_much_are_noticed(world, in_small_pages, monkeypatch):
    readers = Readers({"deputy": world.people[PostKind.DEPUTY.label][0]}, clock.now())
    asked = [
        Combination("cases_api:list_cases", "deputy", {}),
        Combination("home:search", "deputy", {"words": ["Rowan Hazel"], "where": ["name"]}),
    ]
    assert ask(readers, asked).faults == []
    restricted = Case.objects.get(individual__given_names="Rowan", individual__family_name="Hazel")
    page = ListedPage([restricted], "", "1")
    monkeypatch.setattr("prevent_cases.api.endpoints.listed_page", lambda *asked: page)
    monkeypatch.setattr("home.views.search", lambda *asked: [Found(restricted)])
    listed, found = ask(readers, asked).faults
    assert f"got (['{restricted.reference}'], '')" in listed
    assert f"got ([('{restricted.reference}', [])], False), and right is ([], False)" in found
