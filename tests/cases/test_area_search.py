"""Searching all cases of an area: for a purpose, which is kept and read by the governance lead."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import AreaSearch
from prevent_cases.operations import NotVisible, Refused

PURPOSE = "A parent asks whether the school told us: canary-purpose."


def test_who_may_and_who_reads_for_what(
    client, case, area, coordinator, second_coordinator, governance, chair, organiser, stranger
):
    operations.search_area(area, by=coordinator, purpose=PURPOSE)
    operations.search_area(area, by=governance, purpose="To answer a request.")
    with pytest.raises(Refused, match="for what purpose") as refusal:
        operations.search_area(area, by=coordinator, purpose="")
    assert refusal.value.field == "purpose"
    for person in (chair, organiser, stranger):
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.search_area(area, by=person, purpose=PURPOSE)
    for person, reads in {
        governance: True,
        coordinator: True,
        second_coordinator: False,
        chair: False,
        stranger: False,
    }.items():
        client.force_login(person)
        for name in ("cases:list_areasearches", "cases_api:list_areasearches"):
            assert ("canary-purpose" in client.get(reverse(name)).content.decode()) == reads, (person, name)


def test_behind_django(area, coordinator):
    search = operations.search_area(area, by=coordinator, purpose=PURPOSE)
    assert AreaSearch.objects.get() == search
    for sql, fault in (
        ("UPDATE cases_areasearch SET purpose = 'x'", "Cannot update"),
        (
            "INSERT INTO cases_areasearch (reference, area_id, purpose, searched_by_id, searched_at)"
            " SELECT 'ANOTHER', area_id, '', searched_by_id, searched_at FROM cases_areasearch",
            "has_its_purpose",
        ),
    ):
        with pytest.raises(Exception, match=fault), transaction.atomic():
            connection.cursor().execute(sql)


def test_the_list_costs_the_same_at_one_and_at_twenty(client, area, governance, queries_of):
    page = reverse("cases:list_areasearches")
    client.force_login(governance)
    operations.search_area(area, by=governance, purpose=PURPOSE)
    at_one = queries_of(page)
    for _ in range(19):
        operations.search_area(area, by=governance, purpose=PURPOSE)
    assert queries_of(page) == at_one <= 8
    assert client.get(page).content.decode().count("canary-purpose") == 20
