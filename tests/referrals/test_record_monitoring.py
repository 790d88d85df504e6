"""How people describe themselves: asked after acceptance, kept apart, and shown nowhere that decides about them.

That it is not is asked in test_kept_apart.py.
"""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals.models import MonitoringAnswers
from referrals.operations import record_monitoring

CANARY = "Canarywords"
SAID = {"source": "person", "ethnicity": CANARY, "religion": CANARY, "nationality": CANARY, "disability": CANARY}


# What it does


def test_it_is_kept_under_the_individual_in_their_own_words(case, referral, coordinator):
    made = record_monitoring(referral, by=coordinator, source="person", ethnicity="Somali and Welsh")
    assert (made.individual, made.ethnicity, made.religion) == (referral.individual, "Somali and Welsh", "")


def test_nobody_is_described_by_guessing(case, referral, coordinator):
    with pytest.raises(Refused, match="nobody described"):
        record_monitoring(referral, by=coordinator, source="declined", religion="None")
    record_monitoring(referral, by=coordinator, source="declined")


def test_nor_does_the_database_take_a_guess(case, referral, coordinator, monkeypatch):
    monkeypatch.setattr("referrals.operations.monitoring.DESCRIBED", ("not_asked",))
    with pytest.raises(IntegrityError, match="nobody_is_described_by_guessing"), transaction.atomic():
        record_monitoring(referral, by=coordinator, source="not_asked", religion="None")


def test_on_the_page_and_over_the_endpoint(client, case, referral, coordinator):
    client.force_login(coordinator)
    page = reverse("referrals:record_monitoring", args=[referral.reference])
    assert client.post(page, SAID).url == referral.get_absolute_url()
    assert client.post(page, SAID | {"source": "declined"}).status_code == 422
    endpoint = reverse("referrals_api:record_monitoring", args=[referral.reference])
    assert client.post(endpoint, SAID, content_type="application/json").status_code == 201
    assert MonitoringAnswers.objects.count() == 2
    assert page in client.get(referral.get_absolute_url()).content.decode()


# What it records


def test_the_trail_says_that_it_was_asked_and_nothing_of_the_answers(case, referral, coordinator):
    record_monitoring(referral, by=coordinator, **SAID)
    entry = AuditEntry.objects.latest("pk")
    assert entry.sentence == "Monitoring answers recorded, for the returns."
    assert CANARY not in entry.changes


# When it refuses


def test_it_is_not_asked_before_acceptance(client, referral, coordinator):
    with pytest.raises(Refused, match="only after a referral has been accepted"):
        record_monitoring(referral, by=coordinator, **SAID)
    client.force_login(coordinator)
    assert "/monitoring/" not in client.get(referral.get_absolute_url()).content.decode()


# Who may


def test_who_may(case, referral, officer, chair, stranger, coordinator, governance):
    with pytest.raises(NotVisible):
        record_monitoring(referral, by=stranger, **SAID)
    with pytest.raises((NotVisible, PermissionDenied)):
        record_monitoring(referral, by=officer, **SAID)
    record_monitoring(referral, by=coordinator, **SAID)
    for person, seen in ((coordinator, 0), (chair, 0), (officer, 0), (stranger, 0), (governance, 1)):
        assert MonitoringAnswers.objects.permitted(person, "referrals.view_monitoringanswers").count() == seen
