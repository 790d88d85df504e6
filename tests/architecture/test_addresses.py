"""Addresses: each is served by a page that asks a permission, or named with the reason; none answers a passer-by.

What each answers to those who may and to those who may not is asked of a third, another each day; of all with
`python3 run.py prove rules`.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.views import View

from cases.models import Case
from prevent_cases import clock
from prevent_cases.access import Rule, rules, view_rule
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import Endpoint, OperationEndpoint, RecordEndpoint
from prevent_cases.documents.views import OpenDocument
from prevent_cases.pages.views import OperationPage, Page, RecordList, RecordPage
from referrals.models import PublicConcern
from tests import factories
from tests.architecture import product
from tests.architecture.product import Address, assert_none, todays_share
from tests.architecture.world import World

# Open to everybody, signed in or not.
PUBLIC = {
    "account_login": "where people sign in",
    "account_inactive": "tells somebody that their account is closed",
    "account_reset_password": "for those who cannot sign in",
    "account_reset_password_done": "what was just done, whoever did it",
    "account_reset_password_from_key": "opened by the signed link that was sent",
    "account_reset_password_from_key_done": "what was just done, whoever did it",
    "components": "invented contents only; asks the database nothing",
    "privacy": "for those whom a record is about; it names every area, as the law makes each council one",
    "privacy_of_area": "how long an area keeps records, for the same people",
    "referrals:public_areas": "the areas that have opened a form to everybody, by name",
    "referrals:public_form": "the form of an area that has opened one to everybody, throttled",
    "referrals:public_receipt": "the reference and the day of what was sent, and nothing of what it says",
}
# No page classes of ours, and yet only for those who are signed in.
FOREIGN = {
    "account_logout": "django-allauth's",
    "account_change_password": "django-allauth's, of one's own password",
    "usersessions_list": "django-allauth's, of one's own sessions",
    "schema": "the endpoints' description, for those who are signed in",
    "stay_signed_in": "of one's own session",
    "referrals:refer": "the areas one may refer in, and one's own drafts",
}
# Pages that show several things at once, each cut to size by a rule or one's own.
ASKING_THEMSELVES = {
    "accounts:list_areas": "the areas that one may see",
    "accounts:my_account": "one's own posts",
    "reference:worry_about_place": "the contacts of one's own areas, which everybody may know; records nothing",
    "home:home": "each section asks its own rule",
    "home:search": "what is found are cases that one may see",
    "home_api:search": "what is found are cases that one may see",
    "panels:list_meetings": "the meetings that one may see",
}
# Where the methods live that ask a permission before they answer.
GUARDS = ("prevent_cases.pages.", "prevent_cases.documents.", "prevent_cases.api.")
# P-11 of docs/goals.md.
MOST_QUERIES, MOST_QUERIES_OF_A_LIST = 12, 8
PARTS = 3
METHODS = ("dispatch", "get", "post", "put", "patch", "delete", "head", "options")


def unguarded(address: Address) -> Iterator[str]:
    """An address whose answer does not come from a guarded page or endpoint, and that nobody answers for."""
    if address.name in PUBLIC | FOREIGN:
        return
    view = address.view_class
    if view is None or not issubclass(view, Page | Endpoint):
        yield f"{address.route} ({address.name}) is served by no guarded page"
        return
    for method in METHODS:
        if answers := next((kind for kind in view.__mro__ if method in vars(kind)), None):
            ours = answers.__module__.split(".")[0] in product.packages()
            if ours and not answers.__module__.startswith(GUARDS) and address.name not in ASKING_THEMSELVES:
                yield f"{address.route} ({address.name}) answers {method} by itself"


def filled(address: Address, value: str = "x") -> str:
    return reverse(address.name, kwargs=dict.fromkeys(address.places, value))


def answering_passers_by(address: Address, client: Client) -> Iterator[str]:
    """An address that gives somebody who is not signed in anything but the way to sign in."""
    if address.name in PUBLIC:
        return
    for method in (client.get, client.post):
        answer = method(filled(address))
        to_sign_in = answer.status_code == 302 and answer.url.startswith((reverse("account_login"), "/"))
        if not (to_sign_in or answer.status_code in (401, 403)):
            yield f"{address.route} ({address.name}) answers {method.__name__} with {answer.status_code}"


ADDRESSES = list(product.addresses())


def test_every_address_is_guarded_or_named():
    assert_none(fault for address in ADDRESSES for fault in unguarded(address))


def test_every_address_has_a_name_of_its_own():
    names = [address.name for address in ADDRESSES]
    assert sorted(names) == sorted(set(names))
    assert PUBLIC.keys() | FOREIGN.keys() | ASKING_THEMSELVES.keys() <= set(names)


def test_nothing_answers_a_passer_by(world, client):
    assert_none(fault for address in ADDRESSES for fault in answering_passers_by(address, client))


def test_what_is_public_answers(world, client):
    for name in PUBLIC:
        (address,) = [each for each in ADDRESSES if each.name == name]
        concern = PublicConcern.objects.first()
        places = {"slug": concern.area.slug, "reference": concern.reference}
        url = reverse(name, kwargs={place: places.get(place, "x") for place in address.places})
        assert client.get(url).status_code == 200


@dataclass(frozen=True)
class Answer:
    """What an address answered somebody, with how many queries and entries of the view: against what would be right."""

    address: Address
    person: User
    right: tuple[int, ...]
    status: int
    queries: int
    views: int

    @property
    def most(self) -> int:
        """P-11, of a page for somebody who may see it; of anything else as many as it likes."""
        if 200 not in self.right or issubclass(self.address.view_class, Endpoint):
            return sys.maxsize
        return MOST_QUERIES if self.address.places else MOST_QUERIES_OF_A_LIST

    def __str__(self) -> str:
        return f"{self.address.route} ({self.address.name})"


@pytest.fixture(scope="module")
def answers(on_hold, django_db_blocker) -> list[Answer]:
    """What is asked about a record, once by the first who may and by a stranger, and the lists by who may."""
    with django_db_blocker.unblock():
        return answers_of(todays_share(ASKED, PARTS), on_hold)


def answers_of(addresses: Iterable[Address], world: World) -> list[Answer]:
    with clock.at(clock.now()), transaction.atomic():
        stranger = factories.person(factories.area("Eastvale"), PostKind.COORDINATOR, "Stella Stranger")
        found = list(all_answers(addresses, world, stranger))
        transaction.set_rollback(True)
    return found


def all_answers(asked: Iterable[Address], world: World, stranger: User) -> Iterator[Answer]:
    client_of = cache(signed_in)
    for permission, under_rule in groupby(asked, key=lambda address: permission_of(address.view_class)):
        rule, addresses = rules[permission], list(under_rule)
        holder = world.holder_of(rule)
        record = rule.model.objects.permitted(holder, rule.name).first()
        yield from answers_about(record, rule, addresses, holder, client_of(holder))
        yield from answers_about(record, rule, filter(about_a_record, addresses), stranger, client_of(stranger))


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    client.get(reverse("privacy"))  # Afterwards the session is as it stays.
    return client


def is_asked(address: Address) -> bool:
    is_list = address.view_class and not address.places and issubclass(address.view_class, RecordList)
    return is_list or about_a_record(address)


def test_those_who_may_get_their_page_and_for_others_the_record_does_not_exist(answers):
    assert_none(answered_wrongly(answers))
    assert len(answers) > 200


def test_no_page_asks_more_than_it_may(answers):
    """P-11: of somebody who may see it, on a record under which there is something of each kind."""
    assert_none(asking_too_much(answers))


def asking_too_much(answers: Iterable[Answer]) -> Iterator[str]:
    return (f"{each} asks {each.queries} queries of {each.person}" for each in answers if each.queries > each.most)


def test_who_views_a_record_leaves_one_entry(answers):
    assert_none(badly_recorded(answers))


def badly_recorded(answers: Iterable[Answer]) -> Iterator[str]:
    """A record that is viewed without an entry, or with two of the same; or an entry where nothing was shown."""
    for each in answers:
        right = {200: 1, 409: 1, 403: 0, 404: 0}.get(each.status, each.views)
        if not issubclass(each.address.view_class, RecordList | OperationEndpoint) and each.views != right:
            yield f"{each} leaves {each.views} entries when it answers {each.person} with {each.status}"


def about_a_record(address: Address) -> bool:
    view = address.view_class
    if not (
        view and address.places and issubclass(view, RecordPage | OperationPage | RecordEndpoint | OperationEndpoint)
    ):
        return False
    return not issubclass(view, OpenDocument)  # What is not made yet is not there for anybody.


def permission_of(view: type) -> str:
    operation = getattr(view, "operation", None)
    return operation.permission if operation else view.permission or view_rule(view.model).name


# Those under one rule beside each other.
ASKED = sorted(filter(is_asked, ADDRESSES), key=lambda address: permission_of(address.view_class))


def answered_wrongly(answers: Iterable[Answer]) -> Iterator[str]:
    """An address that says no to somebody who may, or anything else to somebody who may not."""
    return (f"{each} answers {each.person} with {each.status}" for each in answers if each.status not in each.right)


def answers_about(
    record: Model, rule: Rule, addresses: Iterable[Address], person: User, client: Client
) -> Iterator[Answer]:
    """What addresses under a rule answer somebody about a record; of their effects nothing stays."""
    if rule.permits(person, record):
        right = (200, 201, 409, 422)
    else:
        right = (403,) if view_rule(rule.model).permits(person, record) else (404,)
    for address in addresses:
        # What stands in an address is what the page looks its record up by.
        places = type(record).objects.filter(pk=record.pk).values(*address.places).first() if address.places else {}
        url = reverse(address.name, kwargs=places)
        for _ in range(2):  # The second time, the caches of what never changes are warm.
            given = Answer(address, person, right, *asked_once(client, address, url))
            if given.queries <= given.most:
                break
        yield given


def asked_once(client: Client, address: Address, url: str) -> tuple[int, int, int]:
    with transaction.atomic():
        with CaptureQueriesContext(connection) as captured:
            if issubclass(address.view_class, OperationEndpoint):
                got = client.post(url, {}, content_type="application/json")
            else:
                got = client.get(url)
        transaction.set_rollback(True)
    what = f"'{permission_of(address.view_class)}'"
    views = sum(each["sql"].startswith('INSERT INTO "audit_auditentry"') and what in each["sql"] for each in captured)
    return got.status_code, len(captured), views


# The checks bite


class Careless(RecordPage):
    """Answers before it has asked."""

    model = Case

    def get(self, request, **lookup):
        return HttpResponse(str(Case.objects.get(**lookup)))


class Unguarded(View):
    def get(self, request):
        return HttpResponse("Everything")


def planted(view: type) -> Address:
    return Address("/x/", "cases:view_case", view.as_view(), ("reference",))


def test_an_unguarded_address_is_found():
    def plain(request):
        return HttpResponse("Everything")

    for answers in (plain, Unguarded.as_view()):
        assert "is served by no guarded page" in next(unguarded(Address("/x/", "cases:everything", answers, ())))


def test_a_page_that_answers_before_it_asks_is_found():
    Careless.get.__module__, Careless.__module__ = "cases.views", "cases.views"
    assert list(unguarded(planted(Careless))) == ["/x/ (cases:view_case) answers get by itself"]


def test_an_address_that_answers_a_passer_by_is_found(world, client, monkeypatch):
    privacy = next(address for address in ADDRESSES if address.name == "privacy")
    monkeypatch.delitem(PUBLIC, "privacy")
    assert list(answering_passers_by(privacy, client)) == [
        "/privacy/ (privacy) answers get with 200",
        "/privacy/ (privacy) answers post with 200",
    ]


def test_a_page_that_shows_a_case_to_a_stranger_is_found(world, monkeypatch):
    address = next(address for address in ADDRESSES if address.name == "cases:view_case")
    monkeypatch.setattr(address.view_class, "get", Careless.get)
    rule = rules["cases.view_case"]
    nobody = User.objects.create_user("nobody@harrowmere.example", "Nobody")
    given = list(answers_about(Case.objects.first(), rule, [address], nobody, signed_in(nobody)))
    (found,) = answered_wrongly(given)
    assert found.endswith("(cases:view_case) answers Nobody with 200")
    (unrecorded,) = badly_recorded(given)
    assert unrecorded.endswith("leaves 0 entries when it answers Nobody with 200")


def test_a_page_that_asks_too_much_is_found(world, monkeypatch):
    address = next(address for address in ADDRESSES if address.name == "cases:view_case")
    careful = address.view_class.get

    def careless(self, request, **lookup):
        for _ in range(MOST_QUERIES):
            Case.objects.exists()
        return careful(self, request, **lookup)

    rule = rules["cases.view_case"]
    holder = world.holder_of(rule)
    for get, is_too_much in ((careful, False), (careless, True)):
        monkeypatch.setattr(address.view_class, "get", get)
        (found,) = answers_about(Case.objects.first(), rule, [address], holder, signed_in(holder))
        assert (found.queries > found.most) is is_too_much
