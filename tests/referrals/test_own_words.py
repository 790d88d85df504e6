"""What the person or a parent says: kept as they say it, and beside whatever it disputes wherever that is shown."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations
from referrals.models import Door, OwnWords
from reports.models import CaseSummary
from reports.operations import make_case_summary, request_case_summary
from tests import factories


def dispute(referral, by, words="I never said that: canary-dispute.", **said):
    asked = {"whose": "person", "said_on": clock.today(), "entry": referral.entries.first()}
    return operations.record_own_words(referral, by=by, words=words, **asked | said)


# What it does


def test_a_disputed_entry_is_never_shown_without_the_dispute(
    client, case, coordinator, police, police_representative, do_errands, text_of
):
    referral = case.carried_referrals.get().referral
    factories.share(case, police, coordinator)
    dispute(referral, coordinator)
    operations.record_own_words(
        referral, by=coordinator, whose="parent", words="He is a good boy: canary-account.", said_on=clock.today()
    )
    entry = referral.entries.first().text
    shown = {
        coordinator: [
            referral.get_absolute_url(),
            reverse("cases:concerns", args=[case.reference]),
            reverse("referrals:national_form", args=[referral.reference]),
            reverse("referrals:judge_urgency", args=[referral.reference]),
        ],
        police_representative: [reverse("cases:concerns", args=[case.reference]), referral.get_absolute_url()],
    }
    for person, pages in shown.items():
        client.force_login(person)
        for page in pages:
            text = client.get(page).content.decode()
            if page.endswith("/urgency/") and entry not in text:
                continue  # It can no longer be judged, and shows no entry.
            assert entry in text, page
            assert "canary-dispute" in text, page
            assert "canary-account" in text, page
    read = client.get(reverse("referrals_api:view_referral", args=[referral.reference])).json()
    assert [entry["is_disputed"] for entry in read["entries"]] == [True]
    assert [each["disputes"] for each in read["own_words"]] == [1, None]
    summary = request_case_summary(case, by=police_representative)
    make_case_summary(summary, by=system_user())
    copy = operations.disclose_copy(
        referral, by=coordinator, door=Door.CHILDREN, to_whom="Care", purpose="Neglect.", lawful_basis="public_task"
    )
    do_errands()
    copy.refresh_from_db()
    for made in (CaseSummary.objects.get(), copy):
        with made.file.open() as pdf:
            text = text_of(pdf.read())
        assert "canary-dispute" in text
        assert "canary-account" in text


def test_whoever_referred_learns_that_it_is_disputed_and_not_in_which_words(
    client, referral, officer, coordinator, do_errands, text_of
):
    dispute(referral, coordinator)
    client.force_login(officer)
    page = client.get(reverse("referrals:follow_referral", args=[referral.reference])).content.decode()
    assert "This is disputed." in page
    read = client.get(reverse("referrals_api:follow_referral", args=[referral.reference]))
    copy = operations.request_own_copy(referral, by=officer)
    do_errands()
    copy.refresh_from_db()
    with copy.file.open() as pdf:
        text = text_of(pdf.read())
    assert "This is disputed." in " ".join(text.split())
    for shown in (page, read.content.decode(), text):
        assert "canary-dispute" not in shown


def test_it_is_answered_by_a_day_and_the_answer_stands_beside_it(client, area, referral, coordinator):
    disputed = dispute(referral, coordinator)
    assert disputed.due_on == WorkingDays.of(area).due(clock.now(), 20)
    client.force_login(coordinator)
    answer = reverse("referrals:answer_dispute", args=[disputed.reference])
    assert answer in client.get("/").content.decode()
    assert referral.entries.first().text in client.get(answer).content.decode()
    assert client.post(answer, {"outcome": "wrong", "answer": ""}).status_code == 422
    assert client.post(answer, {"outcome": "wrong", "answer": "Asked his tutor: canary-answer."}).status_code == 302
    assert answer not in client.get("/").content.decode()
    page = client.get(referral.get_absolute_url()).content.decode()
    assert "It was wrong." in page
    assert "canary-answer" in page
    with pytest.raises(Refused, match="has been answered"):
        operations.answer_dispute(disputed, by=coordinator, outcome="stands", answer="Again.")


def test_it_goes_along_to_another_area_beside_the_same_entry_and_is_answered_there(
    client, referral, coordinator, other_area, stranger
):
    factories.assessed(referral, coordinator)
    disputed = dispute(referral, coordinator)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there now.")
    begun = operations.accept_transfer(referral, by=stranger)
    assert [(each.words, each.entry) for each in begun.own_words.all()] == [
        ("I never said that: canary-dispute.", begun.entries.first())
    ]
    for refused in (
        lambda: operations.answer_dispute(disputed, by=coordinator, outcome="stands", answer="It stands."),
        lambda: dispute(referral, coordinator),
    ):
        with pytest.raises(Refused, match="Another area has this referral now"):
            refused()
    for person, asked in ((coordinator, False), (stranger, True)):
        client.force_login(person)
        assert ("Answer what is disputed" in client.get("/").content.decode()) is asked
    operations.answer_dispute(begun.own_words.get(), by=stranger, outcome="wrong", answer="Asked his tutor.")


# When it refuses


def test_only_an_entry_of_its_own_is_disputed(referral, officer, coordinator):
    another = factories.referral(officer)
    with pytest.raises(Refused, match="an entry of this referral"):
        dispute(referral, coordinator, entry=another.entries.first())
    with pytest.raises(Refused, match="cannot be in the future"):
        dispute(referral, coordinator, said_on=clock.today() + timedelta(days=1))
    account = dispute(referral, coordinator, entry=None)
    with pytest.raises(Refused, match="dispute nothing"):
        operations.answer_dispute(account, by=coordinator, outcome="stands", answer="Yes.")
    disputed = dispute(referral, coordinator)
    for change, refused in (
        ("words = 'x'", "Cannot update"),
        ("outcome = 'wrong'", "an_answered_dispute_says"),
    ):
        wrong = pytest.raises((IntegrityError, Exception), match=refused)
        with wrong, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE referrals_ownwords SET {change} WHERE id = %s", [disputed.pk])
    copied = OwnWords.objects.filter(pk=disputed.pk).values().get()
    copied |= {"entry_id": another.entries.first().pk, "reference": "ANOTHERONE"}
    del copied["id"]
    names, places = ", ".join(copied), ", ".join(["%s"] * len(copied))
    wrong = pytest.raises(IntegrityError, match="disputed with the referral")
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO referrals_ownwords ({names}) VALUES ({places})", list(copied.values()))


# Who may


def test_who_may(client, area, referral, coordinator, front_door, officer, stranger):
    disputed = dispute(referral, coordinator)
    pages = [
        reverse("referrals:record_own_words", args=[referral.reference]),
        reverse("referrals:answer_dispute", args=[disputed.reference]),
    ]
    organiser = factories.person(area, PostKind.ORGANISER, "Oren Organiser")
    for person, answers in {
        coordinator: [200, 200],
        front_door: [403, 403],
        officer: [404, 404],
        organiser: [403, 403],
        stranger: [404, 404],
    }.items():
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == answers, person
    with pytest.raises(PermissionDenied):
        dispute(referral, front_door)
    with pytest.raises(NotVisible):
        dispute(referral, officer)
