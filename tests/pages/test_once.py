"""Sent twice, done once (goal R-03): pressed again, sent again after an answer that was lost, or twice at once."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from actions.models import Action
from cases.models import Letter
from panels.models import ConferenceRequest
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.models import Upload
from prevent_cases.pages.models import Draft, SentOnce
from prevent_cases.pages.tasks import forget_sent
from prevent_cases.reference.models import ReferringPolicy
from referrals.models import (
    EndProposal,
    Enquiry,
    PublicConcern,
    Referral,
    ReferralAddition,
    ReferralQuestion,
    SecondReading,
)
from referrals.operations import ask_second_reader, propose_no_further_action
from tests import factories
from tests.architecture import product
from tests.test_endpoints import REFERRAL

JSON, PROBLEM = "application/json", "application/problem+json"
KEY_ON_PAGE = re.compile(r'name="once" value="([\w-]{22})"')
AGAIN = "You have sent this page already"
EXACTLY_THIS = "You have sent exactly this at"
APPS = {"ask_for_conference": "panels", "agree_action": "actions", "write_letter": "cases"}
END = {"end_reason": "explained", "rationale": "A misunderstanding.", "words_for_referrer": "Thank you."}


def key_on(page) -> str:
    """The key of the last form on a page: those of its navigation stand before."""
    return KEY_ON_PAGE.findall(page.content.decode())[-1]


def done() -> int:
    """How many things were done, as the trail has them."""
    return AuditEntry.objects.acts().count()


@pytest.fixture
def everything(area, school, officer, referral, coordinator, lead, panel, police):
    """What makes something new: who does it, its page, what they write, what it makes."""
    factories.policy(area, ReferringPolicy, public_form=True)
    factories.received(referral, coordinator)
    lawful = factories.assessed(factories.referral(officer, rests_on_lawful_expression=True), coordinator)
    reader = factories.person(factories.agency(area, "Mill School"), "safeguarding_lead", "Rita Reader")
    ask_second_reader(lawful, by=coordinator, reader=reader)
    ending = factories.assessed(factories.referral(officer), coordinator)
    propose_no_further_action(ending, by=coordinator, **END)
    second = factories.person(area, "coordinator", "Cem Coordinator")
    question = {"question": "A pupil draws signs.", "for_agency": school.slug, "names_nobody": True}
    case = factories.case(factories.referral(officer, born_on=date(1990, 5, 1)), coordinator, panel)
    factories.share(case, police, coordinator)
    due = clock.today() + timedelta(days=9)
    action = {"what": "Ring his mother.", "agency": police.slug, "due_on": due.isoformat()}
    action |= {"due_on_day": due.day, "due_on_month": due.month, "due_on_year": due.year}
    letter = {"added": "Come with a friend.", "knows_who_opens": "yes", "who_opens_post": "He does.", "name": "Ashwin"}
    letter |= {"why_safe": "He asked for it.", "kind": "told", "to_whom": "person"}
    return [
        (coordinator, "agree_action", case.reference, action, Action),
        (coordinator, "write_letter", case.reference, letter, Letter),
        (officer, "ask_for_advice", area.slug, question, Enquiry),
        (officer, "add_to_referral", referral.reference, {"text": "He came back."}, ReferralAddition),
        (coordinator, "ask_referrer", referral.reference, {"questions": "Where is he?"}, ReferralQuestion),
        (coordinator, "ask_for_conference", referral.reference, {"reason": "He means Friday."}, ConferenceRequest),
        # Whoever has done it no longer sees it.
        (reader, "give_second_reading", lawful.reference, {"remains": "no", "reasons": "Nothing."}, SecondReading),
        (second, "confirm_no_further_action", ending.reference, {"why_still": "Asked the school."}, EndProposal),
    ]


def address_of(name: str, place: str, *, of: str = "") -> str:
    return reverse(f"{APPS.get(name, 'referrals')}{of}:{name}", args=[place])


def made(kind: type[Model]) -> int:
    answered = {SecondReading: {"read_at__isnull": False}, EndProposal: {"answered_at__isnull": False}}
    return kind.objects.filter(**answered.get(kind, {})).count()


# Pages


def test_whatever_is_pressed_three_times_is_done_once_and_leads_to_the_same_place(client, everything):
    for person, name, place, said, kind in everything:
        client.force_login(person)
        url, before, acts = address_of(name, place), made(kind), done()
        sent = said | {"once": key_on(client.get(url))}
        answers = [client.post(url, sent, follow=True) for _ in range(3)]
        assert [answer.redirect_chain for answer in answers] == [answers[0].redirect_chain] * 3, name
        assert (made(kind), done()) == (before + 1, acts + 1), name
        # Each says what was done, since the first answer may have been lost.
        banners = [answer.content.decode().count("govuk-notification-banner--success") for answer in answers]
        assert banners == [1, 1, 1], name
        back_on = client.get(url)
        if back_on.status_code == 200 and not back_on.context["obstacle"]:
            # The browser has fetched it anew, and filled in what was written.
            back = said | {"once": key_on(back_on)}
            asked = client.post(url, back)
            assert (asked.status_code, EXACTLY_THIS in asked.content.decode()) == (422, True), name
            assert made(kind) == before + 1
            assert client.post(url, back | {"once": key_on(asked)}).status_code == 302, name
            assert made(kind) == (before := before + 1) + 1, name
        other = sent | {next(iter(said)): "Something else altogether."}
        if back_on.status_code == 200:
            refused = client.post(url, other)
            assert (refused.status_code, AGAIN in refused.content.decode()) == (422, True), name
            assert made(kind) == before + 1
            # Having read that, somebody presses once more.
            assert client.post(url, other | {"once": key_on(refused)}).status_code in (302, 409), name
        else:
            assert client.post(url, other).status_code == 404


def test_what_was_refused_is_put_right_and_sent_under_the_same_key(client, area, school, officer):
    client.force_login(officer)
    url = reverse("referrals:ask_for_advice", args=[area.slug])
    said = {"question": "Ring 01632 960 111.", "for_agency": school.slug, "names_nobody": "on"}
    key = key_on(client.get(url))
    assert client.post(url, said | {"once": key}).status_code == 422
    assert not SentOnce.objects.exists()
    assert client.post(url, said | {"question": "A pupil draws signs.", "once": key}).status_code == 302
    assert Enquiry.objects.count() == 1


def test_the_public_send_once_and_are_counted_once(client, area):
    factories.policy(area, ReferringPolicy, public_form=True)
    url = reverse("referrals:public_form", args=[area.slug])
    said = {"who": "A boy next door", "worry": "He wants to hurt people.", "once": key_on(client.get(url))}
    answers = {client.post(url, said, REMOTE_ADDR="192.0.2.7").url for _ in range(8)}
    assert len(answers) == PublicConcern.objects.count() == 1
    back = said | {"once": key_on(client.get(url))}
    assert EXACTLY_THIS in client.post(url, back, REMOTE_ADDR="192.0.2.7").content.decode()
    elsewhere = Client()
    assert elsewhere.post(url, said | {"once": key_on(elsewhere.get(url))}).status_code == 302
    assert PublicConcern.objects.count() == 2
    changed = client.post(url, said | {"worry": "He has a knife."}, REMOTE_ADDR="192.0.2.7")
    assert (changed.status_code, AGAIN in changed.content.decode()) == (422, True)
    assert "He has a knife." in changed.content.decode()


def test_drafts_are_begun_once_sent_once_and_their_files_added_once(client, area, officer, referral):
    client.force_login(officer)
    begin = reverse("referrals:start", args=[area.slug])
    pressed = {"once": key_on(client.get(reverse("referrals:refer")))}
    assert len({client.post(begin, pressed).url for _ in range(3)}) == Draft.objects.count() == 1
    choose = client.post(reverse("referrals:start_adding_files", args=[referral.reference])).url
    key = KEY_ON_PAGE.search(client.get(choose).content.decode().partition("data-files")[2])[1]

    def add(content: bytes):
        return client.post(choose, {"files": ContentFile(content, "note.txt"), "once": key})

    assert [add(b"A note.").url for _ in range(2)] == [choose] * 2
    assert add(b"Another.").status_code == 422
    assert Upload.objects.count() == 1
    answers = [client.post(f"{choose}send/") for _ in range(3)]
    follow = reverse("referrals:follow_referral", args=[referral.reference])
    assert {answer.url for answer in answers} == {follow}
    assert referral.files.count() == AuditEntry.objects.filter(what="referrals.add_files").count() == 1


def test_every_form_that_is_sent_has_a_key_or_does_nothing_twice():
    without = {
        "templates/layouts/page.html": "signing out",
        "templates/account/logout.html": "signing out",
        "templates/usersessions/usersession_list.html": "ending sessions",
        "templates/layouts/draft_part.html": "keeps a draft, as of a turn",
        "templates/referrals/submit_referral.html": "the draft's reference is the key",
        "templates/referrals/add_files.html": "the draft's reference is the key",
        "templates/cases/complete_assessment.html": "the draft's reference is the key",
        "templates/reference/put_framework_forward.html": "the draft's reference is the key",
    }
    keyless = {
        each.path
        for each in product.templates()
        if each.text.count("{% csrf_token %}") > each.text.count("{% csrf_token %}{% once %}")
    }
    assert keyless == without.keys()


# Endpoints


def test_an_endpoint_gives_the_first_answer_again_and_refuses_anything_else_under_its_key(client, everything):
    for person, name, place, said, kind in everything:
        client.force_login(person)
        url, before, acts, key = address_of(name, place, of="_api"), made(kind), done(), f'"{uuid4()}"'
        # A page asks for a day in three parts, an endpoint in one.
        said = {each: value for each, value in said.items() if not each.startswith("due_on_")}

        def send(sent: dict, key: str = key, url: str = url):
            return client.post(url, sent, content_type=JSON, headers={"Idempotency-Key": key})

        answers = [send(said), send(dict(reversed(said.items()))), send(said, key.strip('"'))]
        assert answers[0].status_code in (200, 201), answers[0].content
        assert {(each.status_code, each.content) for each in answers} == {
            (answers[0].status_code, answers[0].content)
        }, name
        assert (made(kind), done()) == (before + 1, acts + 1), name
        refused = send(said | {next(iter(said)): "Something else."})
        assert (refused.status_code, refused["Content-Type"]) == (422, PROBLEM), name
        assert refused.json()["detail"] == "Something else was sent under this key. Send this under another."
        assert made(kind) == before + 1


def test_a_key_is_one_persons_for_one_address_for_a_day_and_nothing_of_what_was_sent_is_kept(
    client, area, school, officer, teacher, referral
):
    key = "Ashwin Birch, by mistake"
    headers = {"Idempotency-Key": key}
    said = {"text": "Ashwin came back."}
    question = {"question": "A pupil draws signs.", "for_agency": school.slug, "names_nobody": True}
    advice = reverse("referrals_api:ask_for_advice", args=[area.slug])
    add = reverse("referrals_api:add_to_referral", args=[referral.reference])
    for person in (officer, teacher):
        client.force_login(person)
        assert client.post(advice, question, content_type=JSON, headers=headers).status_code == 201
    client.force_login(officer)
    assert client.post(add, said, content_type=JSON, headers=headers).status_code == 201
    assert (Enquiry.objects.count(), referral.additions.count()) == (2, 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(sent)::text FROM pages_sentonce sent")
        kept = "".join(row for (row,) in cursor.fetchall())
    assert len(re.findall(r'"key":"[0-9a-f]{64}"', kept)) == 3
    for word in ("Ashwin", "came back", "draws signs", key):
        assert word not in kept

    def add_at(hours: int, headers: dict) -> HttpResponse:
        with clock.at(clock.now() + timedelta(hours=hours)):
            forget_sent()
            by_then = Client()
            by_then.force_login(officer)
            return by_then.post(add, said, content_type=JSON, headers=headers)

    assert (add_at(23, headers).status_code, referral.additions.count()) == (201, 1)
    assert (add_at(25, headers).status_code, referral.additions.count()) == (201, 2)
    assert SentOnce.objects.count() == 1
    for wrong in ("", '""', "k" * 256):
        answer = add_at(0, {"Idempotency-Key": wrong})
        assert (answer.status_code, answer["Content-Type"]) == (400, PROBLEM)


def test_what_was_refused_may_be_put_right_under_the_same_key_and_files_are_received_once(client, officer, area):
    client.force_login(officer)
    receive, headers = reverse("documents_api:receive_file"), {"Idempotency-Key": str(uuid4())}
    assert client.post(receive, {}, headers=headers).status_code == 422
    answers = [client.post(receive, {"files": ContentFile(b"A note.", "a.txt")}, headers=headers) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {201}
    assert answers[0].json() == answers[1].json()
    assert Upload.objects.count() == 1
    assert client.post(receive, {"files": ContentFile(b"More.", "a.txt")}, headers=headers).status_code == 422


# At once


def test_eight_at_once_make_one_referral_and_one_question_and_read_the_same_answer(committed, area, school, officer):
    said = REFERRAL | {"for_agency": school.slug}
    question = {"question": "A pupil draws signs.", "for_agency": school.slug, "names_nobody": "on", "once": "k" * 22}
    submit = reverse("referrals_api:submit_referral", args=[area.slug])
    ask = reverse("referrals:ask_for_advice", args=[area.slug])
    clients = [Client() for _ in range(8)]
    for each in clients:
        each.force_login(officer)
    start = Barrier(8)

    def send(client: Client) -> tuple:
        try:
            start.wait()
            sent = client.post(submit, json.dumps(said), content_type=JSON, headers={"Idempotency-Key": '"one"'})
            start.wait()
            asked = client.post(ask, question)
            return sent.status_code, sent.content, asked.status_code, asked.url
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        answers = set(threads.map(send, clients))
    ((sent, _, asked, _),) = answers
    assert (sent, asked) == (201, 302)
    assert Referral.objects.count() == Enquiry.objects.count() == 1
    for what in ("referrals.submit_referral", "referrals.ask_for_advice"):
        assert AuditEntry.objects.filter(what=what).count() == 1
