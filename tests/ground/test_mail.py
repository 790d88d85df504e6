"""Mail: a reference and a link, and the same identifier when a crash sends it twice."""

import re

import pytest
from django.core import mail

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import system_user
from prevent_cases.mail import send_mail


@pytest.fixture
def message(officer):
    accounts.send_invitation(officer, by=system_user())
    return mail.outbox[-1]


def test_its_subject_says_nothing(message):
    assert message.subject == "Something is waiting for you"


def test_its_link_leads_to_the_service(message, settings):
    assert settings.PUBLIC_URL + "/password/choose/" in message.body


def test_sent_twice_it_has_one_identifier(officer, message):
    accounts.send_invitation(officer, by=system_user())
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]


def test_its_identifier_says_neither_what_it_is_for_nor_about_what_and_differs_with_each_effect(officer):
    for key in ("conference-asked-H7KQ2MXT4B", "conference-called-H7KQ2MXT4B"):
        send_mail("referrals/email/news.txt", to=officer, key=key, path="/")
    first, second = (message.extra_headers["Message-ID"] for message in mail.outbox)
    assert first != second
    assert re.fullmatch(r"<[0-9a-f]{32}@[a-z.-]+>", first)


def test_it_goes_to_one_person_and_nobody_reads_anothers_address(officer, message):
    assert message.recipients() == [officer.email]
