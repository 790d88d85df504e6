"""A worry about a place or an event: whom to ring, and nothing recorded, so that no person is referred to carry it."""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse

from prevent_cases.accounts.operations import give_post
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.models import Draft
from prevent_cases.reference.models import ContactKind
from tests import factories

PAGE = "reference:worry_about_place"


@pytest.fixture
def page(client, officer):
    client.force_login(officer)
    return lambda: client.get(reverse(PAGE)).content.decode()


def rows():
    """How many rows every table has, but for that of sessions."""
    tables = connection.introspection.table_names()
    kept = [model for model in apps.get_models() if model._meta.db_table in tables and model is not Session]
    return {model: model._base_manager.count() for model in kept}


def test_it_says_whom_to_ring_in_the_areas_where_one_works(area, other_area, page):
    factories.contact(area, kind=ContactKind.PLACE, name="Venues team", telephone="01632 960 301")
    factories.contact(other_area, kind=ContactKind.PLACE, name="Halls team", telephone="01632 960 302")
    shown = page()
    assert "Venues team" in shown
    assert "Halls team" not in shown
    assert "tel:999" in shown


def test_without_a_contact_of_its_own_it_names_the_police(page):
    shown = page()
    assert "Your area has named nobody for this." in shown
    assert "tel:101" in shown


def test_it_asks_for_nobody_and_says_that_nobody_is_to_be_referred_for_it(page):
    shown = page()
    assert "Do not refer a person so that a place is looked at." in shown
    assert "<form" not in shown.partition("<main")[2].partition("</main")[0]


def test_it_records_nothing(client, area, officer):
    factories.contact(area, kind=ContactKind.PLACE, name="Venues team", telephone="01632 960 301")
    client.force_login(officer)
    before = rows()
    assert before.keys() >= {AuditEntry, Draft}
    for _ in range(2):
        assert client.get(reverse(PAGE)).status_code == 200
    assert rows() == before


def test_it_costs_the_same_in_one_area_and_in_several(client, area, other_area, officer, queries_of):
    client.force_login(officer)
    few = queries_of(reverse(PAGE))
    school = factories.agency(other_area, "Mill Lane School")
    giver = factories.administrators(other_area)[0]
    give_post(other_area, by=giver, email=officer.email, name=officer.name, kind="officer", agency=school)
    for each in (area, other_area):
        factories.contact(each, kind=ContactKind.PLACE, name="Venues team")
    assert queries_of(reverse(PAGE)) == few
