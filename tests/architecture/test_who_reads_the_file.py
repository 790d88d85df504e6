"""Who reads what of a case: every page and endpoint about it, asked by everybody, against a table written by hand.

The table (``who_reads_the_file.txt``) was written from the design, by somebody who had not read the rules. Each line is
an address, those who get it, and after a stroke those who are told that they may not do it though they know of it; for
everybody else it does not exist. Each line has somebody who gets it.

Here a ninth of the addresses is asked, another each day; all with `python3 run.py prove who-reads`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import resolve, reverse

import cases.operations
from cases.models import Case, CaseFile
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import AgencyType, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import OperationEndpoint
from tests import factories
from tests.architecture.product import Address, assert_none
from tests.architecture.test_addresses import ADDRESSES, about_a_record, permission_of
from tests.architecture.world import BROKE_GLASS, BY_NAME, CONTRIBUTES, KNOWS, World, the_case

TABLE = Path(__file__).with_name("who_reads_the_file.txt")
APPS = ("cases", "panels", "actions", "reports")
GETS, MAY_NOT, NOT_THERE, ASKED_FIRST = "gets it", "may not", "not there", "is asked first"
LED_ELSEWHERE, SAID_AT = "is led elsewhere", "cases:say_purpose"
# By hand: what shows no word of the case (docs/adr/0028), and saying what for itself.
ASKS_NOTHING = {
    "cases:ask_to_see", "cases:break_glass", "cases:end_legal_hold", "cases:judge_broken_glass", "cases:keep_case",
    "cases:place_legal_hold", "cases:review_legal_hold", "cases:say_purpose",
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
    """Those to whom it was open: an agency until that was stopped, and a coordinator who is excluded by now."""
    agency = factories.agency(case.area, "Harrowmere Housing", AgencyType.HOUSING)
    cases.operations.stop_sharing_case(factories.share(case, agency, coordinator), by=coordinator)
    aunt = factories.person(case.area, PostKind.COORDINATOR, "A coordinator who is his aunt")
    cases.operations.exclude_person(case, by=coordinator, person=aunt, kind="relative", reason="She is his aunt.")
    return {"stopped": factories.person(agency, PostKind.REPRESENTATIVE, "For Housing"), "excluded": aunt}


def records_of(case: Case) -> dict[type[Model], Model]:
    """The first record of each kind that the case leads to, or that leads to it."""
    found = {Case: case}
    for model in {rule.model for rule in rules.values()}:
        for record in model._base_manager.order_by("pk"):
            if leads_to(record, case) and model._meta.app_label != "referrals":
                found.setdefault(model, record)
    return found


def leads_to(record: Model | None, case: Case) -> bool:
    while record is not None and record != case:
        record = getattr(record, record.under) if getattr(record, "under", None) else None
    return record is not None


def asked_about(case: Case) -> Iterator[tuple[Address, str]]:
    """Each address about the case or something under it, filled in."""
    records = records_of(case)
    for address in ADDRESSES:
        if address.name.partition(":")[0].removesuffix("_api") in APPS and about_a_record(address):
            record = records.get(rules[permission_of(address.view_class)].model)
            if record is not None:
                yield address, filled_in(address, record)
                if type(record) is CaseFile:
                    yield from marked(case, address)


def filled_in(address: Address, record: Model) -> str:
    places = type(record)._base_manager.filter(pk=record.pk).values(*address.places).first()
    return reverse(address.name, kwargs=places)


def marked(case: Case, address: Address) -> Iterator[tuple[Address, str]]:
    """The same of a file of what an agency shares under each mark, by which it is told apart in the table."""
    for file in case.files.exclude(contribution=None).select_related("contribution"):
        yield replace(address, name=f"{address.name}[{file.contribution.mark}]"), filled_in(address, file)


def answered(client: Client, address: Address, url: str) -> str:
    with transaction.atomic():
        if issubclass(address.view_class, OperationEndpoint):
            got = client.post(url, {}, content_type="application/json")
        else:
            got = client.get(url)
        transaction.set_rollback(True)
    if got.status_code == 302:
        return ASKED_FIRST if resolve(urlsplit(got["Location"]).path).view_name == SAID_AT else LED_ELSEWHERE
    if got.status_code == 403 and b"Say first what you open this for" in got.content:
        return ASKED_FIRST
    return {200: GETS, 201: GETS, 409: GETS, 422: GETS, 403: MAY_NOT, 404: NOT_THERE}[got.status_code]


def written_by_hand(text: str = TABLE.read_text()) -> dict[str, dict[str, str]]:
    """By the name of an address, without the mark of an endpoint: what each who is named gets."""
    table = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            (name,), getting, may_not = (part.split() for part in line.split("|"))
            assert getting, f"nobody gets {name}"
            table[name] = dict.fromkeys(getting, GETS) | dict.fromkeys(may_not, MAY_NOT)
    return table


def otherwise(world: World, asked: Iterable[tuple[Address, str]], table: dict[str, dict[str, str]]) -> Iterator[str]:
    """What anybody is answered otherwise than a table says."""
    clients = {name: signed_in(person) for name, person in everybody(world).items()}
    for address, url in asked:
        said = table[name_of(address)]
        for name, client in clients.items():
            got, right = answered(client, address, url), said.get(name, NOT_THERE)
            if got != right:
                yield f"{address.name}, {name}: {got}, and the table says {right}"


def name_of(address: Address) -> str:
    return address.name.replace("_api:", ":")


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_the_table_is_of_all_addresses_about_a_case_and_of_nothing_else(world):
    table = written_by_hand()
    assert {name_of(address) for address, _ in asked_about(the_case())} == table.keys()
    assert set().union(*table.values()) <= everybody(world).keys()


def test_a_ninth_of_it_is_as_written(world):
    asked = sorted(asked_about(the_case()), key=lambda each: each[0].name)
    assert_none(otherwise(world, asked[clock.today().toordinal() % 9 :: 9], written_by_hand()))


def test_a_ninth_of_what_governance_gets_asks_whoever_has_not_said_what_for(world):
    assert_none(not_asked_first(world, list(asked_about(the_case()))[clock.today().toordinal() % 9 :: 9]))


def not_asked_first(world: World, asked: Iterable[tuple[Address, str]]) -> Iterator[str]:
    table = written_by_hand()
    client = signed_in(factories.person(the_case().area, PostKind.GOVERNANCE_LEAD, "Somebody new"))
    for address, url in asked:
        if name_of(address) not in ASKS_NOTHING and table[name_of(address)].get("governance") == GETS:
            got = answered(client, address, url)
            if got != ASKED_FIRST:
                yield f"{address.name}: {got}, and should ask first"


def test_a_wrong_line_is_noticed(world):
    asked = [each for each in asked_about(the_case()) if each[0].name == "cases:view_case"]
    found = list(otherwise(world, asked, written_by_hand("cases:view_case | stranger |")))
    assert "cases:view_case, stranger: not there, and the table says gets it" in found
    assert "cases:view_case, chair: gets it, and the table says not there" in found
