"""The short assessment, without which no referral ends or reaches a panel."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from referrals.models import TriageAssessment
from tests import factories

WORDS = {
    "what_worries": "He drew the same sign on three books.",
    "what_speaks_against": "It is the badge of a game.",
    "what_protects": "His grandmother, and the football club.",
    "what_would_change_your_mind": "If he drew it for somebody who asked him to.",
    "kind_of_need": "unknown",
    "complex_needs": "no",
}
ENDED = {
    "end_reason": "signposted", "onward_service": "school", "arranged": "A mentor from Monday.",
    "rationale": "The school helps.", "words_for_referrer": "Thank you.",
}  # fmt: skip


# What it does


def test_it_is_kept_and_a_later_one_counts(referral, coordinator):
    factories.received(referral, coordinator)
    operations.assess_referral(referral, by=coordinator, **WORDS)
    operations.assess_referral(referral, by=coordinator, **WORDS | {"what_worries": "Less than I thought."})
    assert referral.assessment.what_worries == "Less than I thought."
    assert referral.assessments.count() == 2


def test_it_holds_words_and_no_number():
    kinds = {field.get_internal_type() for field in TriageAssessment._meta.concrete_fields if not field.is_relation}
    assert kinds <= {"BigAutoField", "TextField", "CharField", "DateTimeField"}


# What it records


def test_one_entry_without_what_was_written(assessed):
    entry = AuditEntry.objects.latest("pk")
    assert (entry.what, entry.sentence) == ("referrals.assess_referral", "Short assessment kept.")
    assert "nobody would miss him" not in entry.changes


# When it refuses


def test_urgency_comes_first(referral, coordinator):
    with pytest.raises(Refused, match="Judge how urgent this is first"):
        operations.assess_referral(referral, by=coordinator, **WORDS)


def test_none_ends_or_reaches_a_panel_without_one(referral, coordinator, panel):
    factories.received(referral, coordinator)
    nothing = {"rationale": "Explained.", "words_for_referrer": "Thank you."}
    for decide in (
        lambda: operations.end_referral(referral, by=coordinator, **ENDED),
        lambda: operations.propose_no_further_action(referral, by=coordinator, end_reason="explained", **nothing),
        lambda: operations.record_acceptance(referral, by=coordinator, panel=panel, **nothing),
    ):
        with pytest.raises(Refused, match="Write the short assessment first"):
            decide()


@pytest.mark.parametrize("stage", ["ending", "accepted", "ended"])
def test_the_database_itself_refuses_an_end_without_one(referral, coordinator, stage):
    factories.received(referral, coordinator)
    past_the_operations = "UPDATE referrals_referral SET stage = %s WHERE id = %s"
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="without a short assessment"):
        cursor.execute(past_the_operations, [stage, referral.pk])


# Who may


def test_only_the_coordinator_assesses(referral, coordinator, front_door, officer):
    factories.received(referral, coordinator)
    with pytest.raises(PermissionDenied):
        operations.assess_referral(referral, by=front_door, **WORDS)
    with pytest.raises(NotVisible):
        operations.assess_referral(referral, by=officer, **WORDS)


# Its page


@pytest.mark.parametrize(
    ("button", "leads_to"),
    [
        ("Save and accept to a panel", "panels:accept_referral"),
        ("Save and end with other help", "referrals:end_referral"),
        ("Save and propose no further action", "referrals:propose_no_further_action"),
        ("Save and decide later", "referrals:view_referral"),
    ],
)
def test_each_button_keeps_it_and_leads_on(client, referral, coordinator, button, leads_to):
    factories.received(referral, coordinator)
    client.force_login(coordinator)
    url = reverse("referrals:assess_referral", args=[referral.reference])
    page = client.get(url).content.decode()
    (pressed,) = re.findall(rf"<button([^>]*)>\s*{button}", page)
    named = dict(re.findall(r'name="(next)" value="([^"]*)"', pressed))
    done = client.post(url, WORDS | named)
    assert done.url == reverse(leads_to, args=[referral.reference])
    assert referral.assessments.count() == 1


def test_no_form_leads_to_another_site(client, referral, coordinator):
    factories.received(referral, coordinator)
    client.force_login(coordinator)
    url = reverse("referrals:assess_referral", args=[referral.reference])
    for elsewhere in ("https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)"):
        assert client.post(url, WORDS | {"next": elsewhere}).url == referral.get_absolute_url()


def test_both_sides_are_asked_for(client, referral, coordinator):
    factories.received(referral, coordinator)
    client.force_login(coordinator)
    url = reverse("referrals:assess_referral", args=[referral.reference])
    page = client.post(url, WORDS | {"what_speaks_against": ""})
    assert page.status_code == 422
    assert "Enter an answer to “What speaks against the worry?”" in page.content.decode()
