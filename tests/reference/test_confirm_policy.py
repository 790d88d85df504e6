"""A policy on who decides about a person takes two administrators."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, connection, transaction
from django.urls import reverse

from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference import operations
from prevent_cases.reference.models import Section36Policy
from tests import factories

CONFIRM = "reference:confirm_section36policy"


@pytest.fixture
def waiting(area, administrator):
    return decide(area, administrator)


def decide(area, by):
    return operations.decide_policy(area, by=by, policy=Section36Policy, council_decides=True, reason="Cabinet.")


def confirm(area, by, decision):
    return operations.confirm_policy(area, by=by, decision=decision)


def test_until_it_is_confirmed_nothing_changes(area, waiting, second_administrator):
    assert not Section36Policy.of(area).council_decides
    confirm(area, second_administrator, waiting)
    assert Section36Policy.of(area).council_decides


def test_it_opens_the_section_36_decision_to_coordinators_and_only_then(
    area, case, coordinator, waiting, second_administrator
):
    may = type(case).objects.permitted(coordinator, "cases.decide_section36")
    assert not may.exists()
    confirm(area, second_administrator, waiting)
    coordinator.forget_posts()
    assert type(case).objects.permitted(coordinator, "cases.decide_section36").get() == case


def test_whoever_decided_it_does_not_confirm_it(area, waiting, administrator):
    with pytest.raises(Refused, match="Another administrator"):
        confirm(area, administrator, waiting)


def test_the_database_itself_refuses_one_person_for_two(area, waiting):
    for by in (waiting.decided_by_id, None):
        with pytest.raises(Error, match="second_person"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE reference_section36policy SET confirmed_by_id = %s, confirmed_at = now() WHERE id = %s",
                [by, waiting.pk],
            )


def test_nobody_confirms_what_they_have_not_read(client, area, waiting, administrator, second_administrator):
    decide(area, administrator)
    with pytest.raises(Refused, match="does not wait any more"):
        confirm(area, second_administrator, waiting)
    client.force_login(second_administrator)
    answer = client.post(reverse(CONFIRM, args=[area.slug]), {"decision": waiting.reference})
    assert answer.status_code == 409
    assert not Section36Policy.of(area).council_decides


def test_what_another_decision_replaced_is_never_confirmed(area, waiting, administrator, second_administrator):
    confirm(area, second_administrator, decide(area, administrator))
    with pytest.raises(Refused, match="does not wait any more"):
        confirm(area, second_administrator, waiting)


def test_only_an_administrator_of_the_area_confirms(area, waiting, coordinator, stranger, other_area):
    for person in (coordinator, stranger, factories.administrators(other_area)[1]):
        with pytest.raises((PermissionDenied, NotVisible)):
            confirm(area, person, waiting)


def test_the_page_shows_what_waits_and_confirms_it(client, area, waiting, second_administrator):
    client.force_login(second_administrator)
    assert "Waits for a second person" in client.get(waiting.get_absolute_url()).content.decode()
    page = client.get(waiting.confirm_url)
    assert "Cabinet." in page.content.decode()
    sent = {"decision": page.context["form"]["decision"].value()}
    assert client.post(waiting.confirm_url, sent).url == waiting.get_absolute_url()
    assert Section36Policy.of(area).council_decides
    assert "Nothing waits to be confirmed" in client.get(waiting.confirm_url).content.decode()


def test_by_the_endpoint(client, area, waiting, second_administrator):
    client.force_login(second_administrator)
    address = reverse("reference_api:confirm_section36policy", args=[area.slug])
    sent = client.post(address, {"decision": waiting.reference}, content_type="application/json")
    assert sent.status_code == 200
    assert sent.json()["sentence"] == "Policy confirmed by a second administrator."
