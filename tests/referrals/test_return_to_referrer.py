"""Returning a referral to its referrer with what is missing, and taking it up again."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from tests.referrals.test_ask_referrer import QUESTIONS, e_mails_about
from tests.referrals.test_end_referral import WORDS


@pytest.fixture
def returned(assessed, coordinator):
    operations.return_to_referrer(assessed, by=coordinator, questions=QUESTIONS)
    return assessed


# What it does


def test_the_referrer_is_asked_and_told(client, returned, officer, do_errands):
    assert returned.stage == "returned"
    do_errands()
    assert [message.to for message in e_mails_about(returned)] == [[officer.email]]
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[returned.reference])).content.decode()
    assert "asks you two questions" in page
    assert "returned" not in page.lower()


def test_it_is_in_triage_again_once_everything_is_answered(returned, officer):
    first, second = returned.questions.all()
    operations.answer_questions(returned, by=officer, **{first.reference: "I did."})
    assert returned.stage == "returned"
    operations.answer_questions(returned, by=officer, **{second.reference: "I do not know."})
    assert returned.stage == "in_triage"


def test_the_coordinator_goes_on_without_answers_and_they_may_still_come(client, returned, officer, coordinator):
    client.force_login(coordinator)
    url = reverse("referrals:go_on_without_answers", args=[returned.reference])
    assert client.post(url).status_code == 302
    returned.refresh_from_db()
    assert returned.stage == "in_triage"
    operations.answer_questions(returned, by=officer, **{returned.questions.first().reference: "I did."})


def test_the_same_over_the_endpoints(client, assessed, coordinator):
    client.force_login(coordinator)
    returning = reverse("referrals_api:return_to_referrer", args=[assessed.reference])
    assert client.post(returning, {"questions": "Who?"}, content_type="application/json").status_code == 200
    going_on = reverse("referrals_api:go_on_without_answers", args=[assessed.reference])
    assert client.post(going_on, {}, content_type="application/json").status_code == 200


# What it records


def test_one_line_of_the_history_and_the_asking_within_it(returned):
    outer, inner = AuditEntry.objects.about(returned).acts()[:2]
    assert (outer.what, inner.what) == ("referrals.return_to_referrer", "referrals.ask_referrer")
    assert inner.outer == outer.token


# When it refuses


def test_nothing_is_decided_while_it_is_with_the_referrer(returned, coordinator):
    with pytest.raises(Refused, match="has been asked for what is missing"):
        operations.end_referral(returned, by=coordinator, **WORDS)


def test_only_what_is_in_triage_is_returned_and_only_what_is_returned_goes_on(referral, coordinator):
    with pytest.raises(Refused, match="Judge how urgent this is first"):
        operations.return_to_referrer(referral, by=coordinator, questions=QUESTIONS)
    with pytest.raises(Refused):
        operations.go_on_without_answers(referral, by=coordinator)


# Who may


def test_the_coordinator_and_nobody_else(assessed, front_door, stranger):
    for person, refusal in ((front_door, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.return_to_referrer(assessed, by=person, questions=QUESTIONS)
        with pytest.raises(refusal):
            operations.go_on_without_answers(assessed, by=person)
