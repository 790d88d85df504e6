"""S-05: histories, chronologies and ledgers, page by page: the pages together say what one page of it all would.

And a page that starts after what its reader does not see, or what is about something else, does not exist.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.models import Case
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from tests.architecture.product import assert_none
from tests.architecture.test_addresses import signed_in
from tests.architecture.test_who_reads_the_file import everybody
from tests.architecture.world import the_case

# How many stand on a page, so that there are some pages of each; and so many that there is one.
SIZES = {
    "prevent_cases.pages.history.PAGE_SIZE": 10,
    "reports.disclosures.PAGE_SIZE": 4,
    "reports.chronology.SHOWN": 1,
}
ALL = 10_000
ASK = ("coordinator", "services", "administrator")
# By the name of each endpoint under which name it answers what it lists.
ENDPOINTS = {
    "cases_api:history": "records",
    "reports_api:chronology": "happened",
    "reports_api:disclosures": "results",
    "reports_api:not_undone": "results",
}
PAGES = ("cases:history", "referrals:history", "accounts:area_history", "reference:settings_history")
# Those of an area go by the same code, and are long.
WITH_VIEWS = ("cases_api:history", "cases:history", "referrals:history")
Page = tuple[list[Any], str]


def page_of(client: Client, name: str, **said: str) -> Page | None:
    """What stands on a page, and where the next one starts; None where there is none for this reader."""
    case = the_case()
    about = {"referrals:history": case.carried_referrals.get().referral.reference}
    places = case.area.slug if "area" in name or "settings" in name else about.get(name, case.reference)
    with transaction.atomic():  # That it was looked at would be one line more.
        got = client.get(reverse(name, args=[places]), said)
        transaction.set_rollback(True)
    if got.status_code != 200:
        return None
    if name in ENDPOINTS:
        answer = got.json()
        return answer[ENDPOINTS[name]], answer["next"]
    return got.context["history"].records, got.context["history"].next


def walked(client: Client, name: str, **said: str) -> list[Any]:
    """All pages, one after the other."""
    rows, after = page_of(client, name, **said)
    while after:
        more, after = page_of(client, name, after=after, **said)
        assert more
        rows = rows + more
    return rows


@pytest.fixture
def on_one_page(monkeypatch):
    def switch(*, one: bool) -> None:
        for name, size in SIZES.items():
            monkeypatch.setattr(name, ALL if one else size)

    return switch


def sentence(row: Any) -> str:
    return row["sentence"] if isinstance(row, dict) else row.sentence


def otherwise(clients: dict[str, Client], names: Iterable[str], on_one_page) -> Iterator[str]:
    for who, client in clients.items():
        for name in names:
            for said in ({}, {"views": "yes"}) if name in WITH_VIEWS else ({},):
                on_one_page(one=True)
                if (whole := page_of(client, name, **said)) is None:
                    break
                on_one_page(one=False)
                if walked(client, name, **said) != whole[0]:
                    yield f"{name} {said} says to {who} otherwise on its pages"
                if said:
                    acts = [row for row in whole[0] if not sentence(row).endswith(" viewed.")]
                    if walked(client, name) != acts:
                        yield f"{name} leaves out for {who} other lines than of who looked"


def test_the_pages_together_say_what_one_page_would(world, on_one_page, todays):
    """Of half of the endpoints and of the pages, by turns."""
    names = [*todays(ENDPOINTS, 2), *todays(PAGES, 2)]
    with clock.at(clock.now()):
        clients = {name: signed_in(person) for name, person in everybody(world).items() if name in ASK}
        assert_none(otherwise(clients, names, on_one_page))
        on_one_page(one=False)
        for name in names:
            found = [page for client in clients.values() if (page := page_of(client, name))]
            assert any(leads_on for _, leads_on in found) or (found and name == "reports_api:not_undone"), name


def test_no_page_starts_after_what_is_not_there(world):
    (coordinator,) = world.people[PostKind.COORDINATOR.label]
    client, case = signed_in(coordinator), the_case()
    other = Case.objects.exclude(individual=case.individual).exclude(shares=None).first()
    entry = AuditEntry.objects.filter(about__contains=[key_of(other)]).exclude(about__contains=[key_of(case)]).first()
    for name, after in (
        *((name, str(entry.token)) for name in WITH_VIEWS),
        ("reports_api:disclosures", f"shared-{other.shares.first().reference}"),
    ):
        assert page_of(client, name), name
        assert page_of(client, name, after=after) is None, name
