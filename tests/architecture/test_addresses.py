"""Addresses: each is served by a page that asks a permission, or named with the reason; none answers a passer-by."""

from collections.abc import Iterator

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
from tests.architecture.product import Address, assert_none
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
    "privacy": "for those whom a record is about",
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
    "panels:list_meetings": "the meetings that one may see",
}
# Where the methods live that ask a permission before they answer.
GUARDS = ("prevent_cases.pages.", "prevent_cases.documents.", "prevent_cases.api.")
# P-11 of docs/goals.md.
MOST_QUERIES, MOST_QUERIES_OF_A_LIST = 12, 8
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


def test_those_who_may_get_their_page_and_for_others_the_record_does_not_exist(world, client):
    stranger = factories.person(factories.area("Eastvale"), PostKind.COORDINATOR, "Stella Stranger")
    for address in filter(about_a_record, ADDRESSES):
        rule = rules[permission_of(address.view_class)]
        holder = world.holder_of(rule)
        record = rule.model.objects.permitted(holder, rule.name).first()
        assert_none(answering_wrongly(address, record, rule, [holder, stranger], client))


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


def test_no_page_asks_more_than_it_may(world, client):
    """P-11: of somebody who may see it, on a record under which there is something of each kind."""
    assert_none(fault for address in ADDRESSES for fault in asking_too_much(address, world, client))


def asking_too_much(address: Address, world: World, client: Client) -> Iterator[str]:
    """A page about a record that asks more than 12 queries, or a list that asks more than 8."""
    view, places, most = address.view_class, {}, MOST_QUERIES
    if view and about_a_record(address) and issubclass(view, RecordPage | OperationPage):
        rule = rules[permission_of(view)]
        holder = world.holder_of(rule)
        places = rule.model.objects.permitted(holder, rule.name).values(*address.places).first()
    elif view and not address.places and issubclass(view, RecordList):
        holder, most = world.holder_of(rules[permission_of(view)]), MOST_QUERIES_OF_A_LIST
    else:
        return
    client.force_login(holder)
    with clock.at(clock.now()):  # At one moment, for the session is written now and then.
        client.get(reverse("privacy"))
        for _ in range(2):  # The second time, the caches of what never changes are warm.
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse(address.name, kwargs=places))
            if len(captured) <= most:
                return
    yield f"{address.route} ({address.name}) asks {len(captured)} queries of {holder}"


def answering_wrongly(address: Address, record: Model, rule: Rule, people: list[User], client: Client) -> Iterator[str]:
    """An address that says no to somebody who may, or anything else to somebody who may not."""
    for person in people:
        if rule.permits(person, record):
            right = (200, 201, 409, 422)
        else:
            right = (403,) if view_rule(rule.model).permits(person, record) else (404,)
        if (status := answer(client, address, record, person)) not in right:
            yield f"{address.route} ({address.name}) answers {person} with {status}"


def answer(client: Client, address: Address, record: Model, person: User) -> int:
    """The status of an answer, of whose effects nothing stays."""
    with transaction.atomic():
        client.force_login(person)
        # What stands in an address is what the page looks its record up by.
        places = type(record).objects.filter(pk=record.pk).values(*address.places).first()
        url = reverse(address.name, kwargs=places)
        if issubclass(address.view_class, OperationEndpoint):
            status = client.post(url, {}, content_type="application/json").status_code
        else:
            status = client.get(url).status_code
        transaction.set_rollback(True)
    return status


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


def test_a_page_that_shows_a_case_to_a_stranger_is_found(world, client, monkeypatch):
    address = next(address for address in ADDRESSES if address.name == "cases:view_case")
    monkeypatch.setattr(address.view_class, "get", Careless.get)
    rule = rules["cases.view_case"]
    nobody = User.objects.create_user("nobody@harrowmere.example", "Nobody")
    (found,) = answering_wrongly(address, Case.objects.first(), rule, [nobody], client)
    assert found.endswith("(cases:view_case) answers Nobody with 200")
