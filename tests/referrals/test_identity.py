"""Joining a referral with an earlier individual, saying that it is somebody else, and parting them again."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connections
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.operations import NotVisible, Refused
from referrals import operations
from referrals.candidates import HELD_ELSEWHERE, earlier_referrals, find
from referrals.models import IdentityDecision, Individual, Referral
from tests import factories
from tests.cases.raw import executed

KHAN = {"given_names": "Mohammed", "family_name": "Khan", "born_on": date(2009, 3, 4)}
AGAIN = KHAN | {"given_names": "Muhammad"}
ASKED = "Asked both schools: he moved from one to the other."


@pytest.fixture
def earlier(officer):
    return factories.referral(officer, **KHAN)


@pytest.fixture
def again(officer, earlier):
    return factories.referral(officer, **AGAIN)


@pytest.fixture
def joined(again, earlier, coordinator):
    operations.record_same_person(again, by=coordinator, individual=earlier.individual, reason=ASKED)
    return again


@pytest.fixture
def far_referral(other_area):
    """Of the same person, in another area."""
    school = factories.agency(other_area, "Eastvale School")
    return factories.referral(factories.person(school, PostKind.OFFICER, "Otto Officer"), **KHAN)


def shown(referral, user):
    return [candidate.individual for candidate in find(referral, user).candidates]


def test_a_referral_is_about_nobody_where_no_link_is_current(earlier):
    executed("UPDATE referrals_identitylink SET ended_at = now() WHERE referral_id = %s", earlier.pk)
    for read in (earlier, Referral.viewed_with(Referral.objects.filter(pk=earlier.pk)).get()):
        with pytest.raises(Individual.DoesNotExist, match="is about nobody now"):
            assert read.individual


# record_same_person: what it does


def test_the_referral_is_about_the_earlier_individual_and_counted_as_theirs(joined, earlier, coordinator):
    assert joined.individual == earlier.individual
    assert list(earlier_referrals(joined)) == [earlier]
    assert shown(joined, coordinator) == []


def test_the_match_keys_go_with_it_and_nothing_is_left_of_whom_it_was_about(again, earlier, coordinator):
    before = again.individual
    operations.record_same_person(again, by=coordinator, individual=earlier.individual, reason=ASKED)
    assert not before.match_keys.exists()
    third = factories.referral(again.referred_by, **AGAIN)
    assert shown(third, coordinator) == [earlier.individual]


def test_the_decision_is_kept_with_its_reason_and_is_in_the_history_of_both(joined, earlier, coordinator):
    decision = IdentityDecision.objects.get(referral=joined)
    assert (decision.answer, decision.individual, decision.reason) == ("same", earlier.individual, ASKED)
    entry = AuditEntry.objects.get(what="referrals.record_same_person")
    assert entry.sentence == "Referral joined with an earlier one, as being about the same person."
    assert {key_of(decision.individual), key_of(decision.before), key_of(joined)} <= set(entry.about)
    assert "schools" not in entry.changes


# record_separation


def test_parted_again_it_is_about_whom_it_was_about_before_and_both_are_not_asked_about_again(joined, coordinator):
    before = IdentityDecision.objects.get().before
    operations.record_separation(joined, by=coordinator, reason="Two boys of one name.")
    assert joined.individual == before
    assert before.match_keys.exists()
    assert shown(joined, coordinator) == []
    assert list(earlier_referrals(joined)) == []


def test_it_can_be_joined_and_parted_a_second_time(joined, earlier, coordinator):
    for _ in range(2):
        operations.record_separation(joined, by=coordinator, reason="Two boys of one name.")
        operations.record_same_person(joined, by=coordinator, individual=earlier.individual, reason=ASKED)
    assert joined.individual == earlier.individual
    assert IdentityDecision.objects.filter(referral=joined).count() == 5


def test_what_nobody_has_joined_cannot_be_parted(again, coordinator):
    with pytest.raises(Refused, match="Nobody has said that this is somebody referred earlier"):
        operations.record_separation(again, by=coordinator, reason="No.")


# say_different_person


def test_said_to_be_somebody_else_the_two_are_not_asked_about_again(again, earlier, coordinator):
    assert shown(again, coordinator) == [earlier.individual]
    operations.say_different_person(again, by=coordinator, individual=earlier.individual, reason="Two boys.")
    assert shown(again, coordinator) == []
    assert again.individual != earlier.individual


def test_until_something_new_is_known_of_either(again, earlier, officer, coordinator):
    operations.say_different_person(again, by=coordinator, individual=earlier.individual, reason="Two boys.")
    third = factories.referral(officer, **AGAIN | {"other_names": "Mo Khan"})
    with clock.at(clock.now() + timedelta(seconds=1)):
        operations.record_same_person(third, by=coordinator, individual=earlier.individual, reason=ASKED)
    assert shown(again, coordinator) == [earlier.individual]


def test_the_answer_holds_for_the_pair_whichever_of_their_referrals_is_read(again, earlier, officer, coordinator):
    third = factories.referral(officer, **AGAIN)
    operations.record_same_person(third, by=coordinator, individual=again.individual, reason=ASKED)
    operations.say_different_person(again, by=coordinator, individual=earlier.individual, reason="Two boys.")
    assert shown(third, coordinator) == []


# When they refuse


def test_only_somebody_whom_one_may_see_and_who_is_not_the_person_already(joined, earlier, far_referral, coordinator):
    for operation in (operations.record_same_person, operations.say_different_person):
        for individual, words in (
            (earlier.individual, "about that person already"),
            (far_referral.individual, "Choose one of those"),
            (IdentityDecision.objects.first().before, "Choose one of those"),
        ):
            with pytest.raises(Refused, match=words):
                operation(joined, by=coordinator, individual=individual, reason="x")


def test_eight_referrals_joined_at_once_lose_no_match_key(committed, earlier, officer, coordinator):
    others = [factories.referral(officer, **AGAIN | {"other_names": f"Name{n} Khan"}) for n in range(8)]
    keys = set().union(*(referral.individual.match_keys.values_list("key", flat=True) for referral in others))
    individual = earlier.individual

    def join(referral):
        try:
            operations.record_same_person(
                Referral.objects.get(pk=referral.pk), by=coordinator, individual=individual, reason=ASKED
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(join, others))
    assert keys <= set(individual.match_keys.values_list("key", flat=True))


# Who may


def test_only_the_coordinator_of_the_area_answers(again, earlier, officer, stranger, organiser):
    asked = {"individual": earlier.individual, "reason": "x"}
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.say_different_person(again, by=person, **asked)
    with pytest.raises(Exception, match="You may see this, but not say different person"):
        operations.say_different_person(again, by=organiser, **asked)


def test_the_page_and_the_endpoint_say_that_it_is_somebody_else(client, again, earlier, coordinator):
    client.force_login(coordinator)
    url = reverse("referrals:say_different_person", args=[again.reference])
    page = client.get(url).content.decode()
    assert "Names sound alike; same date of birth" in page
    answer = {"individual": earlier.individual.reference, "reason": "Two boys."}
    assert client.post(url, answer).url == again.get_absolute_url()
    sent = client.post(
        reverse("referrals_api:say_different_person", args=[again.reference]), answer, content_type="application/json"
    )
    assert sent.status_code == 422  # Nobody is left to choose.


# Held elsewhere


def test_held_elsewhere_says_only_whom_to_ask_and_is_in_the_history_there(
    client, far_referral, again, coordinator, stranger
):
    client.force_login(coordinator)
    page = client.get(again.get_absolute_url()).content.decode()
    assert "Held elsewhere: ask." in page
    assert "may be known in Eastvale" in page
    for secret in (far_referral.reference, far_referral.individual.reference, "Eastvale School", "1 people"):
        assert secret not in page
    client.get(again.get_absolute_url())
    told = AuditEntry.objects.get(what=HELD_ELSEWHERE)
    assert (told.by, told.about) == (key_of(coordinator), [key_of(far_referral.individual)])
    client.force_login(stranger)
    history = client.get(reverse("referrals:history", args=[far_referral.reference])).content.decode()
    assert "A coordinator of Harrowmere was told that this person may be known here." in history
    assert "Cora Coordinator" in history


def test_nobody_but_a_coordinator_at_triage_is_told(client, far_referral, again, organiser, coordinator):
    assert find(again, organiser).ask_in == []
    factories.ended(again, coordinator)
    assert find(again, coordinator).ask_in == []
    assert not AuditEntry.objects.filter(what=HELD_ELSEWHERE).exists()


def test_nobody_is_told_of_a_weak_likeness(far_referral, officer, coordinator):
    weak = factories.referral(officer, **KHAN | {"given_names": "Aisha"})
    assert find(weak, coordinator).ask_in == []


def test_those_elsewhere_take_no_place_from_those_who_may_be_seen(far_referral, again, earlier, coordinator):
    assert shown(again, coordinator) == [earlier.individual]


# The panel on the referral


def test_the_referral_says_first_how_the_earlier_ones_ended(client, joined, earlier, coordinator, panel):
    factories.case(earlier, coordinator, panel)
    client.force_login(coordinator)
    page = client.get(joined.get_absolute_url()).content.decode()
    assert "This is referral 2" in page
    assert "accepted to Channel Panel" in page


def test_who_sees_only_some_is_told_no_number_of_all(client, joined, earlier, coordinator, front_door, police, gateway):
    asked = factories.at_gateway(joined, coordinator, police)
    answer = reverse("referrals:answer_for_gateway", args=[asked.reference])
    client.force_login(gateway)
    page = client.get(joined.get_absolute_url()).content.decode()
    assert ("This is referral" in page, "earlier referrals of this person" in page) == (False, False)
    assert "here you are shown none, since" in client.get(answer).content.decode()
    factories.at_gateway(earlier, coordinator, police)
    page = client.get(joined.get_absolute_url()).content.decode()
    # As much is said where it happens to be all of them.
    assert "earlier referrals of this person that you may see: 1." in page
    assert "This is referral" not in page
    assert "here you are shown 1, on" in client.get(answer).content.decode()
    client.force_login(front_door)
    assert "This is referral 2" in client.get(joined.get_absolute_url()).content.decode()


@pytest.mark.parametrize("many", [1, 20])
def test_it_asks_as_often_for_one_as_for_twenty(queries_of, client, officer, coordinator, again, many):
    for _ in range(many):
        last = factories.referral(officer, **AGAIN)
        operations.record_same_person(last, by=coordinator, individual=again.individual, reason=ASKED)
    client.force_login(coordinator)
    assert queries_of(last.get_absolute_url()) == 11
