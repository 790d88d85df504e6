"""Advice without identity: asked about nobody in particular, answered, counted, and forgotten by itself."""

import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry, DigestKey
from prevent_cases.audit.records import key_of
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.reference.models import EnquiryPolicy
from referrals import operations
from referrals.models import Enquiry, Referral
from referrals.tasks import forget_enquiries
from tests import factories

QUESTION = "A pupil draws the same sign on every book. Is that something to refer?"
ANSWER = "It can be. Ask what it means to them, and refer if you still wonder."


@pytest.fixture
def enquiry(officer, school):
    return factories.enquiry(officer, school)


@pytest.fixture
def answered(enquiry, coordinator):
    operations.answer_enquiry(enquiry, by=coordinator, answer=ANSWER)
    return enquiry


def kept_anywhere(words: str) -> list[str]:
    """The tables in which some words can still be found, history and trail among them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" AS row WHERE row::text LIKE %s)', [f"%{words}%"])
            found += [table] if cursor.fetchone()[0] else []
    return found


# What it does


def test_the_page_asks_and_no_referral_is_made(client, officer, area, school):
    client.force_login(officer)
    url = reverse("referrals:ask_for_advice", args=[area.slug])
    page = client.get(url).content.decode()
    assert "Do not write who it is about" in page
    assert "removed 28 days after the answer" in page
    sent = client.post(url, {"question": QUESTION, "for_agency": school.slug, "names_nobody": "on"}, follow=True)
    assert "Question sent." in sent.content.decode()
    assert Enquiry.objects.get().sector == school.sector
    assert not Referral.objects.exists()


def test_the_coordinator_finds_it_at_home_and_answers(client, enquiry, coordinator, officer, do_errands):
    client.force_login(coordinator)
    assert f"Answer question {enquiry.reference}" in client.get("/").content.decode()
    answer = client.post(reverse("referrals:answer_enquiry", args=[enquiry.reference]), {"answer": ANSWER})
    assert answer.status_code == 302
    do_errands()
    do_errands()
    (told,) = [message for message in mail.outbox if enquiry.reference in message.body]
    assert told.to == [officer.email]
    assert ANSWER not in told.body
    client.force_login(officer)
    assert ANSWER in client.get(enquiry.get_absolute_url()).content.decode()


def test_the_words_go_and_the_number_stays(answered, officer, coordinator):
    assert kept_anywhere("the same sign") == ["referrals_enquiry"]
    operations.forget_enquiry(answered, by=coordinator)
    assert kept_anywhere("the same sign") == kept_anywhere("Ask what it means") == []
    left = Enquiry.objects.get(pk=answered.pk)
    assert (left.sector, left.area, left.asked_by, left.for_agency, left.answered_by) == (
        "education",
        answered.area,
        None,
        None,
        None,
    )


def test_they_go_by_themselves_as_many_days_after_the_answer_as_the_area_decided(area, answered):
    factories.policy(area, EnquiryPolicy, kept_for=10)
    for days, gone in ((9, False), (10, True)):
        with clock.at(answered.answered_at + timedelta(days=days)):
            forget_enquiries()
        answered.refresh_from_db()
        assert bool(answered.forgotten_at) == gone
    forget_enquiries()


def test_what_nobody_answers_goes_too(enquiry):
    with clock.at(enquiry.asked_at + timedelta(days=60)):
        forget_enquiries()
    enquiry.refresh_from_db()
    assert enquiry.question == ""


def test_whoever_answers_sees_how_much_was_asked_from_where(client, answered, officer, coordinator):
    operations.forget_enquiry(answered, by=coordinator)
    factories.enquiry(officer, answered.area.agencies.get())
    for person, counted in ((coordinator, [("Education", 2)]), (officer, [])):
        client.force_login(person)
        assert client.get(reverse("referrals:list_enquiries")).context["counts"] == counted


def test_the_same_over_the_endpoints(client, area, school, officer, coordinator):
    client.force_login(officer)
    asking = reverse("referrals_api:ask_for_advice", args=[area.slug])
    sent = {"question": QUESTION, "for_agency": school.slug, "names_nobody": True}
    assert client.post(asking, sent, content_type="application/json").status_code == 201
    reference = Enquiry.objects.get().reference
    client.force_login(coordinator)
    answering = reverse("referrals_api:answer_enquiry", args=[reference])
    assert client.post(answering, {"answer": ANSWER}, content_type="application/json").status_code == 200
    assert client.get(reverse("referrals_api:view_enquiry", args=[reference])).json()["answer"] == ANSWER
    forgetting = reverse("referrals_api:forget_enquiry", args=[reference])
    assert client.post(forgetting, {}, content_type="application/json").status_code == 200
    (row,) = client.get(reverse("referrals_api:list_enquiries")).json()["results"]
    assert row.keys() == {"reference", "sector", "asked_at", "answered_at", "forgotten_at"}


# What it records


def test_entries_without_a_word_and_without_the_key_of_their_digests(answered, coordinator):
    before = bytes(DigestKey.objects.get(about=key_of(answered)).key)
    operations.forget_enquiry(answered, by=coordinator)
    assert bytes(DigestKey.objects.get(about=key_of(answered)).key) != before
    sentences = [entry.sentence for entry in AuditEntry.objects.about(answered).acts()]
    assert sentences == [
        "Question and answer removed. That there was a question stays.",
        "Answer sent. Whoever asked is told by e-mail that it is there.",
        "Question sent. You are told by e-mail when it is answered.",
    ]


def test_the_database_itself_keeps_no_words_of_what_is_forgotten(enquiry):
    with (
        pytest.raises(IntegrityError, match="a_forgotten_enquiry_holds_no_words"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE referrals_enquiry SET forgotten_at = now() WHERE id = %s", [enquiry.pk])


# When it refuses


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("Write to ashwin@home.example.", "an e-mail address"),
        ("He was born on 3 March 2009.", "a date of birth"),
        ("Ring 01632 960 147.", "a telephone number"),
        ("He lives in HM1 2AB.", "a postcode"),
        ("a" * 4001, "4,000 characters at most"),
    ],
)
def test_what_would_tell_who_it_is_no_program_sends_or_answers(area, officer, school, coordinator, enquiry, told, what):
    with pytest.raises(Refused, match=what) as refused:
        operations.ask_for_advice(area, by=officer, for_agency=school, question=told, names_nobody=True)
    assert refused.value.field == "question"
    with pytest.raises(Refused, match=what) as refused:
        operations.answer_enquiry(enquiry, by=coordinator, answer=told)
    assert refused.value.field == "answer"
    enquiry.refresh_from_db()
    assert (list(Enquiry.objects.all()), enquiry.answer) == ([enquiry], "")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Write to mum@home.example about it", "an e-mail address"),
        ("He was born on 3/5/2011", "a date of birth"),
        ("Born on the 3rd of May 2011, in care", "a date of birth"),
        ("Ring 07700 900123 after school", "a telephone number"),
        ("They live at AB1 2CD", "a postcode"),
    ],
)
def test_what_would_tell_who_it_is_has_to_come_out_first(client, officer, area, school, words, what):
    client.force_login(officer)
    sent = {"question": words, "for_agency": school.slug, "names_nobody": "on"}
    page = client.post(reverse("referrals:ask_for_advice", args=[area.slug]), sent)
    assert page.status_code == 422
    assert f"This looks as if it holds {what}" in page.content.decode()
    assert not Enquiry.objects.exists()


def test_a_question_of_any_length_is_answered_at_once(client, officer, area, school):
    client.force_login(officer)
    sent = {"question": "a" * 500_000, "for_agency": school.slug, "names_nobody": "on"}
    before = time.monotonic()
    assert client.post(reverse("referrals:ask_for_advice", args=[area.slug]), sent).status_code == 422
    assert time.monotonic() - before < 10


def test_nobody_answers_twice_or_what_is_gone(answered, coordinator):
    with pytest.raises(Refused, match="has been answered"):
        operations.answer_enquiry(answered, by=coordinator, answer="More.")
    operations.forget_enquiry(answered, by=coordinator)
    with pytest.raises(Refused, match="Nothing of it is left"):
        operations.answer_enquiry(answered, by=coordinator, answer="More.")
    with pytest.raises(AlreadyDone):
        operations.forget_enquiry(answered, by=coordinator)
    with pytest.raises(AlreadyDone):
        operations.tell_enquirer(answered, by=system_user())


def test_nothing_is_no_question_and_no_answer_whoever_writes_it(enquiry, coordinator, officer, area, school):
    for nothing in ("", " \n"):
        with pytest.raises(Refused, match="Write something first"):
            operations.answer_enquiry(enquiry, by=coordinator, answer=nothing)
        with pytest.raises(Refused, match="Write something first"):
            operations.ask_for_advice(area, by=officer, for_agency=school, question=nothing, names_nobody=True)
    says = pytest.raises(IntegrityError, match="an_answered_enquiry_says_something_and_who_says_it")
    with says, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE referrals_enquiry SET answered_at = now(), answered_by_id = %s", [coordinator.pk])


def test_only_for_an_agency_of_the_area_that_one_works_for(officer, area, childrens_services):
    with pytest.raises(Refused, match="that you work for"):
        operations.ask_for_advice(area, by=officer, for_agency=childrens_services, question=QUESTION, names_nobody=True)


def test_not_without_the_confirmation_that_it_names_nobody(officer, area, school):
    with pytest.raises(Refused, match="names nobody"):
        operations.ask_for_advice(area, by=officer, for_agency=school, question=QUESTION, names_nobody=False)


# Who may


def test_who_asks_reads_answers_and_removes(client, enquiry, area, school, organiser, stranger, coordinator, officer):
    beside = factories.person(school, PostKind.OFFICER, "Tess Teacher")
    front_door = factories.person(area, PostKind.FRONT_DOOR, "Fern Frontdoor")
    for person, status in ((officer, 200), (coordinator, 200), (front_door, 200), (beside, 404), (stranger, 404)):
        client.force_login(person)
        assert client.get(enquiry.get_absolute_url()).status_code == status
    for person, refusal in ((officer, PermissionDenied), (organiser, NotVisible), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.answer_enquiry(enquiry, by=person, answer="x")
        with pytest.raises(refusal):
            operations.forget_enquiry(enquiry, by=person)


# How often it queries


def test_as_many_queries_at_one_row_as_at_twenty(client, enquiry, officer, area, school, queries_of):
    client.force_login(officer)
    at_one = queries_of(reverse("referrals:list_enquiries"))
    for _ in range(19):
        factories.enquiry(officer, school)
    assert queries_of(reverse("referrals:list_enquiries")) == at_one <= 12
