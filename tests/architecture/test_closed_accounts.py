"""Whoever's account is closed is nobody: signed out at once, at every address, and in no list of whom to choose.

Here a twenty-fourth of the addresses is asked, another each day; all with `python3 run.py prove rules`.
"""

from collections.abc import Iterable, Iterator

from django import forms
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cases import operations as cases
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.accounts.posts import POST_RULES, PostKind, Within
from prevent_cases.pages.views import made_form
from tests import factories
from tests.architecture.product import Address, assert_none, todays_share
from tests.architecture.test_addresses import ADDRESSES, about_a_record, permission_of, signed_in
from tests.architecture.test_each_method import Places
from tests.architecture.test_who_reads_the_file import carries_out, everybody, name_of
from tests.architecture.world import World, the_case
from tests.drawn import without_lots

PARTS, PHRASE = 24, "a long enough phrase"
# By hand: where somebody who has left is chosen all the same, since what is theirs is handed on.
OF_WHO_LEFT = "cases:hand_over_cases owner"


def one_of_each(world: World) -> dict[str, User]:
    """Somebody more in each post, by its name and place: the area of the case, its panel and both agencies."""
    case = the_case()
    agencies = Agency.objects.filter(area=case.area, name__in=("Harrowmere Police", "Children's Services"))
    places = {Within.AREA: [case.area], Within.PANEL: [case.panel], Within.AGENCY: list(agencies)}
    people = {
        f"{kind.label} of {place}": factories.person(place, kind, f"Gone, {kind.label} of {place}")
        for kind, rule in POST_RULES.items()
        for place in places[rule.within]
    }
    cases.put_colleague_on_case(
        case,
        by=world.people[PostKind.REPRESENTATIVE.label][1],
        agency=agencies.get(name="Children's Services"),
        colleague=people[f"{PostKind.OFFICER.label} of Children's Services"],
        purpose="To help.",
    )
    return people


def close(people: Iterable[User], area: Area) -> None:
    for person in people:
        person.forget_posts()
        accounts.close_account(person, by=factories.administrators(area)[0])


# -- Nobody at every address ------------------------------------------------------------------------------------------


def otherwise(client: Client, places: Places, addresses: Iterable[Address]) -> Iterator[str]:
    """What a closed account is answered otherwise than nobody is."""
    for address in addresses:
        url, _ = places.of(address)
        for method in ("get", "post"):
            got, right = (answered(each, method, url) for each in (client, Client()))
            if got != right:
                yield f"{address.name} answers {method} with {got[:2]}, and nobody with {right[:2]}"


def answered(client: Client, method: str, url: str) -> tuple[int, str | None, str]:
    with transaction.atomic():
        got: HttpResponse = getattr(client, method)(url)
        transaction.set_rollback(True)
    return got.status_code, got.headers.get("Location"), without_lots(got)


def closed_while_signed_in(world: World) -> tuple[User, Client]:
    """A coordinator who owns the case: of those who see most."""
    area = the_case().area
    gone = factories.person(area, PostKind.COORDINATOR, "Gone Coordinator")
    cases.allocate_case(the_case(), by=world.people[PostKind.COORDINATOR.label][0], owner=gone, note="She knows him.")
    gone.set_password(PHRASE)
    gone.save()
    client = Client()
    client.post(reverse("account_login"), {"login": gone.email, "password": PHRASE})
    assert client.get(the_case().get_absolute_url()).status_code == 200
    close([gone], area)
    return gone, client


def sessions_of(person: User) -> list[Session]:
    return [each for each in Session.objects.all() if each.get_decoded().get("_auth_user_id") == str(person.pk)]


def test_every_session_ends_and_no_rule_opens_anything(world):
    gone, client = closed_while_signed_in(world)
    assert sessions_of(gone) == []
    again = Client()
    again.force_login(gone)  # As if one had been begun at the same moment.
    assert sessions_of(gone)
    for each in (client, again):
        assert each.get("/").url.startswith(reverse("account_login"))
    gone = User.objects.get(pk=gone.pk)
    assert [name for name, rule in rules.items() if rule.model.objects.permitted(gone, name).exists()] == []


def nobody_at(world: World, addresses: Iterable[Address]) -> Iterator[str]:
    gone, _ = closed_while_signed_in(world)
    client, places = Client(), Places(world)
    client.force_login(gone)
    yield from otherwise(client, places, addresses)


def test_a_twenty_fourth_of_the_addresses_answers_as_it_answers_nobody(world):
    with clock.at(clock.now()):
        assert_none(nobody_at(world, todays_share(ADDRESSES, PARTS)))


def test_an_address_that_still_answers_is_found(world):
    """As it would somebody whose account is not closed."""
    addresses = [address for address in ADDRESSES if address.name == "cases:list_cases"]
    client = signed_in(world.people[PostKind.COORDINATOR.label][0])
    assert next(otherwise(client, Places(world), addresses)).startswith("cases:list_cases answers get with (200, None)")


# -- In no list of whom to choose -------------------------------------------------------------------------------------


def of_people(address: Address) -> list[str]:
    """The questions of a form that are answered by choosing somebody."""
    form = getattr(address.view_class, "form_class", forms.Form)
    return [
        name
        for name, field in form.base_fields.items()
        if getattr(getattr(field, "queryset", None), "model", None) is User
    ]


CHOOSING = {
    name_of(address): address
    for address in ADDRESSES
    if about_a_record(address) and carries_out(address) and of_people(address)
}


def offered(people: Iterable[User], readers: Iterable[User]) -> set[tuple[str, User]]:
    """Who of these people can be chosen where, by any of those who may, of any record."""
    found = set()
    for person in readers:
        person.forget_posts()
    for name, address in CHOOSING.items():
        rule = rules[permission_of(address.view_class)]
        for reader in readers:
            for record in rule.model.objects.permitted(reader, rule.name):
                fields = made_form(address.view_class.form_class, record, reader).fields
                for question in {*of_people(address)} & fields.keys():
                    chosen = {*fields[question].queryset}
                    found |= {(f"{name} {question}", person) for person in people if person in chosen}
    return found


def test_nobody_who_left_is_in_a_list_of_whom_to_choose(world):
    with clock.at(clock.now()):
        people, gone = everybody(world), one_of_each(world)
        readers = [people[name] for name in ("coordinator", "chair", "services", "officer")]
        owner = gone[f"{PostKind.COORDINATOR.label} of {the_case().area}"]
        cases.allocate_case(the_case(), by=people["coordinator"], owner=owner, note="She knows him.")
        factories.draft(people["officer"])
        # Each of them could be chosen by somebody.
        assert {where.partition(" ")[0] for where, _ in offered(gone.values(), readers)} == CHOOSING.keys()
        close(gone.values(), the_case().area)
        assert offered(gone.values(), readers) == {(OF_WHO_LEFT, owner)}
