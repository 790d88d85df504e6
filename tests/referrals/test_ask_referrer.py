"""Asking a referrer something, and being answered on their own page."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import InternalError, connection, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from referrals.models import standing_of
from tests import factories
from tests.referrals.test_end_referral import WORDS

QUESTIONS = ["Who saw the drawing?", "Has his mother been spoken to?"]


@pytest.fixture
def asked(referral, coordinator):
    operations.ask_referrer(referral, by=coordinator, questions=QUESTIONS)
    return referral


def own_page(client, referral) -> str:
    client.force_login(referral.referred_by)
    return client.get(reverse("referrals:follow_referral", args=[referral.reference])).content.decode()


def e_mails_about(referral) -> list:
    """Those that lead to this referral."""
    return [message for message in mail.outbox if referral.reference in message.body]


# What it does


def test_the_referrer_is_told_by_an_e_mail_that_says_nothing(asked, officer, do_errands):
    do_errands()
    do_errands()
    (told,) = e_mails_about(asked)
    assert told.to == [officer.email]
    for secret in (asked.given_names, asked.family_name, "Prevent", *QUESTIONS):
        assert secret not in told.body + told.subject


def test_they_are_told_of_each_news_and_the_e_mails_are_two(asked, coordinator, do_errands):
    do_errands()
    with clock.at(clock.now() + timedelta(hours=1)):
        operations.ask_referrer(asked, by=coordinator, questions=["Since when?"])
        do_errands()
    assert len({message.extra_headers["Message-ID"] for message in e_mails_about(asked)}) == 2


def test_a_decision_is_told_to_somebody_who_was_asked_before(asked, coordinator, do_errands):
    do_errands()
    with clock.at(clock.now() + timedelta(hours=1)):
        factories.assessed(asked, coordinator)
        operations.end_referral(asked, by=coordinator, **WORDS)
        do_errands()
    assert len(e_mails_about(asked)) == 2


def test_every_question_has_a_box_on_the_referrers_own_page(client, asked):
    page = own_page(client, asked)
    assert "asks you two questions" in page
    for question in asked.questions.all():
        assert question.text in page
        assert f'name="{question.reference}"' in page


def test_several_are_answered_at_once_and_the_rest_waits(client, asked, officer):
    client.force_login(officer)
    first, second = asked.questions.all()
    url = reverse("referrals:answer_questions", args=[asked.reference])
    page = client.post(url, {first.reference: "I did, on Monday."}, follow=True).content.decode()
    assert "Answers sent." in page
    assert f'name="{second.reference}"' in page
    assert f'name="{first.reference}"' not in page
    first.refresh_from_db()
    assert (first.answer, first.answered_by) == ("I did, on Monday.", officer)
    client.post(url, {second.reference: "I do not know."})
    assert standing_of(type(asked).objects.get(pk=asked.pk)) == "with_coordinator"


def test_those_who_asked_read_the_answers_beside_the_referral_and_on_their_home_page(client, asked, coordinator):
    first, second = asked.questions.all()
    operations.answer_questions(asked, by=asked.referred_by, **{first.reference: "I did.", second.reference: "Yes."})
    client.force_login(coordinator)
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "I did." in page
    assert "Yes." in page
    assert f"Read what was added or answered: referral {asked.reference}" in client.get("/").content.decode()


def test_the_page_takes_a_question_from_each_line(client, referral, coordinator):
    client.force_login(coordinator)
    url = reverse("referrals:ask_referrer", args=[referral.reference])
    assert client.post(url, {"questions": "Who?\r\n\r\n When? \r\n"}).status_code == 302
    assert [question.text for question in referral.questions.all()] == ["Who?", "When?"]


def test_the_same_over_the_endpoints(client, referral, coordinator, officer):
    client.force_login(coordinator)
    asking = reverse("referrals_api:ask_referrer", args=[referral.reference])
    assert client.post(asking, {"questions": "Who?\nWhen?"}, content_type="application/json").status_code == 200
    client.force_login(officer)
    following = reverse("referrals_api:follow_referral", args=[referral.reference])
    first, second = client.get(following).json()["questions"]
    answering = reverse("referrals_api:answer_questions", args=[referral.reference])
    answer = client.post(answering, {first["reference"]: "His form tutor."}, content_type="application/json")
    assert answer.status_code == 200
    read = client.get(following).json()
    assert [question["answer"] for question in read["questions"]] == ["His form tutor.", ""]
    assert (read["standing"], second["text"]) == ("asked", "When?")
    assert client.post(answering, {"who": "x"}, content_type="application/json").status_code == 422


# What it records


def test_an_entry_of_asking_and_one_of_answering_without_a_word_of_either(asked, officer):
    question = asked.questions.first()
    operations.answer_questions(asked, by=officer, **{question.reference: "I did."})
    answering, asking = AuditEntry.objects.about(asked).acts()[:2]
    assert (asking.sentence, answering.sentence) == ("Referrer asked.", "Answers sent.")
    assert "drawing" not in asking.changes + answering.changes


def test_a_question_is_never_edited_and_an_answer_stands(asked, officer):
    question = asked.questions.first()
    operations.answer_questions(asked, by=officer, **{question.reference: "I did."})
    with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
        overwrite(question, text="Who lied?")
    with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
        overwrite(question, answer="She did.")


def overwrite(question, **values):
    """As a statement of somebody's own would, past every operation."""
    (column, value), *_ = values.items()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE referrals_referralquestion SET {column} = %s WHERE id = %s", [value, question.pk])


# When it refuses


def test_an_answer_is_given_once(asked, officer):
    question = asked.questions.first()
    operations.answer_questions(asked, by=officer, **{question.reference: "I did."})
    with pytest.raises(Refused, match="Its answer stands"):
        operations.answer_questions(asked, by=officer, **{question.reference: "She did."})


def test_nothing_is_asked_or_answered_of_a_decided_referral(asked, coordinator, officer):
    question = asked.questions.first()
    operations.end_referral(factories.assessed(asked, coordinator), by=coordinator, **WORDS)
    with pytest.raises(Refused, match="asked nothing more"):
        operations.ask_referrer(asked, by=coordinator, questions=["Why?"])
    with pytest.raises(Refused, match="You can still add to it"):
        operations.answer_questions(asked, by=officer, **{question.reference: "I did."})


def test_empty_boxes_and_too_many_questions_are_told_kindly(client, asked, officer, coordinator):
    client.force_login(officer)
    page = client.post(reverse("referrals:answer_questions", args=[asked.reference]), {})
    assert page.status_code == 422
    assert "“I do not know” is an answer" in page.content.decode()
    client.force_login(coordinator)
    url = reverse("referrals:ask_referrer", args=[asked.reference])
    assert "Ask at most 10 questions" in client.post(url, {"questions": "Who?\n" * 11}).content.decode()
    assert "shorter than 1000 characters" in client.post(url, {"questions": "a" * 1001}).content.decode()
    assert client.post(url, {"questions": "\n \n"}).status_code == 422


# Who may


def test_who_asks_and_who_answers(asked, area, school, organiser, stranger, coordinator):
    front_door = factories.person(area, PostKind.FRONT_DOOR, "Fern Frontdoor")
    operations.ask_referrer(asked, by=front_door, questions=["Where?"])
    with pytest.raises(PermissionDenied):
        operations.ask_referrer(asked, by=organiser, questions=["Where?"])
    with pytest.raises(NotVisible):
        operations.ask_referrer(asked, by=stranger, questions=["Where?"])
    question = asked.questions.first()
    for person, refusal in ((coordinator, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.answer_questions(asked, by=person, **{question.reference: "x"})
    beside = factories.person(school, PostKind.OFFICER, "Tess Teacher")
    with pytest.raises(NotVisible):
        operations.answer_questions(asked, by=beside, **{question.reference: "x"})


# How often it queries


def test_the_referrers_page_asks_as_much_with_one_question_as_with_ten(client, referral, coordinator, queries_of):
    url = reverse("referrals:follow_referral", args=[referral.reference])
    operations.ask_referrer(referral, by=coordinator, questions=["Who?"])
    client.force_login(referral.referred_by)
    with_one = queries_of(url)
    operations.ask_referrer(referral, by=coordinator, questions=[f"And {number}?" for number in range(9)])
    assert queries_of(url) == with_one <= 12
