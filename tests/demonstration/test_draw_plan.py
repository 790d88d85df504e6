"""What the demonstration draws: the same at every load, people apart from what is said of them, in careful words."""

import inspect
import re
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from cases.models import Stage
from demonstration import concerns, words
from demonstration.accounts import ACCOUNTS, accounts_shown
from demonstration.described import described
from demonstration.drawing import draw_plan
from panels.judgements import Judgement
from prevent_cases.accounts.models import Sector
from referrals.models import ANSWERS, POINTS, EndReason, Gender, NeedKind, YesNo

NO_CONCERN_OR_OTHER_HELP = {
    EndReason.EXPLAINED, EndReason.OTHER_NEED, EndReason.SIGNPOSTED, EndReason.MANAGED_ELSEWHERE,
}  # fmt: skip
TODAY = date(2026, 11, 22)
# "Subject" and its like are never said of a person; the demonstration does without them altogether.
# Nor is any place of worship, party or group invented.
UNWANTED = re.compile(
    r"extremist|radicali[sz]|\bsubject|terrorist|nominal|mosque|masjid|\bimam\b|synagogue|gurdwara|\bparty\b|brigade",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def plan():
    return draw_plan(TODAY)


def texts_in(value):
    """Every string in some lists, tuples and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_in(each)


def test_every_load_draws_the_same(plan):
    again = draw_plan(TODAY)
    assert [(p.answers, p.course, p.days_ago) for p in again] == [(p.answers, p.course, p.days_ago) for p in plan]


def test_who_people_are_does_not_depend_on_what_is_said(plan):
    other = draw_plan(TODAY, texts="other texts")
    assert [p.concern for p in other] != [p.concern for p in plan]
    names = [(p.person.given_names, p.person.family_name, p.person.gender) for p in plan]
    assert [(p.person.given_names, p.person.family_name, p.person.gender) for p in other] == names


def test_how_referrals_go_does_not_depend_on_who_people_are(plan):
    other = draw_plan(TODAY, people="other people")
    assert [p.person.family_name for p in other] != [p.person.family_name for p in plan]
    dealt = [(p.area, p.sector, p.course, p.concern) for p in plan]
    assert [(p.area, p.sector, p.course, p.concern) for p in other] == dealt


def test_what_somebody_says_of_themselves_goes_with_no_type_of_concern(plan):
    """Faith and origin are drawn by nothing but the number of a referral: each goes with several types of concern."""
    asked = [(said, p.concern) for number, p in enumerate(plan) if (said := described(number))]
    assert 75 < len(asked) < 105
    assert {said["source"] for said, _ in asked} == {"person", "family", "declined"}
    for name in ("religion", "ethnicity"):
        types = defaultdict(set)
        for said, concern in asked:
            if said.get(name):
                types[said[name]].add(concern)
        assert len(types) > 5
        assert min(map(len, types.values())) > 1, types


def test_nor_does_faith_go_with_origin_or_with_a_name(plan):
    assert [*inspect.signature(described).parameters] == ["number"]
    goes_with = {name: defaultdict(set) for name in ("ethnicity", "nationality", "family_name")}
    for number, p in enumerate(plan):
        said = (described(number) or {}) | {"family_name": p.person.family_name}
        for name, found in goes_with.items():
            if said.get("religion") and said.get(name):
                found[said["religion"]].add(said[name])
    for found in goes_with.values():
        assert len(found) > 5
        assert min(map(len, found.values())) > 1, found


def test_about_one_in_fourteen_is_adopted_and_most_end_without_concern_or_with_other_help(plan):
    adopted = [p for p in plan if Judgement.ENTER in p.course.judgements]
    assert 0.05 < len(adopted) / 150 < 0.10
    assert {p.course.is_accepted for p in adopted} == {True}
    at_the_door = [p for p in plan if p.course.ends in NO_CONCERN_OR_OTHER_HELP and p.course.confirmed]
    as_a_case = [p for p in plan if p.course.instead in (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE)]
    assert len(at_the_door) > 75
    assert len(at_the_door) + len(as_a_case) < 105


def test_there_are_a_hundred_and_fifty_referrals_of_a_hundred_and_ten_people(plan):
    assert (len(plan), len({id(p.person) for p in plan})) == (150, 110)
    names = {(p.person.given_names, p.person.family_name) for p in plan}
    assert len(names) == 110


def test_two_thirds_are_in_eastmarsh(plan):
    assert Counter(p.area for p in plan)["Eastmarsh"] == 100


def test_sectors_ages_and_genders_are_those_of_the_national_figures(plan):
    sectors = Counter(p.sector for p in plan)
    assert sectors[Sector.EDUCATION] / 150 == pytest.approx(0.40, abs=0.02)
    assert sectors[Sector.POLICE] / 150 == pytest.approx(0.28, abs=0.02)
    assert sum(p.age < 18 for p in plan) / 150 == pytest.approx(0.57, abs=0.03)
    known = [p for p in plan if p.person.gender in (Gender.MALE, Gender.FEMALE)]
    assert sum(p.person.gender == Gender.MALE for p in known) / len(known) == pytest.approx(0.90, abs=0.04)


def test_a_later_referral_comes_when_the_earlier_one_is_settled(plan):
    last = {}
    for planned in plan:
        before = last.get(planned.person)
        if before and planned.course.ends != "duplicate":
            assert before.area == planned.area
            assert before.days_ago - before.course.takes > planned.days_ago
        last[planned.person] = planned


def test_nobody_is_younger_or_older_than_the_referral_says(plan):
    for planned in plan:
        day = TODAY - timedelta(days=round(planned.days_ago))
        assert abs(planned.person.age_on(day) - planned.age) <= (planned.course.ends == "duplicate")


def test_every_referral_says_something_of_its_own(plan):
    texts = [entry["text"] for p in plan for entry in p.answers["entries"][:1]]
    assert len(set(texts)) > 140
    assert not [text for text in texts if "{" in text or "  " in text]
    assert {*plan[0].answers} < {*ANSWERS, "entries", "support_needs"}


def test_some_are_known_to_be_so_of_others_it_is_not_known(plan):
    for name in (*POINTS, "police_called", "mappa_marac"):
        assert len({p.answers[name] for p in plan}) == 2, name
        assert 3 <= sum(p.answers[name] == YesNo.YES for p in plan) <= 75, name
    of_immigration = [p for p in plan for need in p.answers["support_needs"] if need["kind"] == NeedKind.IMMIGRATION]
    assert 2 <= len(of_immigration) <= 8


def test_the_words_are_careful():
    said = [*texts_in(vars(concerns)), *texts_in(vars(words)), *texts_in([account.may for account in ACCOUNTS])]
    assert len(said) > 200
    assert not [text for text in said if UNWANTED.search(text)]


def test_the_accounts_to_try_are_those_promised():
    eastmarsh = (
        "teacher lead gateway supervisor police nhs socialcare frontdoor coordinator organiser chair cochair "
        "governance board admin admin2"
    )
    elsewhere = "coordinator chair admin admin2"
    assert [account.email for account in accounts_shown()] == [
        *(f"{name}@eastmarsh.example" for name in eastmarsh.split()),
        *(f"{name}@havenbrook.example" for name in elsewhere.split()),
        *(f"{name}@stonewharf.example" for name in elsewhere.split()),
        "provider@interventions.example",
    ]
