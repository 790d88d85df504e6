"""Ending a referral at the front door, and telling the referrer."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connections
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from referrals.models import Referral, TriageDecision

WORDS = {
    "end_reason": "explained",
    "rationale": "His brother plays in the film he quoted.",
    "words_for_referrer": "We looked into it and there is no need to do more. Thank you.",
}


# What it does


def test_the_reason_is_kept_and_the_referral_has_ended(referral, coordinator):
    operations.end_referral(referral, by=coordinator, **WORDS)
    referral.refresh_from_db()
    assert referral.stage == "ended"
    assert referral.decision.rationale == "His brother plays in the film he quoted."


def test_the_referrer_is_told_once_by_an_e_mail_without_personal_data(referral, coordinator, officer, do_errands):
    operations.end_referral(referral, by=coordinator, **WORDS)
    do_errands()
    do_errands()
    told = [message for message in mail.outbox if message.to == [officer.email] and referral.reference in message.body]
    assert len(told) == 1
    for secret in (referral.given_names, referral.family_name, "Prevent", WORDS["words_for_referrer"]):
        assert secret not in told[0].body + told[0].subject
    assert reverse("referrals:follow_referral", args=[referral.reference]) in told[0].body


def test_the_referrer_reads_exactly_the_released_words(client, referral, coordinator, officer):
    operations.end_referral(referral, by=coordinator, **WORDS)
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[referral.reference])).content.decode()
    assert WORDS["words_for_referrer"] in page
    assert WORDS["rationale"] not in page


# What it records


def test_one_entry_that_holds_no_reason(referral, coordinator):
    operations.end_referral(referral, by=coordinator, **WORDS)
    entry = AuditEntry.objects.latest("pk")
    assert (entry.what, entry.sentence) == ("referrals.end_referral", "Referral ended.")
    assert "film" not in entry.changes


# When it refuses


def test_a_decided_referral_is_not_decided_again(client, referral, coordinator):
    operations.end_referral(referral, by=coordinator, **WORDS)
    with pytest.raises(Refused, match="This referral has been decided: ended"):
        operations.end_referral(referral, by=coordinator, **WORDS)
    client.force_login(coordinator)
    page = client.get(reverse("referrals:end_referral", args=[referral.reference]))
    assert "This referral has been decided" in page.content.decode()
    late = client.post(reverse("referrals:end_referral", args=[referral.reference]), WORDS)
    assert late.status_code == 409
    assert "This referral has been decided" in late.content.decode()


def test_eight_at_once_make_one_decision_and_one_entry(committed, referral, coordinator):
    def decide(_):
        try:
            operations.end_referral(
                Referral.objects.get(pk=referral.pk), by=type(coordinator).objects.get(pk=coordinator.pk), **WORDS
            )
            return "done"
        except Refused:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(decide, range(8)))
    assert sorted(answers) == ["done"] + ["refused"] * 7
    assert TriageDecision.objects.filter(referral=referral).count() == 1
    assert AuditEntry.objects.filter(what="referrals.end_referral").count() == 1


# Who may


def test_only_the_coordinator_of_the_area_triages(referral, officer, stranger, organiser):
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.end_referral(referral, by=person, **WORDS)
    with pytest.raises(Exception, match="You may see this, but not end referral"):
        operations.end_referral(referral, by=organiser, **WORDS)


def test_a_page_without_reasons_says_what_is_missing(client, referral, coordinator):
    client.force_login(coordinator)
    page = client.post(reverse("referrals:end_referral", args=[referral.reference]), {})
    assert page.status_code == 422
    assert "Enter your reasons" in page.content.decode()
    assert Referral.objects.get(pk=referral.pk).stage == "submitted"
