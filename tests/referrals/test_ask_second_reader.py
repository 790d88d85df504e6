"""A second reader, where the referrer ticked that it rests on religious practice, dress or lawful political speech."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from panels.operations import accept_referral
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from referrals import operations
from referrals.models import EndReason
from referrals.models.second_reading import obstacle_to_going_further
from tests import factories
from tests.referrals.test_end_referral import WORDS

FOUND = {"remains": "no", "reasons": "Beside the prayers there is only that he was late twice."}
ACCEPTED = {"rationale": "A pattern.", "words_for_referrer": "Thank you."}


@pytest.fixture
def lawful(officer, coordinator):
    """One that its referrer ticked, received and assessed by the coordinator."""
    return factories.assessed(factories.referral(officer, rests_on_lawful_expression=True), coordinator)


@pytest.fixture
def reader(childrens_services):
    return factories.person(childrens_services, PostKind.SAFEGUARDING_LEAD, "Rita Reader")


@pytest.fixture
def asked(lawful, coordinator, reader):
    operations.ask_second_reader(lawful, by=coordinator, reader=reader)
    return lawful


# What it does


def test_the_reader_finds_it_at_home_reads_it_and_says_what_remains(client, asked, reader, coordinator):
    client.force_login(reader)
    assert f"Read second: referral {asked.reference}" in client.get("/").content.decode()
    url = reverse("referrals:give_second_reading", args=[asked.reference])
    page = client.get(url).content.decode()
    assert "None of these is a reason to refer anybody" in page
    assert asked.entries.first().text in page
    assert client.post(url, FOUND, follow=True).status_code == 200
    client.force_login(coordinator)
    assert FOUND["reasons"] in client.get(asked.get_absolute_url()).content.decode()


def test_they_see_it_while_they_are_asked_and_no_longer(client, asked, reader):
    client.force_login(reader)
    assert client.get(asked.get_absolute_url()).status_code == 200
    operations.give_second_reading(asked, by=reader, **FOUND)
    assert client.get(asked.get_absolute_url()).status_code == 404


def test_they_are_asked_no_longer_once_it_has_been_decided(client, asked, reader, coordinator, second_coordinator):
    said = {"rationale": "He prays.", "words_for_referrer": "Thank you."}
    operations.propose_no_further_action(asked, by=coordinator, end_reason=EndReason.EXPLAINED, **said)
    client.force_login(reader)
    assert client.get(asked.get_absolute_url()).status_code == 200
    operations.confirm_no_further_action(asked, by=second_coordinator, why_still="The school knows him.")
    assert client.get(asked.get_absolute_url()).status_code == 404
    assert asked.reference not in client.get("/").content.decode()


def test_another_area_that_takes_it_on_asks_for_a_reading_of_its_own(
    client, asked, reader, coordinator, other_area, stranger
):
    operations.offer_transfer(asked, by=coordinator, to_area=other_area, reason="He lives there.")
    operations.give_second_reading(asked, by=reader, **FOUND)
    begun = operations.accept_transfer(asked, by=stranger)
    factories.received(begun, stranger, best_placed=factories.agency(other_area, "Eastvale School"))
    factories.assessed(begun, stranger)
    assert "Ask for a second reader first" in obstacle_to_going_further(begun)
    client.force_login(stranger)
    assert FOUND["reasons"] in client.get(asked.get_absolute_url()).content.decode()


def test_until_then_the_page_offers_the_reader_and_no_panel(client, lawful, coordinator):
    client.force_login(coordinator)
    page = client.get(lawful.get_absolute_url()).content.decode()
    assert "Ask for a second reader first" in page
    assert reverse("referrals:ask_second_reader", args=[lawful.reference]) in page
    assert reverse("panels:accept_referral", args=[lawful.reference]) not in page
    assert reverse("referrals:end_referral", args=[lawful.reference]) not in page
    assert reverse("referrals:propose_no_further_action", args=[lawful.reference]) in page


def test_while_somebody_reads_it_the_page_says_so(client, asked, reader, coordinator, panel):
    client.force_login(coordinator)
    assert "A second reader has been asked." in client.get(asked.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="Wait for what they find"):
        accept_referral(asked, by=coordinator, panel=panel, **ACCEPTED)
    client.force_login(reader)
    page = client.get(asked.get_absolute_url()).content.decode()
    assert reverse("referrals:give_second_reading", args=[asked.reference]) in page


def test_after_the_reading_it_may_reach_a_panel(client, asked, reader, coordinator, panel):
    factories.without_gateway(asked.area)
    operations.give_second_reading(asked, by=reader, **FOUND)
    client.force_login(coordinator)
    accept = reverse("panels:accept_referral", args=[asked.reference])
    assert accept in client.get(asked.get_absolute_url()).content.decode()
    accept_referral(asked, by=coordinator, panel=panel, **ACCEPTED)
    asked.refresh_from_db()
    assert asked.stage == "accepted"


def test_another_may_be_asked_instead(client, asked, reader, coordinator, front_door):
    operations.ask_second_reader(asked, by=coordinator, reader=front_door)
    with pytest.raises(NotVisible):
        operations.give_second_reading(asked, by=reader, **FOUND)
    operations.give_second_reading(asked, by=front_door, **FOUND)
    assert asked.second_readings.count() == 2


def test_they_are_told_once_by_an_e_mail_that_says_nothing(asked, reader, do_errands):
    do_errands()
    (told,) = [message for message in mail.outbox if asked.reference in message.body]
    assert told.to == [reader.email]
    assert asked.given_names not in told.body
    with pytest.raises(AlreadyDone):
        operations.tell_second_reader(asked, by=system_user())


def test_the_page_offers_who_has_had_no_hand_in_it(client, lawful, coordinator, reader, front_door, school):
    beside = factories.person(school, PostKind.SAFEGUARDING_LEAD, "Lea Lead")
    client.force_login(coordinator)
    url = reverse("referrals:ask_second_reader", args=[lawful.reference])
    page = client.get(url).content.decode()
    assert str(reader) in page
    assert str(front_door) in page
    assert str(beside) not in page
    assert client.post(url, {"reader": reader.reference}).status_code == 302


def test_the_same_over_the_endpoints(client, lawful, coordinator, reader):
    client.force_login(coordinator)
    asking = reverse("referrals_api:ask_second_reader", args=[lawful.reference])
    assert client.post(asking, {"reader": reader.reference}, content_type="application/json").status_code == 200
    client.force_login(reader)
    giving = reverse("referrals_api:give_second_reading", args=[lawful.reference])
    assert client.post(giving, FOUND, content_type="application/json").status_code == 200


# What it records


def test_entries_without_what_was_found(asked, reader):
    operations.give_second_reading(asked, by=reader, **FOUND)
    reading, asking = AuditEntry.objects.about(asked).acts()[:2]
    assert (asking.what, reading.what) == ("referrals.ask_second_reader", "referrals.give_second_reading")
    assert "prayers" not in reading.changes


# When it refuses


def test_without_a_reading_it_reaches_no_panel_and_ends_with_no_help(lawful, coordinator, panel):
    for decide in (
        lambda: accept_referral(lawful, by=coordinator, panel=panel, **ACCEPTED),
        lambda: operations.record_acceptance(lawful, by=coordinator, panel=panel, **ACCEPTED),
        lambda: operations.end_referral(lawful, by=coordinator, **WORDS),
    ):
        with pytest.raises(Refused, match="Ask for a second reader first"):
            decide()


def test_the_database_itself_accepts_none_that_was_not_read(lawful):
    with (
        pytest.raises(IntegrityError, match="reaches no panel without a second reading"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE referrals_referral SET stage = 'accepted', due_on = NULL WHERE id = %s", [lawful.pk])


def test_not_by_somebody_who_has_had_a_hand_in_it_since(lawful, coordinator, second_coordinator):
    operations.ask_second_reader(lawful, by=coordinator, reader=second_coordinator)
    factories.assessed(lawful, second_coordinator)
    with pytest.raises(Refused, match="a hand in its triage since you were asked"):
        operations.give_second_reading(lawful, by=second_coordinator, **FOUND)


def test_no_further_action_needs_none(lawful, coordinator):
    said = {"rationale": "He prays.", "words_for_referrer": "Thank you."}
    operations.propose_no_further_action(lawful, by=coordinator, end_reason=EndReason.EXPLAINED, **said)
    lawful.refresh_from_db()
    assert lawful.stage == "ending"


def test_where_nothing_was_ticked_nobody_is_asked_whatever_the_words(officer, coordinator, reader, panel):
    entry = factories.entry("He prays five times a day and went to a march.")
    referral = factories.assessed(factories.referral(officer, entries=[entry]), coordinator)
    with pytest.raises(Refused, match="did not tick"):
        operations.ask_second_reader(referral, by=coordinator, reader=reader)
    factories.without_gateway(referral.area)
    accept_referral(referral, by=coordinator, panel=panel, **ACCEPTED)


def test_not_whoever_sent_it_triages_it_or_works_beside_them(lawful, coordinator, officer, school, stranger):
    beside = factories.person(school, PostKind.SAFEGUARDING_LEAD, "Lea Lead")
    for person in (coordinator, officer, beside, stranger):
        with pytest.raises(Refused, match="had a hand in its triage"):
            operations.ask_second_reader(lawful, by=coordinator, reader=person)


def test_a_reading_is_given_once(asked, reader):
    operations.give_second_reading(asked, by=reader, **FOUND)
    with pytest.raises(NotVisible):
        operations.give_second_reading(asked, by=reader, **FOUND)


# Who may


def test_the_coordinator_asks_and_the_one_asked_reads(lawful, reader, coordinator, front_door, stranger):
    for person, refusal in ((front_door, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.ask_second_reader(lawful, by=person, reader=reader)
    operations.ask_second_reader(lawful, by=coordinator, reader=reader)
    for person, refusal in ((coordinator, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            operations.give_second_reading(lawful, by=person, **FOUND)
