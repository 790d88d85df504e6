"""The contact log: calls, visits and letters, by whoever works on the case; what was recorded in error says so."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import LoggedContact
from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from tests import factories


def log(case, by, **said):
    asked = {"way": "visit", "contact_with": "parent", "name": "Una Birch", "reached": True, "what": "She was in."}
    return operations.log_contact(case, by=by, **{"contacted_on": clock.today()} | asked | said)


@pytest.fixture
def shared(case, childrens_services, coordinator):
    factories.share(case, childrens_services, coordinator)
    return case


def test_it_is_read_by_whoever_sees_the_case_the_latest_day_first(client, shared, coordinator, representative):
    log(shared, representative, what="canary-first", contacted_on=clock.today() - timedelta(days=3))
    log(shared, coordinator, what="canary-second", reached=False, way="call")
    client.force_login(representative)
    page = client.get(reverse("cases:contact_log", args=[shared.reference])).content.decode()
    assert page.index("canary-second") < page.index("canary-first")
    assert "Call: a parent or guardian, Una Birch (not reached)" in page
    read = client.get(reverse("cases_api:contact_log", args=[shared.reference])).json()
    assert [each["what"] for each in read["contacts"]] == ["canary-second", "canary-first"]


def test_recorded_in_error_it_stays_and_says_so(client, shared, coordinator, representative, police_representative):
    contact = log(shared, representative, what="canary-wrong")
    for person, wrong in ((police_representative, NotVisible),):
        with pytest.raises(wrong):
            operations.record_contact_in_error(contact, by=person, reason="Mine.")
    client.force_login(representative)
    page = reverse("cases:record_contact_in_error", args=[contact.reference])
    assert client.post(page, {"reason": ""}).status_code == 422
    assert client.post(page, {"reason": "It was the sister."}).status_code == 302
    text = client.get(reverse("cases:contact_log", args=[shared.reference])).content.decode()
    assert "Recorded in error." in text
    assert "It was the sister." in text
    assert "canary-wrong" in text
    with pytest.raises(Refused, match="said already"):
        operations.record_contact_in_error(contact, by=coordinator, reason="Again.")
    for change in ("what = 'x'", "in_error_reason = 'x'"):
        with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE cases_loggedcontact SET {change} WHERE id = %s", [contact.pk])


def test_somebody_elses_line_is_not_called_wrong_but_by_the_coordinator(shared, coordinator, representative, chair):
    contact = log(shared, coordinator)
    for person in (representative, chair):
        with pytest.raises(PermissionDenied):
            operations.record_contact_in_error(contact, by=person, reason="No.")
    operations.record_contact_in_error(log(shared, representative), by=coordinator, reason="The wrong case.")
    assert LoggedContact.objects.standing().get() == contact


def test_when_it_refuses(client, shared, coordinator):
    with pytest.raises(Refused, match="cannot be in the future"):
        log(shared, coordinator, contacted_on=clock.today() + timedelta(days=1))
    client.force_login(coordinator)
    page = reverse("cases:log_contact", args=[shared.reference])
    answer = client.post(page, {"way": "call", "what": "canary-kept"})
    assert answer.status_code == 422
    assert "canary-kept" in answer.content.decode()


def test_who_may(client, shared, coordinator, organiser, chair, representative, colleague, officer, stranger):
    operations.put_colleague_on_case(
        shared, by=representative, agency=shared.shares.get().agency, colleague=colleague, purpose="To help."
    )
    log(shared, coordinator)
    pages = [reverse(f"cases:{name}", args=[shared.reference]) for name in ("contact_log", "log_contact")]
    for person, answers in {
        coordinator: [200, 200],
        chair: [200, 200],
        representative: [200, 200],
        colleague: [200, 200],
        organiser: [200, 403],
        officer: [404, 404],
        stranger: [404, 404],
    }.items():
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == answers, person


def test_as_many_queries_at_one_line_as_at_twenty(client, shared, coordinator, queries_of):
    client.force_login(coordinator)
    page = reverse("cases:contact_log", args=[shared.reference])
    log(shared, coordinator)
    one = queries_of(page)
    for number in range(19):
        log(shared, coordinator, what=f"Again {number}.")
    assert queries_of(page) == one <= 12
