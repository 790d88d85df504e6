"""Receiving a referral: urgency first, and who is best placed to help now."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from referrals import operations
from referrals.models import Referral
from tests import factories


@pytest.fixture
def words(school):
    return {
        "urgency": "urgent",
        "reason": "He has not been at school today.",
        "best_placed": school,
        "social_care": "children",
    }


# What it does


def test_the_reason_and_the_best_placed_are_kept_and_the_referral_is_in_triage(referral, coordinator, words, school):
    operations.judge_urgency(referral, by=coordinator, **words)
    referral.refresh_from_db()
    judged = referral.urgency_judgement
    assert (referral.stage, referral.is_urgent) == ("in_triage", True)
    assert (judged.urgency, judged.reason, judged.best_placed, judged.judged_by) == (
        "urgent", words["reason"], school, coordinator,
    )  # fmt: skip
    assert referral.parallel_referral.answer == "children"


def test_a_later_judgement_takes_the_place_of_an_earlier_one_which_stays(referral, coordinator, words):
    operations.judge_urgency(referral, by=coordinator, **words)
    operations.judge_urgency(referral, by=coordinator, **words | {"urgency": "usual", "reason": "He is at his aunt's."})
    assert [each.urgency for each in referral.urgency_judgements.all()] == ["urgent", "usual"]
    assert referral.urgency_judgement.urgency == "usual"
    assert not Referral.objects.get(pk=referral.pk).is_urgent
    assert referral.parallel_referrals.count() == 1  # Said again, and nothing new.


def test_in_an_emergency_the_call_is_kept_with_its_time(referral, coordinator, words):
    yesterday = clock.today() - timedelta(days=1)
    said = words | {"urgency": "emergency", "called": "999", "called_on": yesterday, "called_at": time(14, 5)}
    operations.judge_urgency(referral, by=coordinator, **said)
    judged = referral.urgency_judgement
    assert judged.called == "999"
    assert clock.day_of(judged.called_at) == yesterday


def test_whoever_handles_the_cases_of_the_best_placed_can_read_it_while_it_is_in_triage(
    referral, coordinator, representative, childrens_services, colleague, words
):
    view = rules["referrals.view_referral"]
    assert not view.permits(representative, referral)
    operations.judge_urgency(referral, by=coordinator, **words | {"best_placed": childrens_services})
    assert view.permits(representative, referral)
    assert not view.permits(colleague, referral)
    operations.judge_urgency(referral, by=coordinator, **words)
    assert not view.permits(representative, referral)


# What it records


def test_one_entry_without_the_reason(referral, coordinator, words):
    operations.judge_urgency(referral, by=coordinator, **words)
    entry = AuditEntry.objects.latest("pk")
    assert entry.what == "referrals.judge_urgency"
    assert "school today" not in entry.changes


# When it refuses


def test_an_emergency_is_called_first(referral, coordinator, words):
    with pytest.raises(Refused, match="Call 999 or the duty line first") as refusal:
        operations.judge_urgency(referral, by=coordinator, **words | {"urgency": "emergency"})
    assert refusal.value.field == "called"
    with pytest.raises(Refused, match="on which day and at what time"):
        operations.judge_urgency(referral, by=coordinator, **words | {"urgency": "emergency", "called": "999"})
    later = {"called": "999", "called_on": clock.today() + timedelta(days=1), "called_at": time(9)}
    with pytest.raises(Refused, match="still to come"):
        operations.judge_urgency(referral, by=coordinator, **words | {"urgency": "emergency"} | later)
    assert Referral.objects.get(pk=referral.pk).stage == "submitted"


def test_social_care_is_left_out_only_with_a_reason(referral, coordinator, words):
    with pytest.raises(Refused, match="Say why social care does not need to be told"):
        operations.judge_urgency(referral, by=coordinator, **words | {"social_care": "not_needed"})


def test_an_agency_of_another_area_is_not_named(referral, coordinator, words, other_area):
    far = factories.agency(other_area, "Far School")
    with pytest.raises(Refused, match="does not serve this area"):
        operations.judge_urgency(referral, by=coordinator, **words | {"best_placed": far})


def test_the_database_keeps_one_judgement_in_force(referral, coordinator, words, monkeypatch):
    operations.judge_urgency(referral, by=coordinator, **words)
    monkeypatch.setattr(Referral, "urgency_judgement", None)
    with pytest.raises(DatabaseError, match="one_judgement_of_urgency_stands"), transaction.atomic():
        operations.judge_urgency(referral, by=coordinator, **words)


# Who may


def test_a_front_door_receives_and_passes_on_and_decides_nothing(client, referral, front_door, words, school):
    operations.judge_urgency(referral, by=front_door, **words)
    operations.record_parallel_referral(referral, by=front_door, answer="both")
    with pytest.raises(PermissionDenied):
        factories.assessed(referral, front_door)
    client.force_login(front_door)
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "Judge its urgency again" in page
    assert "Write the short assessment" not in page


def test_nobody_else_judges(referral, officer, stranger, organiser, words):
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.judge_urgency(referral, by=person, **words)
    with pytest.raises(PermissionDenied):
        operations.judge_urgency(referral, by=organiser, **words)


# Its page


def test_the_referrals_own_page_asks_and_leads_a_coordinator_to_the_assessment(
    client, referral, coordinator, words, school
):
    client.force_login(coordinator)
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "Urgency first" in page
    url = reverse("referrals:judge_urgency", args=[referral.reference])
    done = client.post(url, words | {"best_placed": school.slug})
    assert done.url == reverse("referrals:assess_referral", args=[referral.reference])


def test_the_page_leads_a_front_door_back_to_the_referral(client, referral, front_door, words, school):
    client.force_login(front_door)
    url = reverse("referrals:judge_urgency", args=[referral.reference])
    assert client.post(url, words | {"best_placed": school.slug}).url == referral.get_absolute_url()


def test_what_is_missing_is_said_beside_the_question(client, referral, coordinator, words, school):
    client.force_login(coordinator)
    url = reverse("referrals:judge_urgency", args=[referral.reference])
    page = client.post(url, words | {"best_placed": school.slug, "urgency": "emergency"})
    assert page.status_code == 409
    assert "Call 999 or the duty line first" in page.content.decode()


def test_the_areas_threshold_note_stands_beside_the_question_as_text(client, referral, coordinator, area):
    factories.policy(area, TriagePolicy, threshold_note="Level 3 <b>and</b> above: ring first.")
    client.force_login(coordinator)
    for page in (referral.get_absolute_url(), reverse("referrals:judge_urgency", args=[referral.reference])):
        assert "Level 3 &lt;b&gt;and&lt;/b&gt; above: ring first." in client.get(page).content.decode()


def test_later_social_care_is_told_after_all(client, referral, coordinator):
    factories.received(referral, coordinator, social_care="unknown")
    client.force_login(coordinator)
    url = reverse("referrals:record_parallel_referral", args=[referral.reference])
    assert client.get(url).status_code == 200
    assert client.post(url, {"answer": "children"}).status_code == 302
    assert [said.answer for said in referral.parallel_referrals.all()] == ["unknown", "children"]


def test_who_handles_cases_is_asked_at_home_to_help_now(client, referral, coordinator, representative, words, area):
    services = factories.agency(area, "Family Hub", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY)
    handler = factories.person(services, "representative", "Hana Hub")
    operations.judge_urgency(referral, by=coordinator, **words | {"best_placed": services})
    client.force_login(handler)
    assert f"Your agency was named to help now: referral {referral.reference}" in client.get("/").content.decode()
    client.force_login(representative)
    assert referral.reference not in client.get("/").content.decode()
