"""An area's form for the public: off until decided, throttled, answered by somebody, and forgotten by itself."""

import time
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry, DigestKey
from prevent_cases.audit.records import key_of
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.pages.models import Draft
from prevent_cases.reference.models import ContactKind, ReferringPolicy
from referrals import operations
from referrals.models import PublicConcern, Referral
from referrals.tasks import forget_public_concerns
from tests import factories
from tests.referrals.test_ask_for_advice import kept_anywhere

WHO, WORRY = "A boy next door, about 15", "He says that he wants to hurt people."
SENDER = {"sender_name": "Nora Neighbour", "sender_contact": "01632 960111", "sender_relation": "I live next door"}
WRITTEN = {"who": WHO, "worry": WORRY, **SENDER}


@pytest.fixture
def opened(area):
    factories.policy(area, ReferringPolicy, public_form=True)
    return area


@pytest.fixture
def concern(area):
    return factories.public_concern(area, **SENDER)


@pytest.fixture(autouse=True)
def nothing_sent_before():
    cache.clear()


def form_of(area):
    return reverse("referrals:public_form", args=[area.slug])


def page_of(name, concern):
    return reverse(f"referrals:{name}", args=[concern.reference])


# What it does


def test_no_area_has_one_until_it_decides_so(client, area):
    assert client.get(form_of(area)).status_code == client.post(form_of(area), WRITTEN).status_code == 404
    with pytest.raises(Refused, match="has no form for the public"):
        operations.send_public_concern(area, by=system_user(), who=WHO, worry=WORRY)
    factories.policy(area, ReferringPolicy, public_form=True)
    page = client.get(form_of(area)).content.decode()
    assert "999" in page
    assert "You need not say who you are" in page


def test_it_is_sent_without_signing_in_and_makes_no_referral(client, opened):
    sent = client.post(form_of(opened), WRITTEN, follow=True)
    concern = PublicConcern.objects.get()
    assert concern.reference in sent.content.decode()
    assert (concern.who, concern.sender_name, concern.area) == (WHO, "Nora Neighbour", opened)
    assert not Referral.objects.exists()


def test_the_receipt_carries_nothing_of_what_was_written(client, opened):
    sent = client.post(form_of(opened), WRITTEN, follow=True)
    (address, _), page = sent.redirect_chain[-1], sent.content.decode()
    for word in (WHO, WORRY, *SENDER.values(), "Neighbour"):
        assert word not in page
        assert word not in address


def test_nobody_has_to_say_who_they_are(client, opened):
    assert client.post(form_of(opened), {"who": WHO, "worry": WORRY}).status_code == 302


def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(client, opened):
    answer = client.post(form_of(opened), {**WRITTEN, "who": ""})
    assert answer.status_code == 422
    assert WORRY in answer.content.decode()
    assert not PublicConcern.objects.exists()


def test_from_one_source_five_are_taken_in_an_hour(client, opened):
    answers = [client.post(form_of(opened), WRITTEN, REMOTE_ADDR="192.0.2.7").status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    refused = client.post(form_of(opened), WRITTEN, REMOTE_ADDR="192.0.2.7").content.decode()
    assert "Ring instead, or send this in an hour" in refused
    assert WORRY in refused
    assert client.post(form_of(opened), WRITTEN, REMOTE_ADDR="192.0.2.8").status_code == 302


def test_an_area_takes_again_within_the_hour_what_too_many_had_sent(client, opened, monkeypatch):
    factories.contact(opened, kind=ContactKind.CHILD, name="Duty line", telephone="01632 960 222")

    def send(number: int) -> HttpResponse:
        return client.post(form_of(opened), WRITTEN, REMOTE_ADDR=f"192.0.2.{number}")

    assert {send(number).status_code for number in range(25)} == {302}
    refused = send(99)
    assert refused.status_code == 429
    page = refused.content.decode()
    assert "who can take it by telephone" in page
    assert page.index("It has not been sent") < page.index("01632 960 222")
    elsewhere = factories.area("Eastvale")
    factories.policy(elsewhere, ReferringPolicy, public_form=True)
    assert client.post(form_of(elsewhere), WRITTEN, REMOTE_ADDR="192.0.2.99").status_code == 302
    in_an_hour = SimpleNamespace(time=lambda: time.time() + 3601, monotonic=time.monotonic, sleep=time.sleep)
    monkeypatch.setattr("allauth.core.internal.ratelimit.time", in_an_hour)
    assert send(99).status_code == 302


def test_anybody_finds_the_form_of_their_area_without_signing_in(client, area, opened):
    factories.area("Eastvale")
    page = client.get(reverse("referrals:public_areas"))
    assert page.context["areas"] == [opened]
    assert form_of(opened) in page.content.decode()
    assert reverse("referrals:public_areas") in client.get(reverse("account_login")).content.decode()
    factories.policy(area, ReferringPolicy, public_form=False)
    assert "No area takes this" in client.get(reverse("referrals:public_areas")).content.decode()


def test_who_receives_it_is_told_by_an_email_that_says_nothing_of_it(opened, area, coordinator, do_errands):
    def told(concern) -> list[list[str]]:
        mail.outbox.clear()
        do_errands()
        messages = [message for message in mail.outbox if concern.get_absolute_url() in message.body]
        for word in (WHO, WORRY, "Neighbour", area.name):
            assert all(word not in message.subject + message.body for message in messages)
        return [message.to for message in messages]

    assert told(factories.public_concern(area, **SENDER)) == [[coordinator.email]]
    door = factories.person(area, PostKind.FRONT_DOOR, "Fay Frontdoor")
    concern = factories.public_concern(area, **SENDER)
    assert told(concern) == [[door.email]]
    concern.refresh_from_db()
    with pytest.raises(AlreadyDone):
        operations.tell_of_public_concern(concern, by=system_user())
    with pytest.raises(PermissionDenied):
        operations.tell_of_public_concern(concern, by=coordinator)


def test_who_receives_referrals_finds_it_at_home_and_reads_it(client, concern, coordinator):
    client.force_login(coordinator)
    assert f"Answer concern {concern.reference}" in client.get("/").content.decode()
    page = client.get(concern.get_absolute_url()).content.decode()
    assert WHO in page
    assert "Nora Neighbour" in page


def test_a_referral_is_begun_with_the_words_beside_it_and_the_sender_sealed(client, concern, front_door, school):
    factories.post(school, PostKind.OFFICER, front_door.name)
    client.force_login(front_door)
    begun = client.post(page_of("begin_referral_for_public", concern), follow=True)
    page = begun.content.decode()
    assert WORRY in page
    assert "Neighbour" not in page
    draft = Draft.objects.get()
    assert draft.owner == front_door
    told = client.get(reverse("referrals:part", args=[draft.reference, "told"])).content.decode()
    assert "Nora Neighbour" in told
    assert told.count("checked") >= 2
    concern.refresh_from_db()
    assert concern.outcome == ""


def test_it_is_answered_with_the_referral_that_was_made_of_it(client, concern, officer, coordinator):
    referral = factories.referral(officer)
    client.force_login(coordinator)
    answered = client.post(
        page_of("answer_public_concern", concern), {"outcome": "referred", "referral": referral.reference.lower()}
    )
    assert answered.status_code == 302
    assert referral.reference in client.get(concern.get_absolute_url()).content.decode()
    assert "Answer concern" not in client.get("/").content.decode()


def test_the_words_go_some_days_after_the_answer_and_never_before(concern, coordinator):
    with clock.at(concern.sent_at + timedelta(days=300)):
        forget_public_concerns()
        concern.refresh_from_db()
        assert concern.worry == WORRY
        operations.answer_public_concern(concern, by=coordinator, outcome="nothing", why="He was in a play.")
    key = bytes(DigestKey.objects.get(about=key_of(concern)).key)
    for days, gone in ((27, False), (28, True)):
        with clock.at(concern.answered_at + timedelta(days=days)):
            forget_public_concerns()
        concern.refresh_from_db()
        assert bool(concern.forgotten_at) == gone
        # Whether a digest is of these words nobody can try out any more.
        assert (bytes(DigestKey.objects.get(about=key_of(concern)).key) != key) == gone
    for words in (WHO, WORRY, "Nora Neighbour", "He was in a play."):
        assert kept_anywhere(words) == []
    forget_public_concerns()


# What it records


def test_the_trail_says_that_something_was_sent_and_who_read_it(client, concern, coordinator):
    client.force_login(coordinator)
    client.get(concern.get_absolute_url())
    sent, read = AuditEntry.objects.filter(about__contains=[key_of(concern)]).order_by("pk")
    assert (sent.what, sent.by) == ("referrals.send_public_concern", key_of(system_user()))
    assert (read.what, read.by) == ("referrals.view_publicconcern", key_of(coordinator))
    assert "Neighbour" not in str(AuditEntry.objects.values_list("sentence", "changes"))


# When it refuses


def test_an_answer_is_a_referral_made_since_or_a_reason(area, officer, coordinator):
    before = factories.referral(officer)
    with clock.at(before.submitted_at + timedelta(hours=1)):
        concern = factories.public_concern(area)

    def answer(**said):
        operations.answer_public_concern(concern, by=coordinator, **said)

    for referral in ("", "XXXXXXXXXX", before.reference):
        with pytest.raises(Refused, match="Enter the reference"):
            answer(outcome="referred", referral=referral)
    with pytest.raises(Refused, match="Say why"):
        answer(outcome="misuse")
    answer(outcome="misuse", why="It was sent to mock a teacher.")
    with pytest.raises(Refused, match="has been answered"):
        answer(outcome="nothing", why="Again.")


def test_who_works_for_no_agency_of_the_area_is_told_before_and_can_answer_all_the_same(client, concern, coordinator):
    with pytest.raises(PermissionDenied):
        operations.begin_referral_for_public(concern, by=coordinator)
    client.force_login(coordinator)
    page = client.get(concern.get_absolute_url()).content.decode()
    assert "an administrator can make you an officer" in page
    begin, answer = (page_of(name, concern) for name in ("begin_referral_for_public", "answer_public_concern"))
    assert [begin in page, answer in page] == [False, True]
    assert client.get(begin).status_code == 403


def test_what_nobody_has_answered_is_never_forgotten(concern, coordinator):
    with pytest.raises(Refused, match="Nobody has answered"):
        operations.forget_public_concern(concern, by=system_user())
    operations.answer_public_concern(concern, by=coordinator, outcome="nothing", why="A play.")
    operations.forget_public_concern(concern, by=system_user())
    with pytest.raises(AlreadyDone):
        operations.forget_public_concern(concern, by=system_user())


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("outcome = 'nothing'", "a_public_concern_is_answered_by_somebody"),
        ("worry = ''", "a_forgotten_public_concern_holds_no_words"),
        ("forgotten_at = now()", "a_forgotten_public_concern_holds_no_words"),
        ("outcome = 'referred', answered_by_id = 1, answered_at = now()", "names_its_referral_or_has_none"),
    ],
    ids=["answered by nobody", "without words", "forgotten with its words", "referred without a referral"],
)
def test_the_database_refuses_what_cannot_be(concern, written, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE referrals_publicconcern SET {written} WHERE id = %s", [concern.pk])


# Who may


def test_only_who_receives_referrals_in_the_area_reads_it(client, concern, area, officer, chair, police_representative):
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    elsewhere = factories.person(factories.area("Stonewharf"), PostKind.COORDINATOR, "Stan Stonewharf")
    for person in (officer, chair, police_representative, governance, elsewhere):
        client.force_login(person)
        assert client.get(concern.get_absolute_url()).status_code == 404
        assert client.get(page_of("answer_public_concern", concern)).status_code == 404
        assert concern.reference not in client.get(reverse("referrals:list_public_concerns")).content.decode()
        with pytest.raises(NotVisible):
            operations.answer_public_concern(concern, by=person, outcome="nothing", why="No.")


def test_nobody_sends_or_forgets_one_but_the_unattended_service(opened, concern, coordinator):
    with pytest.raises((PermissionDenied, NotVisible)):
        operations.send_public_concern(opened, by=coordinator, who=WHO, worry=WORRY)
    with pytest.raises(PermissionDenied):
        operations.forget_public_concern(concern, by=coordinator)


# How often it queries


def test_the_list_asks_as_often_for_one_as_for_twenty(client, queries_of, concern, area, coordinator):
    client.force_login(coordinator)
    at_one = queries_of(reverse("referrals:list_public_concerns"))
    for _ in range(19):
        factories.public_concern(area)
    assert queries_of(reverse("referrals:list_public_concerns")) == at_one <= 8
    assert queries_of(concern.get_absolute_url()) <= 12
