"""Finding, by two people, that what a referral says is not true."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from referrals import operations
from referrals.candidates import earlier_referrals, find
from referrals.models import FoundUntrue, MatchKey
from referrals.tasks import forget_match_keys
from referrals.thinking_again import reasons_to_think_again
from tests import factories

KHAN = {"given_names": "Mohammed", "family_name": "Khan", "born_on": date(2009, 3, 4)}
FOUND = "The neighbour who said it told the school that it was made up."


@pytest.fixture
def ended(officer, coordinator):
    return factories.ended(factories.referral(officer, **KHAN), coordinator)


@pytest.fixture
def untrue(ended, coordinator, governance):
    operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)
    operations.answer_found_untrue(ended, by=governance, agreed=True, answer_reason="I asked the school too.")
    return ended


@pytest.fixture
def again(officer, coordinator, ended):
    return factories.referral(officer, **KHAN)


# What it does


def test_it_counts_only_when_a_second_person_has_agreed(again, ended, coordinator, governance):
    operations.record_same_person(again, by=coordinator, individual=ended.individual, reason="Asked.")
    operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)
    assert list(earlier_referrals(again)) == [ended]
    assert "The person has been referred before: once." in reasons_to_think_again(again)
    operations.answer_found_untrue(ended, by=governance, agreed=True, answer_reason="I asked the school too.")
    assert list(earlier_referrals(again)) == []
    assert not [reason for reason in reasons_to_think_again(again) if "referred before" in reason]


def test_no_further_action_is_not_untrue(again, ended, coordinator):
    operations.record_same_person(again, by=coordinator, individual=ended.individual, reason="Asked.")
    assert list(earlier_referrals(again)) == [ended]


def test_it_is_matched_until_its_review_which_the_area_sets_and_not_from_then_on(area, officer, untrue, coordinator):
    review = clock.today() + relativedelta(months=12)
    assert FoundUntrue.objects.get().review_on == review
    again = factories.referral(officer, **KHAN)
    for days, found in ((-1, [untrue.individual]), (0, [])):
        with clock.at(clock.now() + (review - clock.today()) + relativedelta(days=days)):
            assert [candidate.individual for candidate in find(again, coordinator).candidates] == found


def test_the_area_says_after_how_many_months(area, ended, coordinator, governance):
    factories.policy(area, TriagePolicy, starts_on=clock.today(), **TriagePolicy(untrue_matches_for=3).values())
    operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)
    operations.answer_found_untrue(ended, by=governance, agreed=True, answer_reason="I asked too.")
    assert FoundUntrue.objects.get().review_on == clock.today() + relativedelta(months=3)


def test_its_match_keys_are_forgotten_in_the_night_of_its_review(untrue):
    forget_match_keys()
    assert MatchKey.objects.filter(individual=untrue.individual).exists()
    with clock.at(clock.now() + relativedelta(months=12, days=1)):
        forget_match_keys()
    assert not MatchKey.objects.filter(individual=untrue.individual).exists()


def test_it_prompts_nobody_to_ask_elsewhere(untrue, other_area, stranger):
    school = factories.agency(other_area, "Eastvale School")
    there = factories.referral(factories.person(school, PostKind.OFFICER, "Otto Officer"), **KHAN)
    assert find(there, stranger).ask_in == []


def test_a_second_person_who_does_not_agree_ends_it_and_it_can_be_proposed_again(ended, coordinator, governance):
    operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)
    operations.answer_found_untrue(ended, by=governance, agreed=False, answer_reason="Not certain.")
    operations.propose_found_untrue(ended, by=coordinator, reason="The school has written it down now.")
    assert FoundUntrue.objects.filter(referral=ended).count() == 2


# What it records


def test_an_entry_for_each_of_the_two_without_their_reasons(untrue, coordinator, governance):
    entries = AuditEntry.objects.filter(what__contains="found_untrue").order_by("pk")
    assert [entry.sentence for entry in entries] == [
        "Proposed that this was found untrue. A second person answers.",
        "Answered, as the second person, whether this was found untrue.",
    ]
    assert not [entry for entry in entries if "neighbour" in entry.changes]


# When it refuses


def test_not_before_the_referral_has_been_decided(officer, coordinator):
    with pytest.raises(Refused, match="Decide about this referral first"):
        operations.propose_found_untrue(factories.referral(officer), by=coordinator, reason=FOUND)


def test_nobody_answers_their_own_proposal_or_one_there_is_not(ended, coordinator):
    with pytest.raises(Refused, match="Nobody has proposed"):
        operations.answer_found_untrue(ended, by=coordinator, agreed=True, answer_reason="x")
    operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)
    with pytest.raises(Refused, match="Somebody else answers"):
        operations.answer_found_untrue(ended, by=coordinator, agreed=True, answer_reason="x")
    with pytest.raises(Refused, match="waits for a second person already"):
        operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)


def test_the_database_too_wants_two_people(untrue, coordinator):
    finding = FoundUntrue.objects.get()
    finding.pk, finding.answered_by = None, finding.proposed_by
    with pytest.raises(IntegrityError, match="untrue_is_found_by_two_people"):
        finding.save_base(force_insert=True)


# Who may


def test_who_may(ended, officer, stranger, organiser, coordinator):
    operations.propose_found_untrue(ended, by=coordinator, reason=FOUND)
    for person in (officer, stranger):
        with pytest.raises(NotVisible):
            operations.answer_found_untrue(ended, by=person, agreed=True, answer_reason="x")
    with pytest.raises(Exception, match="You may see this, but not answer found untrue"):
        operations.answer_found_untrue(ended, by=organiser, agreed=True, answer_reason="x")


def test_the_pages_and_endpoints(client, ended, coordinator, governance):
    client.force_login(coordinator)
    done = client.post(reverse("referrals:propose_found_untrue", args=[ended.reference]), {"reason": FOUND})
    assert "A second person answers" in client.get(done.url).content.decode()
    client.force_login(governance)
    page = client.get(reverse("referrals:answer_found_untrue", args=[ended.reference])).content.decode()
    assert FOUND in page
    answered = client.post(
        reverse("referrals_api:answer_found_untrue", args=[ended.reference]),
        {"agreed": "yes", "answer_reason": "I asked too."},
        content_type="application/json",
    )
    assert answered.status_code == 200
    assert "Found untrue by Cora Coordinator and Gita Governance" in client.get(done.url).content.decode()
