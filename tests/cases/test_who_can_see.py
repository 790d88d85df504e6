"""Who can see a case, and why; why somebody can or cannot."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations
from cases.permissions.case import view_case
from cases.permissions.explained import of_openings, of_readers, who_can_see
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.pages.together import fetch_together
from tests import factories
from tests.cases.glass import REASON


@pytest.fixture
def health(area):
    return factories.agency(area, "Harrowmere Health")


@pytest.fixture
def doctor(health):
    return factories.person(health, PostKind.REPRESENTATIVE, "Dora Doctor")


@pytest.fixture
def put_on_it(case, childrens_services, coordinator, representative, colleague):
    factories.share(case, childrens_services, coordinator)
    operations.put_colleague_on_case(
        case, by=representative, agency=childrens_services, colleague=colleague, purpose="To help."
    )
    return case


def readers(case) -> dict[str, set[str]]:
    fetch_together(case, **of_readers(case), **of_openings(case))
    return {each.why: {person.name for person in each.people} for each in who_can_see(case)}


# By hand: the ground of each who can see it, and of whom there is nothing.
GROUNDS = {
    "They oversee cases in Harrowmere.": {"Cora Coordinator", "Cem Coordinator", "Oren Organiser"},
    "They chair Channel Panel.": {"Charles Chair"},
    "It is shared with their agency, and they handle its cases.": {"Rosa Representative"},
    "They were put on it by name.": {"Colin Colleague"},
    "They broke the glass, and it closes by itself.": {"Dora Doctor"},
}


def test_each_stands_under_the_ground_that_opens_it(
    put_on_it, second_coordinator, chair, organiser, doctor, stranger, officer, police_representative
):
    operations.break_glass(put_on_it, by=doctor, kind="other", reason=REASON)
    found = readers(put_on_it)
    assert {why.replace(str(put_on_it.panel), "Channel Panel"): names for why, names in found.items()} == GROUNDS
    named = {name for names in found.values() for name in names}
    assert named == {str(each) for each in User.objects.all() if view_case.permits(each, put_on_it)}


def test_it_says_the_same_as_the_rule_whatever_shuts_it(
    put_on_it, coordinator, second_coordinator, chair, organiser, doctor, representative, colleague
):
    operations.restrict_case(put_on_it, by=coordinator, reason="A threat.", readers=[chair, representative])
    operations.exclude_person(put_on_it, by=coordinator, person=chair, kind="relative", reason="An uncle.")
    operations.break_glass(put_on_it, by=doctor, kind="other", reason=REASON)
    found = {name for names in readers(put_on_it).values() for name in names}
    assert found == {str(each) for each in User.objects.all() if view_case.permits(each, put_on_it)}
    assert found == {"Cora Coordinator", "Rosa Representative", "Dora Doctor"}


def test_why_somebody_cannot_is_said_in_sentences(
    client, put_on_it, area, panel, coordinator, second_coordinator, chair, doctor, health, colleague, representative,
    police, police_representative, organiser
):  # fmt: skip
    lapses = clock.today() + timedelta(days=1)
    factories.share(put_on_it, police, coordinator, until=lapses)
    with clock.at(clock.now() + timedelta(days=3)):
        operations.restrict_case(put_on_it, by=coordinator, reason="A threat.", readers=[representative])
        operations.exclude_person(
            put_on_it, by=coordinator, person=second_coordinator, kind="relative", reason="An uncle."
        )
        client.force_login(coordinator)
        place = reverse("cases:explain_access", args=[put_on_it.reference])
        assert client.get(place).status_code == 200
        assert "<title>Error:" in client.get(place, {"person": "NOBODY"}).content.decode()
        for person, sees, sentences in (
            (coordinator, True, ["They oversee cases in Harrowmere.", "they are named on it"]),
            (representative, True, ["and they handle its cases.", "they are named on it"]),
            (colleague, False, ["they do not handle its cases.", "They were put on it by name", "not named on it"]),
            (second_coordinator, False, ["They oversee cases", "They are excluded", "a relative or somebody close"]),
            (doctor, False, ["It was never shared with Harrowmere Health."]),
            (police_representative, False, [f"that lapsed on {lapses.day} "]),
            (chair, False, ["They chair", "not named on it"]),
        ):
            page = client.get(place, {"person": person.reference}).content.decode()
            assert f"{person} can{'' if sees else 'not'} see it" in page
            assert [sentence for sentence in sentences if sentence not in page] == [], person
            assert view_case.permits(person, put_on_it) == sees
        # Of an exclusion only those are told who may know of it; and whoever is excluded of nothing.
        for person, status in ((representative, 403), (organiser, 404), (second_coordinator, 404)):
            client.force_login(person)
            assert client.get(place).status_code == status, person


def test_it_costs_the_same_however_many_they_are(client, put_on_it, coordinator, queries_of, childrens_services, area):
    client.force_login(coordinator)
    place = reverse("cases:who_can_see", args=[put_on_it.reference])
    once = queries_of(place)
    for number in range(3):
        factories.person(childrens_services, PostKind.REPRESENTATIVE, f"Rep {number}")
        factories.person(area, PostKind.ORGANISER, f"Org {number}")
    assert queries_of(place) == once <= 12
    person = reverse("cases:explain_access", args=[put_on_it.reference]) + f"?person={coordinator.reference}"
    assert queries_of(person) <= 12
