"""Search: one box, over what one may see; and nothing in an answer tells of anything else."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import cases.operations
from cases.models import AreaSearch
from panels.operations import decide_item, record_attendance, start_meeting
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from tests import factories
from tests.standing import standing

LOG = {"way": "visit", "contact_with": "parent", "reached": True, "contacted_on": date(2026, 1, 2)}
# A word of each kind of text, of which no other text holds one.
WORDS = {
    "Concerns": "zeppelin",
    "Contact log": "yacht",
    "Information": "xylophone",
    "Assessments": "walrus",
    "Actions": "vulcanite",
    "Meetings and decisions": "umbrella",
}


@standing
def about_ashvin(officer, coordinator, panel, meeting):
    sent = factories.referral(
        officer,
        given_names="Ashvin",
        family_name="Alder",
        other_names="Ash the Bat",
        entries=[factories.entry("He drew zeppelins on the wall.")],
    )
    return factories.case(sent, coordinator, panel)


@pytest.fixture
def told(about_ashvin, area, panel, police, childrens_services, coordinator, chair, police_representative):
    """With a word in each kind of text; what the police shared is for the chair."""
    case = about_ashvin
    for agency in (police, childrens_services):
        factories.share(case, agency, coordinator)
    cases.operations.log_contact(case, by=coordinator, what="She sells yachts.", **LOG)
    factories.contribution(case, police, police_representative, "chair_only", text="A xylophone.", with_deputies=False)
    framework = factories.framework(area)
    factories.assessment(case, coordinator, framework, summary="A walrus.")
    factories.action(case, police, coordinator, what="Take the vulcanite away.")
    factories.section36(case, police_representative)
    meeting = case.agenda_items.get().meeting
    start_meeting(meeting, by=chair)
    record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    decide_item(meeting.items.get(case=case), by=chair, **factories.DEFERRED | {"rationale": "An umbrella first."})
    return case


@pytest.fixture
def search(client):
    def ask(person, words, where="name", **more):
        client.force_login(person)
        page = client.post(reverse("home:search"), {"words": words, "where": where} | more)
        assert page.status_code == 200, page.context["form"].errors
        api = client.post(
            reverse("home_api:search"), {"words": words, "where": where} | more, content_type="application/json"
        ).json()
        found = [(each.case.reference, [place.title for place in each.places]) for each in page.context["found"]]
        assert found == [(each["reference"], [place["title"] for place in each["places"]]) for each in api["found"]]
        return found

    return ask


def test_by_reference_and_by_name_in_any_spelling(search, about_ashvin, case, coordinator):
    reference = about_ashvin.reference
    for words in (reference, reference.lower(), f" {reference} ", "ashvin alder", "Alder Ashvin", "Ashwin Alder",
                  "Ashveen Aldar", "ald", "ash the bat", "ÁSHVIN"):  # fmt: skip
        assert [found for found, _ in search(coordinator, words)] == [reference], words
    for hostile in ("' | !z:*", "%", "\\", "<q>", "'; DROP TABLE", "z & | q", reference[:-1]):
        assert search(coordinator, hostile) == [], hostile


def test_a_particle_belongs_to_either_name(search, officer, coordinator, panel):
    sent = factories.referral(officer, given_names="Oisín", family_name="O'Sullivan", other_names="")
    reference = factories.case(sent, coordinator, panel).reference
    for words in ("Oisin Ó Súileabháin", "Oisin O Sullivan", "Osheen Osullivan"):
        assert search(coordinator, words) == [(reference, [])], words


def test_a_particle_is_written_apart_or_as_one_with_what_follows(search, officer, coordinator, panel):
    def case_of(given_names, family_name):
        sent = factories.referral(officer, given_names=given_names, family_name=family_name, other_names="")
        return factories.case(sent, coordinator, panel).reference

    apart, as_one = case_of("Joost", "van der Berg"), case_of("Karel", "Vanderberg")
    cruz, other = case_of("Marisol", "de la Cruz"), case_of("Delia", "Berg")
    for words, found in (
        ("Vanderberg", {apart, as_one}),
        ("vanderb", {as_one}),  # So little may begin anything.
        ("Joost Vanderberg", {apart}),
        ("Joost van Derberg", {apart}),
        ("van der Berg", {apart, as_one}),
        ("Karel van der Berg", {as_one}),
        ("Delacruz", {cruz}),
        ("Marisol de Lacruz", {cruz}),
        ("Delia", {other}),
        ("van der", {apart}),
        ("lalalalalalalalalalalalala", set()),
    ):
        assert {reference for reference, _ in search(coordinator, words)} == found, words


def test_what_one_may_not_see_takes_no_place_among_what_is_shown(
    search, about_ashvin, officer, coordinator, representative, childrens_services, panel, monkeypatch
):
    """Two newer cases are likely, and their names stand only in what she does not see."""
    monkeypatch.setattr("home.search.SHOWN", 1)
    shared = [about_ashvin, *(factories.case(factories.referral(officer), coordinator, panel) for _ in range(2))]
    for case in shared:
        factories.share(case, childrens_services, coordinator)
        other = factories.referral(officer, given_names="Ashvin", family_name="Alder")
        cases.operations.confirm_same_person(other, by=coordinator, individual=case.individual, reason="Same boy.")
    assert search(representative, "Ashvin Alder") == [(about_ashvin.reference, [])]


def test_nobody_finds_what_they_may_not_see(
    search, about_ashvin, coordinator, officer, stranger, representative, childrens_services, chair
):
    for person in (officer, stranger, representative):
        assert search(person, "Ashvin Alder") == search(person, about_ashvin.reference) == []
    assert search(chair, "Ashvin Alder") == [(about_ashvin.reference, [])]
    factories.share(about_ashvin, childrens_services, coordinator)
    assert search(representative, "Ashvin Alder") == [(about_ashvin.reference, [])]
    cases.operations.restrict_case(about_ashvin, by=coordinator, reason="His uncle.", readers=[])
    assert search(representative, "Ashvin Alder") == search(chair, "Ashvin Alder") == []


def test_no_name_finds_that_stands_only_in_a_referral_one_may_not_see(
    search, about_ashvin, officer, coordinator, representative, childrens_services
):
    factories.share(about_ashvin, childrens_services, coordinator)
    other = factories.referral(officer, given_names="Zebulon", family_name="Quagga", other_names="Zed the Hidden")
    cases.operations.confirm_same_person(other, by=coordinator, individual=about_ashvin.individual, reason="Same boy.")
    for words in ("Zebulon Quagga", "Zebulan Quaga", "zed the hidden", other.reference):
        assert search(representative, words) == [], words
    assert search(coordinator, "Zebulan Quaga") == [(about_ashvin.reference, [])]


def test_words_are_found_where_they_stand_by_whoever_reads_them(
    search, told, coordinator, chair, representative, second_coordinator
):
    for title, word in WORDS.items():
        hidden = title == "Information"
        for person, finds in {coordinator: not hidden, chair: True, representative: not hidden}.items():
            assert search(person, word, "own") == ([(told.reference, [title])] if finds else []), (title, person)
        # Whose case it is not works on it no more than a stranger does.
        assert search(second_coordinator, word, "own") == []
    assert search(chair, "walrus umbrella", "own") == []
    assert search(chair, "walrus or umbrella", "own") == [(told.reference, ["Assessments", "Meetings and decisions"])]
    assert search(chair, '"zeppelins on the wall"', "own") == [(told.reference, ["Concerns"])]


def test_whoever_stands_in_for_the_owner_looks_in_their_cases_as_long(
    search, told, area, coordinator, second_coordinator
):
    cover = cases.operations.arrange_cover(
        area,
        by=coordinator,
        away=coordinator,
        covered_by=second_coordinator,
        starts_on=clock.today(),
        until=clock.today(),
    )
    assert search(second_coordinator, "walrus", "own") == [(told.reference, ["Assessments"])]
    cases.operations.end_owner_cover(cover, by=coordinator)
    assert search(second_coordinator, "walrus", "own") == []


def test_all_cases_of_an_area_for_a_purpose_that_is_kept(
    client, search, told, area, second_coordinator, governance, chair, stranger
):
    purpose = {"purpose": "A parent asks whether the school told us of the drawing."}
    assert search(second_coordinator, "zeppelin", area.slug, **purpose) == [(told.reference, ["Concerns"])]
    assert search(governance, "xylophone", area.slug, **purpose) == []
    kept = AreaSearch.objects.filter(searched_by=second_coordinator).first()
    assert (kept.purpose, kept.area) == (purpose["purpose"], area)
    client.force_login(second_coordinator)
    page = client.post(reverse("home:search"), {"words": "zeppelin", "where": area.slug})
    assert list(page.context["form"].errors) == ["purpose"]
    for person in (chair, stranger):
        client.force_login(person)
        page = client.post(reverse("home:search"), {"words": "zeppelin", "where": area.slug} | purpose)
        assert list(page.context["form"].errors) == ["where"], person


def test_each_search_is_in_the_trail_and_what_was_looked_for_is_not(client, search, about_ashvin, coordinator, chair):
    search(coordinator, "Ashvin Alder")
    search(coordinator, "Nobody Atall")
    searched = AuditEntry.objects.filter(what="home.search", by=key_of(coordinator))
    assert searched.filter(sentence="Cases searched.").count() == 4  # Each on the page and at the endpoint.
    assert searched.filter(about__contains=[key_of(about_ashvin)]).count() == 2
    trail = "".join(str(vars(entry)) for entry in AuditEntry.objects.all())
    assert "Ashvin" not in trail
    assert "Atall" not in trail
    # And no address holds it: it is not asked by GET.
    client.force_login(coordinator)
    assert "found" not in client.get(reverse("home:search") + "?words=Ashvin&where=name").context


def test_as_many_queries_at_one_case_as_at_five(client, told, officer, coordinator, panel):
    def queries() -> int:
        # At one moment: the session is written now and then, and must not be written in between.
        with clock.at(clock.now()), CaptureQueriesContext(connection) as captured:
            for where in ("name", "own"):
                client.post(reverse("home:search"), {"words": "Alder or zeppelins", "where": where})
        return len(captured)

    client.force_login(coordinator)
    queries()  # What is kept between requests is read the first time.
    one = queries()
    for _ in range(4):
        sent = factories.referral(officer, family_name="Alder", entries=[factories.entry("Zeppelins.")])
        factories.case(sent, coordinator, panel)
    assert queries() == one
