"""Agreement to support: given, refused, withdrawn."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import Case
from prevent_cases import clock
from prevent_cases.operations import Refused
from tests import factories


@pytest.fixture
def adopted(case, police, coordinator, police_representative, chair):
    """Section 36 decided, and the panel has offered support."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    operations.move_case(case, by=chair, stage="consent_pending")
    return case


def answer(case, by, answer, **more):
    said = {
        "answered_by": "parent",
        "how": "in_person",
        "answered_on": clock.today(),
        "what_was_explained": "All of it.",
    }
    return operations.record_consent(case, by=by, answer=answer, **said | more)


def test_given_support_may_start(adopted, coordinator):
    answer(adopted, coordinator, "given")
    assert (adopted.stage, adopted.consent_given_on) == ("active", clock.today())


@pytest.mark.parametrize("before", [[], ["given"]])
def test_refused_or_withdrawn_the_case_goes_back_to_its_panel(adopted, coordinator, before):
    for each in before:
        answer(adopted, coordinator, each)
    answer(adopted, coordinator, "withdrawn" if before else "refused")
    assert (adopted.stage, adopted.consent_given_on) == ("awaiting_panel", None)


def test_what_was_not_given_is_not_withdrawn_and_what_was_given_not_given_again(adopted, coordinator):
    with pytest.raises(Refused, match="it is not withdrawn"):
        answer(adopted, coordinator, "withdrawn")
    answer(adopted, coordinator, "given")
    with pytest.raises(Refused, match="given already"):
        answer(adopted, coordinator, "given")


def test_not_before_the_panel_has_decided(case, coordinator):
    with pytest.raises(Refused, match="once the panel has decided"):
        answer(case, coordinator, "given")


def test_not_for_a_day_to_come(adopted, coordinator):
    with pytest.raises(Refused, match="cannot be in the future"):
        answer(adopted, coordinator, "given", answered_on=clock.today() + timedelta(days=1))


def test_the_database_itself_refuses_support_without_consent(case):
    wrong = pytest.raises(IntegrityError, match="no_support_without_consent")
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_case SET stage = 'active' WHERE id = %s", [case.pk])


def test_the_ledger_is_only_added_to(adopted, coordinator):
    consent = answer(adopted, coordinator, "given")
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_consent SET answer = 'refused' WHERE id = %s", [consent.pk])


def test_a_reader_does_not_record_it(adopted, police_representative):
    with pytest.raises(PermissionDenied):
        answer(adopted, police_representative, "given")


def test_by_the_page(client, adopted, coordinator):
    client.force_login(coordinator)
    today = clock.today()
    answers = {
        "answer": "given",
        "answered_by": "parent",
        "how": "in_writing",
        "answered_on_day": today.day,
        "answered_on_month": today.month,
        "answered_on_year": today.year,
        "what_was_explained": "The leaflet, read together.",
    }
    page = reverse("cases:record_consent", args=[adopted.reference])
    assert "Refusing or withdrawing is never held against anybody." in client.get(page).content.decode()
    assert client.post(page, answers).url == adopted.get_absolute_url()
    assert Case.objects.get(pk=adopted.pk).stage == "active"
