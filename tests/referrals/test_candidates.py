"""Who may be the same person: found when a referral is read, however a name is written; how well, and for whom."""

from datetime import date

import pytest

from referrals.candidates import MOST_SHOWN, all_like, find
from referrals.models import MatchKey
from tests import factories
from tests.referrals.likening import drawn, load, measure

BORN = date(2009, 3, 4)


@pytest.fixture
def earlier(officer):
    return factories.referral(officer, given_names="Mohammed", family_name="Khan", born_on=BORN, address="2 Mill Lane")


@pytest.fixture
def found(officer, coordinator):
    """Whom the coordinator is shown when somebody is referred."""

    def find_for(**said):
        referral = factories.referral(officer, **{"address": ""} | said)
        return [(candidate.individual, candidate.why) for candidate in find(referral, coordinator).candidates]

    return find_for


# What it does


def test_the_earlier_individual_is_found_by_another_spelling_and_the_reason_is_said(found, earlier):
    again = found(given_names="Muhammad", family_name="Khan", born_on=date(2008, 3, 4))
    assert again == [(earlier.individual, "Names sound alike; same day and month of birth, another year")]


@pytest.mark.parametrize(
    "said",
    [
        {"given_names": "Khan", "family_name": "Mohamed", "born_on": date(2009, 4, 3)},
        {"given_names": "محمد", "family_name": "خان", "born_on": BORN},
        {"given_names": "Mo", "family_name": "Kham", "born_on": BORN},
        {"given_names": "Mohammed", "family_name": "", "born_on": BORN},
        {"given_names": "Mohammed", "family_name": "Khan", "born_on": None, "age_given": 17},
        {"given_names": "Moe", "family_name": "Kahn", "born_on": BORN, "address": "2, Mill Ln"},
    ],
)
def test_so_is_one_whose_name_or_birth_is_half_known_or_written_wrong(found, earlier, said):
    assert [individual for individual, _ in found(**said)] == [earlier.individual]


def test_somebody_else_is_not_found_nor_the_referral_itself_nor_a_later_one(found, earlier, officer, coordinator):
    assert found(given_names="Leroy", family_name="Gordon", born_on=date(2001, 1, 1)) == []
    factories.referral(officer, given_names="Mohammed", family_name="Khan", born_on=BORN)
    assert find(earlier, coordinator).candidates == []


def test_the_likest_comes_first(found, earlier, officer):
    brother = factories.referral(officer, given_names="Imran", family_name="Khan", born_on=BORN)
    again = found(given_names="Mohammed", family_name="Khan", born_on=BORN)
    assert [individual for individual, _ in again] == [earlier.individual, brother.individual]


def test_only_the_person_is_matched_and_nobody_named_in_what_is_said_of_them(found, earlier):
    said = "His brother Mohammed Khan, born on 4 March 2009, of 2 Mill Lane, showed him the film."
    assert found(entries=[factories.entry(said)]) == []


def test_the_keys_hold_nothing_that_can_be_read_and_no_copy_is_kept(earlier):
    assert {field.name for field in MatchKey._meta.concrete_fields} == {"key", "individual", "made_at"}
    assert earlier.individual.match_keys.count() > 10


# How well, and how often it queries


def test_of_those_written_otherwise_nineteen_in_twenty_are_found_whatever_their_origin(committed, officer):
    """Among a thousand, four hundred of them referred again; among 100,000 with `run.py prove same-person`."""
    people = drawn(1000)
    load(people, officer)
    measured = measure(people, 400, lambda again: [each.individual for each in all_like(again)][:MOST_SHOWN])
    assert measured.recall >= 0.95
    assert measured.recall_of(measured.worst) >= 0.85, measured.worst
    assert measured.precision_of_the_first >= 0.95


@pytest.mark.parametrize("number", [1, 20])
def test_looking_takes_two_queries_whether_one_is_found_or_many(
    django_assert_num_queries, officer, coordinator, earlier, number
):
    for _ in range(number):
        again = factories.referral(officer, given_names="Mohammed", family_name="Khan", born_on=BORN)
    find(again, coordinator)  # As in a process that has read the keys of the permissions.
    with django_assert_num_queries(2):
        assert len(find(again, coordinator).candidates) == min(number, 10)
