"""Who reads what of a case: every page and endpoint about it, asked by everybody, against a table written by hand.

The table (``who_reads_the_file.txt``) was written from the design, by somebody who had not read the rules. Each line is
an address, those who get it, and after a stroke those who are told that they may not do it though they know of it; for
everybody else it does not exist. Each line has somebody who gets it.

Whoever may carry something out is sent with what it asks, filled in: each is truly done by somebody, to this case or,
where that leaves no room for it, to what is made so that it can be; those who may not are refused with the same words.

Here a twenty-fourth of the addresses is asked, another each day; all with `python3 run.py prove who-reads`, and there
also of the case when it is restricted, and of one that has ended.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django import forms
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import resolve, reverse
from django.utils.http import urlencode

import cases.operations
import referrals.operations
from cases.models import Case, CaseFile
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import Agency, AgencyType, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.look.forms import DateField
from prevent_cases.look.repeated import RepeatedField
from prevent_cases.pages.views import OperationPage, made_form
from tests import factories
from tests.architecture.carried_out import DAYS_ON, MADE, chosen
from tests.architecture.leading_up import leading_to
from tests.architecture.product import Address, assert_none, todays_share
from tests.architecture.test_addresses import ADDRESSES, about_a_record, permission_of
from tests.architecture.test_what_is_sent import FORM, SEVERAL, answer_to, answers_to
from tests.architecture.world import BROKE_GLASS, BY_NAME, CONTRIBUTES, KNOWS, World, the_case

TABLE = Path(__file__).with_name("who_reads_the_file.txt")
APPS = ("cases", "panels", "actions", "reports")
GETS, MAY_NOT, NOT_THERE, ASKED_FIRST = "gets it", "may not", "not there", "is asked first"
DOES, SAID_AT = "does it", "cases:say_purpose"
PARTS = 24
Sent = dict[str, Any]
Asked = tuple[Address, Model, str]
Table = dict[str, dict[str, str]]
NOTHING = {"data": "{}", "content_type": "application/json"}
# By hand: what shows no word of the case but why it is kept or held (docs/adr/0028), and saying what for itself.
ASKS_NOTHING = {
    "cases:ask_to_see", "cases:break_glass", "cases:end_legal_hold", "cases:judge_broken_glass", "cases:keep_case",
    "cases:place_legal_hold", "cases:review_legal_hold", "cases:say_purpose", "cases:sign_keeping",
    "cases:view_legalhold",
}  # fmt: skip


def everybody(world: World) -> dict[str, User]:
    """By the short name that the table calls them."""
    place_of = {person: person.name.partition(" of ")[2] for holders in world.people.values() for person in holders}

    def holder(kind: PostKind, place: str) -> User:
        return next(each for each in world.people[kind.label] if place_of[each] == place)

    case = the_case()
    area, police, services, panel = case.area, "Harrowmere Police", "Children's Services", case.panel.name
    nobodys = factories.agency(area, "Harbour School")
    elsewhere = factories.area("Eastvale")
    return {
        "coordinator": holder(PostKind.COORDINATOR, area.name),
        "organiser": holder(PostKind.ORGANISER, area.name),
        "governance": holder(PostKind.GOVERNANCE_LEAD, area.name),
        "frontdoor": holder(PostKind.FRONT_DOOR, area.name),
        "administrator": holder(PostKind.ADMINISTRATOR, area.name),
        "chair": holder(PostKind.CHAIR, panel),
        "deputy": holder(PostKind.DEPUTY, panel),
        "otherchair": holder(PostKind.CHAIR, "Programme Board"),
        "board": holder(PostKind.BOARD_MEMBER, "Programme Board"),
        "police": holder(PostKind.REPRESENTATIVE, police),
        "gateway": holder(PostKind.GATEWAY_OFFICER, police),
        "services": holder(PostKind.REPRESENTATIVE, services),
        "lead": holder(PostKind.SAFEGUARDING_LEAD, services),
        "policelead": holder(PostKind.SAFEGUARDING_LEAD, police),
        "colleague": world.people[BY_NAME][0],
        "officer": holder(PostKind.OFFICER, services),
        "provider": holder(PostKind.PROVIDER, police),
        "glass": world.people[BROKE_GLASS][0],
        "contributes": world.people[CONTRIBUTES][0],
        "knows": world.people[KNOWS][0],
        "stranger": factories.person(nobodys, PostKind.REPRESENTATIVE, "A representative of another school"),
        "elsewhere": factories.person(elsewhere, PostKind.COORDINATOR, "The coordinator of Eastvale"),
        **no_longer(case, holder(PostKind.COORDINATOR, area.name)),
    }


def no_longer(case: Case, coordinator: User) -> dict[str, User]:
    """Those to whom it was open: one agency until that was stopped, one until its last day, and whoever is excluded."""
    agency = factories.agency(case.area, "Harrowmere Housing", AgencyType.HOUSING)
    cases.operations.stop_sharing_case(factories.share(case, agency, coordinator), by=coordinator)
    aunt = factories.person(case.area, PostKind.COORDINATOR, "A coordinator who is his aunt")
    cases.operations.exclude_person(case, by=coordinator, person=aunt, kind="relative", reason="She is his aunt.")
    over = factories.agency(case.area, "Harrowmere Drugs Service", AgencyType.HEALTH)
    factories.share(case, over, coordinator, until=clock.today())
    services = Agency.objects.get(area=case.area, type=AgencyType.CHILDREN)
    uncle = factories.person(services, PostKind.REPRESENTATIVE, "His uncle")
    cases.operations.exclude_person(case, by=coordinator, person=uncle, kind="relative", reason="He is his uncle.")
    return {
        "stopped": factories.person(agency, PostKind.REPRESENTATIVE, "For Housing"),
        "lapsed": factories.person(over, PostKind.REPRESENTATIVE, "For the drugs service"),
        "excluded": aunt,
        "excludedservices": uncle,
    }


@contextmanager
def when_they_ask(name: str) -> Iterator[None]:
    """Somebody's last day is today, so they ask tomorrow."""
    with clock.at(clock.now() + timedelta(days=1)) if name == "lapsed" else nullcontext():
        yield


def records_of(case: Case) -> dict[type[Model], Model]:
    """The first record of each kind that the case leads to, or that leads to it."""
    of_a_case = {rule.model for rule in rules.values() if rule.model._meta.app_label != "referrals"}
    firsts = {model: next(leading_to(model, case), None) for model in of_a_case}
    return {Case: case} | {model: record for model, record in firsts.items() if record is not None}


def asked_about(case: Case) -> Iterator[Asked]:
    """Each address about the case or something under it, filled in."""
    records = records_of(case)
    for address in ADDRESSES:
        if address.name.partition(":")[0].removesuffix("_api") in APPS and about_a_record(address):
            record = records.get(rules[permission_of(address.view_class)].model)
            if record is not None:
                yield address, record, filled_in(address, record)
                if type(record) is CaseFile:
                    yield from marked(case, address)


def filled_in(address: Address, record: Model) -> str:
    places = type(record)._base_manager.filter(pk=record.pk).values(*address.places).first()
    return reverse(address.name, kwargs=places)


def marked(case: Case, address: Address) -> Iterator[Asked]:
    """The same of a file of what an agency shares under each mark, by which it is told apart in the table."""
    for file in case.files.exclude(contribution=None).select_related("contribution"):
        yield replace(address, name=f"{address.name}[{file.contribution.mark}]"), file, filled_in(address, file)


def answered(client: Client, address: Address, url: str, sent: Sent | None = None) -> str:
    """What somebody is answered: a page or an endpoint that carries something out is sent what it asks."""
    with transaction.atomic():
        got = client.get(url) if sent is None else client.post(url, **sent)
        transaction.set_rollback(True)
    if got.status_code == 302 and resolve(urlsplit(got["Location"]).path).view_name == SAID_AT:
        return ASKED_FIRST
    if got.status_code == 403 and b"Say first what you open this for" in got.content:
        return ASKED_FIRST
    done = GETS if sent is None else DOES
    return {200: done, 201: done, 302: done, 409: GETS, 422: GETS, 403: MAY_NOT, 404: NOT_THERE}[got.status_code]


def carries_out(address: Address) -> bool:
    return issubclass(address.view_class, OperationEndpoint | OperationPage)


def ways_to_ask(address: Address, record: Model, person: User) -> Iterator[Sent]:
    """What it asks of this person, filled in, of choices one after the other."""
    person.forget_posts()
    form = made_form(address.view_class.form_class, record, person)
    fields = form.fields
    # What stood on the page goes back with the answers.
    stood = {name: form.initial[name] for name in ("seen",) if name in fields and name in form.initial}
    instead = stood | chosen(name_of(address), record, person)
    for turn in range(3):
        if issubclass(address.view_class, OperationEndpoint):
            answers = as_json(fields, turn) | instead
            yield {"data": json.dumps(answers, default=str), "content_type": "application/json"}
        else:
            yield {
                "data": urlencode(answers_to(fields, turn) | typed(fields, instead), doseq=True),
                "content_type": FORM,
            }


def as_json(fields: dict[str, forms.Field], turn: int) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, field in fields.items():
        if isinstance(field, RepeatedField):
            said[name] = [as_json(field.form_class.base_fields, turn)]
        elif isinstance(field, DateField):
            said[name] = (clock.today() + timedelta(days=-3 if field.past else 30)).isoformat()
        else:
            answer = answer_to(field, turn)
            said[name] = [answer] if isinstance(field, SEVERAL) else answer
    return said


def typed(fields: dict[str, forms.Field], chosen: Sent) -> Sent:
    """The same answers, as a page asks them: of a day three."""
    said: Sent = {}
    for name, answer in chosen.items():
        if name in fields and isinstance(fields[name], DateField):
            parts = [answer.day, answer.month, answer.year] if answer else [""] * 3
            said |= dict(zip((f"{name}_{part}" for part in ("day", "month", "year")), parts, strict=True))
        else:
            said[name] = answer
    return said


def filled_in_by_whoever_may(
    address: Address, record: Model, url: str, may: dict[str, User], clients: dict[str, Client]
) -> tuple[Sent | None, bool]:
    """What is sent, and whether somebody thereby did it: the first of those who may, as far as anybody can."""
    if not carries_out(address):
        return None, True
    first = None
    for name, person in may.items():
        for sent in ways_to_ask(address, record, person):
            first = first or sent
            if answered(clients[name], address, url, sent) == DOES:
                return sent, True
    return first or NOTHING, False


def not_carried_out(people: dict[str, User], asked: Iterable[Asked], table: Table, done: set[str]) -> Iterator[str]:
    """What nobody has truly done, neither to the case of the world nor to what is made so that it can be."""
    for address in {each[0].name: each[0] for each in asked if carries_out(each[0])}.values():
        if address.name not in done and not carried_out_on_what_is_made(people, address, table[name_of(address)]):
            yield f"{address.name}: nobody of those who may can do it"


def carried_out_on_what_is_made(people: dict[str, User], address: Address, said: dict[str, str]) -> bool:
    name = name_of(address)
    with clock.at(clock.now() + timedelta(days=DAYS_ON.get(name, 0))), transaction.atomic():
        record = MADE[name](the_case(), people) if name in MADE else None
        may = [people[who] for who, right in said.items() if right == GETS and record]
        is_done = any(
            answered(signed_in(person), address, filled_in(address, record), sent) == DOES
            for person in may
            for sent in ways_to_ask(address, record, person)
        )
        transaction.set_rollback(True)
    return is_done


def written_by_hand(text: str = TABLE.read_text()) -> Table:
    """By the name of an address, without the mark of an endpoint: what each who is named gets."""
    table = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            (name,), getting, may_not = (part.split() for part in line.split("|"))
            assert getting, f"nobody gets {name}"
            table[name] = dict.fromkeys(getting, GETS) | dict.fromkeys(may_not, MAY_NOT)
    return table


def otherwise(
    people: dict[str, User], asked: Iterable[Asked], table: Table, done: set[str] | None = None, made=MADE
) -> Iterator[str]:
    """What anybody is answered otherwise than a table says; ``done`` takes the names of what somebody truly does.

    Whoever may, tries nothing that is known to need a record that is ``made``.
    """
    clients = {}
    for name, person in people.items():
        with when_they_ask(name):
            clients[name] = signed_in(person)
    for address, record, url in asked:
        said = table[name_of(address)]
        may = {name: people[name] for name, right in said.items() if right == GETS}
        tries = dict(list(may.items())[:1]) if name_of(address) in made else may
        sent, is_done = filled_in_by_whoever_may(address, record, url, tries, clients)
        if is_done and done is not None:
            done.add(address.name)
        for name, client in clients.items():
            with when_they_ask(name):
                got, right = answered(client, address, url, sent), said.get(name, NOT_THERE)
            if got != right and (got, right) != (DOES, GETS):
                yield f"{address.name}, {name}: {got}, and the table says {right}"


def name_of(address: Address) -> str:
    return address.name.replace("_api:", ":")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def world(world) -> World:
    """In which what can be done to the case can be done: the police have lifted their hold."""
    hold = the_case().individual.holds.get(lifted_at=None)
    referrals.operations.lift_hold(hold, by=hold.set_by)
    return world


def test_the_table_is_of_all_addresses_about_a_case_and_of_nothing_else(world):
    table = written_by_hand()
    assert {name_of(address) for address, *_ in asked_about(the_case())} == table.keys()
    assert set().union(*table.values()) <= everybody(world).keys()


def test_a_twenty_fourth_of_it_is_as_written(world):
    asked = todays_share(sorted(asked_about(the_case()), key=lambda each: each[0].name), PARTS)
    people, table, done = everybody(world), written_by_hand(), set()
    assert_none(otherwise(people, asked, table, done))
    assert_none(not_carried_out(people, asked, table, done))


def test_a_twenty_fourth_of_what_governance_gets_asks_whoever_has_not_said_what_for(world):
    assert_none(not_asked_first(world, todays_share(asked_about(the_case()), PARTS)))


def not_asked_first(world: World, asked: Iterable[Asked]) -> Iterator[str]:
    table = written_by_hand()
    client = signed_in(factories.person(the_case().area, PostKind.GOVERNANCE_LEAD, "Somebody new"))
    for address, _, url in asked:
        if name_of(address) not in ASKS_NOTHING and table[name_of(address)].get("governance") == GETS:
            got = answered(client, address, url, NOTHING if carries_out(address) else None)
            if got != ASKED_FIRST:
                yield f"{address.name}: {got}, and should ask first"


def test_each_form_is_made_of_a_case_that_has_ended(world):
    """It was open in another window, or is sent again."""
    ended = Case.objects.get(individual__given_names="Wren")
    (coordinator,) = world.people[PostKind.COORDINATOR.label]
    for address, record, _ in asked_about(ended):
        if carries_out(address):
            made_form(address.view_class.form_class, record, coordinator)


def test_a_wrong_line_and_what_nobody_can_do_are_noticed(world):
    people, all_asked = everybody(world), list(asked_about(the_case()))
    asked = [each for each in all_asked if each[0].name == "cases:view_case"]
    found = list(otherwise(people, asked, written_by_hand("cases:view_case | stranger |")))
    assert "cases:view_case, stranger: not there, and the table says gets it" in found
    assert "cases:view_case, chair: gets it, and the table says not there" in found
    asked = [each for each in all_asked if each[0].name in ("cases:end_exclusion", "cases:share_case")]
    table = written_by_hand("cases:end_exclusion | stranger |\ncases:share_case | coordinator |")
    assert list(not_carried_out(people, asked, table, done=set())) == [
        f"{name}: nobody of those who may can do it" for name in ("cases:share_case", "cases:end_exclusion")
    ]
