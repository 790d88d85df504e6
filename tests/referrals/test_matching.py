"""Comparing what was said of two people: names of every script, births, homes, and the words that say why."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevent_cases import glossary
from referrals.matching.dates import Birth, Born, births_alike
from referrals.matching.description import describe
from referrals.matching.keys import asked_keys, kept_keys
from referrals.matching.letters import words
from referrals.matching.likeness import likeness
from referrals.matching.names import Alike, parts_alike, read_part

DAY = date(2009, 3, 4)


def why(one: dict, other: dict) -> str:
    found = likeness(describe(**one), describe(**other))
    return found.words if found else ""


def person(given_names="Mohammed", family_name="Khan", **more) -> dict:
    return {"given_names": given_names, "family_name": family_name, "born_on": DAY} | more


# Letters and words


@pytest.mark.parametrize(
    ("written", "read"),
    {
        "Siân": ["sian"],
        "Sia\u0302n": ["sian"],
        "O’Neill": ["oneill"],
        "Łukasz Żurek": ["lukasz", "zurek"],
        "İbrahim IŞIK": ["ibrahim", "isik"],
        "Александр": ["aleksandr"],
        "Γιώργος": ["giorhgos"],
        "محمد": ["mhmd"],
        "חיים כהן": ["hyym", "khn"],
        "মোহাম্মদ": ["mohaammada"],
        "ਸਿੰਘ": ["singha"],
        "김민준": ["gim", "min", "jun"],
        "王小明": ["wang", "xiao", "ming"],
        "გიორგი": ["giorgi"],
        "Zo\u200be\u0308 \U0001f600": ["zoe"],
        "\u202eabc\u0000": ["abc"],
        "": [],
    }.items(),
    ids=ascii,
)
def test_any_script_is_brought_to_plain_letters(written, read):
    assert words(written) == read


# Names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"), ("محمد", "Mohamed"), ("Md", "Mohammed"), ("মোহাম্মদ", "Mohammed"),
        ("Aleksandr", "Alexander"), ("Александр", "Alexander"), ("Sasha", "Aleksandr"), ("Иванов", "Iwanow"),
        ("Abdul Rahman", "Abdurrahman"), ("Abdirahman", "Abdulrahman"), ("Al-Hassan", "Alhassan"),
        ("Hussein", "Husayn"), ("Xuseen", "Hussein"), ("Omar", "Umar"), ("عمر", "Omar"), ("Jamal", "Gamal"),
        ("McDonald", "Mac Donald"), ("O'Neill", "ONeil"), ("Müller", "Mueller"), ("van Dijk", "Vandijk"),
        ("da Silva", "Silva"), ("Nguyễn", "Nguyen"), ("Min-jun", "Minjun"), ("김", "Kim"), ("이", "Lee"),
        ("Wong", "王"), ("Çelik", "Celik"), ("Bill", "William"), ("Niamh", "Neve"), ("Katherine", "Kathryn"),
        ("Chaim", "Haim"), ("Jean-Pierre", "Jean Pierre"), ("Harpreet", "ਹਰਪ੍ਰੀਤ"), ("ibn Saleh", "Salih"),
    ],
)  # fmt: skip
def test_one_name_written_in_two_ways_is_alike(one, other):
    assert parts_alike(read_part(one), read_part(other)) >= Alike.IN_SOUND


@pytest.mark.parametrize(("one", "other"), [("Jakub", "Jakbu"), ("Fraser", "Frser"), ("Emily", "Emaly")])
def test_a_slip_of_the_hand_is_nearly_alike_at_least(one, other):
    assert parts_alike(read_part(one), read_part(other)) >= Alike.NEARLY


@pytest.mark.parametrize(
    ("one", "other"),
    [("Omar", "Amir"), ("Lee", "Leah"), ("Smith", "Jones"), ("Ivan", "Igor"), ("Md Rahim", "Md Karim"), ("Li", "Xu")],
)
def test_different_names_are_not_alike(one, other):
    assert parts_alike(read_part(one), read_part(other)) == Alike.NO


# Births


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (date(2009, 3, 4), Born.SAME),
        (date(2009, 4, 3), Born.EXCHANGED),
        (date(2009, 3, 14), Born.OTHER_DAY),
        (date(2009, 8, 4), Born.OTHER_MONTH),
        (date(2008, 3, 4), Born.OTHER_YEAR),
        (date(1999, 3, 4), Born.OTHER_YEAR),
        (date(2009, 3, 1), Born.OTHER_DAY),
        (date(1964, 3, 4), Born.APART),
        (date(2010, 8, 9), Born.APART),
    ],
)
def test_how_alike_two_dates_of_birth_are(other, alike):
    assert births_alike(Birth(DAY), Birth(other)) == births_alike(Birth(other), Birth(DAY)) == alike


def test_an_age_fits_a_date_of_birth_a_year_either_way_and_another_age_said_later():
    said = date(2026, 11, 25)
    assert births_alike(Birth(DAY), Birth(None, 17, said)) == Born.AGE_FITS
    assert births_alike(Birth(DAY), Birth(None, 18, said)) == Born.AGE_FITS
    assert births_alike(Birth(DAY), Birth(None, 21, said)) == Born.APART
    assert births_alike(Birth(None, 12, date(2021, 11, 25)), Birth(None, 17, said)) == Born.AGE_FITS
    assert births_alike(Birth(None), Birth(DAY)) == Born.UNKNOWN


# Why, in words


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (person(), "Same name; same date of birth"),
        (person("Muhammad", born_on=date(2008, 3, 4)), "Names sound alike; same day and month of birth, another year"),
        (
            person("Khan", "Mohammed", born_on=date(2009, 4, 3)),
            "Same name, first and last name exchanged; day and month of birth exchanged",
        ),
        (person("Mohammed", "Kham"), "Names spelt nearly alike; same date of birth"),
        (
            person("Sam", "Jones", other_names=["Mohammed Khan"]),
            "Same name, by another name given for them; same date of birth",
        ),
        (person("Aisha"), "Last name alike, another first name; same date of birth"),
        (person("Mohammed", ""), "The one name is the same; same date of birth"),
        (person(born_on=None, age=17, said_on=date(2026, 11, 25)), "Same name; the age fits"),
        (person(born_on=None), "Same name; no date of birth to compare"),
        (person(born_on=date(1990, 7, 30)), ""),
        (person("Leroy", "Gordon", born_on=date(2009, 3, 5)), ""),
    ],
)
def test_what_is_alike_is_said_in_words_and_without_a_number(other, words):
    assert why(person(), other) == words
    assert not any(map(str.isdigit, words))
    assert not any(word in words.lower() for word in glossary.NEVER_SAID)


def test_the_same_home_is_said_however_it_is_written():
    one = person(address="Flat 2, 12 Mill Lane, Eastmarsh, EM1 2AB")
    assert why(one, person("Sam", "Jones", address="12 mill ln em12ab, flat 2")).endswith("same address")
    assert "address" not in why(one, person(address="14 Mill Lane"))


def test_a_brother_and_a_father_of_the_same_home_are_not_taken_for_the_person():
    one = person(address="12 Mill Lane")
    assert why(one, person("Imran", born_on=date(2011, 7, 30), address="12 Mill Lane")) == ""
    assert why(one, person(born_on=date(1975, 6, 21), address="12 Mill Lane")) == ""


def test_only_what_is_strong_may_be_said_of_another_area():
    assert likeness(describe(**person()), describe(**person("Muhammad"))).strong
    assert not likeness(describe(**person()), describe(**person("Aisha"))).strong
    assert not likeness(describe(**person()), describe(**person(born_on=None))).strong


# Keys


def test_whoever_is_like_shares_a_key_and_a_key_is_a_number_in_which_nothing_can_be_read():
    kept = kept_keys(describe(**person("Muhammad", born_on=date(2009, 4, 3))))
    assert kept & asked_keys(describe(**person()))
    assert all(-(2**63) <= key < 2**63 for key in kept)
    assert not kept & asked_keys(describe(**person("Leroy", "Gordon", born_on=date(2001, 1, 1))))


def test_the_keys_of_somebody_are_the_same_today_and_tomorrow():
    assert sorted(kept_keys(describe("Ivo", "Sorrel")))[:2] == [2948095484866450345]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200), st.dates())
def test_whatever_is_written_can_be_compared(given_names, family_name, other, day):
    one = describe(given_names, family_name, other_names=other.split("\n"), born_on=day, address=other)
    assert len(kept_keys(one)) < 3000
    assert likeness(one, one) is None or likeness(one, one).words


def test_names_of_great_length_and_many_lines_make_few_keys():
    many = describe(
        "Ana " * 100, "x" * 200, other_names=[f"Name{line} Other{line}" for line in range(500)], born_on=DAY
    )
    assert len(kept_keys(many)) < 1000
