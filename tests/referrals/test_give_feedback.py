"""Telling a referrer how their referral was, and their word back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from tests.referrals.test_ask_referrer import e_mails_about

SAID = {"what_helped": "You wrote what he said, and when.", "next_time": "Say who else saw it."}


@pytest.fixture
def told(referral, coordinator):
    operations.give_feedback(referral, by=coordinator, **SAID)
    return referral


# What it does


def test_the_referrer_reads_it_and_answers_on_their_own_page(client, told, officer, coordinator, do_errands):
    do_errands()
    assert [message.to for message in e_mails_about(told)] == [[officer.email]]
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[told.reference])).content.decode()
    assert SAID["what_helped"] in page
    assert SAID["next_time"] in page
    back = client.post(
        reverse("referrals:answer_feedback", args=[told.reference]), {"word_back": "Good to know."}, follow=True
    )
    assert "Your word back has been sent" in back.content.decode()
    client.force_login(coordinator)
    assert "Good to know." in client.get(told.get_absolute_url()).content.decode()


def test_it_may_say_only_what_helped(client, referral, coordinator):
    client.force_login(coordinator)
    url = reverse("referrals:give_feedback", args=[referral.reference])
    assert client.post(url, {"what_helped": "All of it."}).status_code == 302
    assert referral.feedback.next_time == ""


def test_the_same_over_the_endpoints(client, referral, coordinator, officer):
    client.force_login(coordinator)
    giving = reverse("referrals_api:give_feedback", args=[referral.reference])
    assert client.post(giving, SAID, content_type="application/json").status_code == 200
    client.force_login(officer)
    answering = reverse("referrals_api:answer_feedback", args=[referral.reference])
    assert client.post(answering, {"word_back": "Thanks."}, content_type="application/json").status_code == 200
    assert referral.feedback.word_back == "Thanks."


# What it records


def test_an_entry_without_the_words(told, officer):
    operations.answer_feedback(told, by=officer, word_back="Good to know.")
    answering, giving = AuditEntry.objects.about(told).acts()[:2]
    assert giving.sentence == "Feedback sent to the referrer."
    assert "Good" not in answering.changes + giving.changes


# When it refuses


def test_once_each(told, coordinator, officer):
    with pytest.raises(Refused, match="You have written"):
        operations.give_feedback(told, by=coordinator, **SAID)
    operations.answer_feedback(told, by=officer, word_back="Good to know.")
    with pytest.raises(Refused, match="You have answered"):
        operations.answer_feedback(told, by=officer, word_back="And more.")


def test_no_word_back_before_there_is_feedback(referral, officer):
    with pytest.raises(Refused, match="has not written"):
        operations.answer_feedback(referral, by=officer, word_back="Well?")


# Who may


def test_those_who_receive_referrals_give_it(referral, organiser, stranger):
    with pytest.raises(PermissionDenied):
        operations.give_feedback(referral, by=organiser, **SAID)
    with pytest.raises(NotVisible):
        operations.give_feedback(referral, by=stranger, **SAID)
