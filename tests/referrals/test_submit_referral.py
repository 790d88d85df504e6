"""Referring somebody: the operation, and the task list that leads to it."""

import random
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Refused
from prevent_cases.pages.models import LETTERS, Draft, SentOnce, new_reference
from prevent_cases.reference.models import ConcernType
from referrals.models import AS_SENT, POINTS, STEPS, Referral
from referrals.operations import submit_referral
from referrals.views.referring import SubmitReferral
from tests import factories

# Something for a field of the kind in which nothing was sent.
OTHER = {"DateField": "now()", "TimeField": "now()", "PositiveSmallIntegerField": "1", "ForeignKey": "1"}
ANSWERS = {
    "person": {"given_names": "Ashwin", "family_name": "Birch", "age_given": "15", "gender": "male"},
    "contact": {"lives_here": "here", "under_supervision": "no"},
    "family": {"lives_with_children": "unknown"},
    "concern": {
        "entries-first-text": "He has stopped talking to his friends.",
        "entries-first-how_known": "seen",
        **dict.fromkeys(POINTS, "unknown"),
    },
    "background": {"noticed_by": "His form tutor"},
    "needs": {},
    "told": {
        "person_told": "yes",
        "parent_told": "no",
        "not_told_because": "other",
        "told_reason": "His father asked us to wait a week.",
        "source_at_risk": "unknown",
    },
    "steps": dict.fromkeys(STEPS, "no"),
    "urgency": {"in_danger": "no", "urgency": "normal"},
}


@pytest.fixture
def started(client, officer, area):
    """The address of a task list just begun by the officer."""
    client.force_login(officer)
    return client.post(reverse("referrals:start", args=[area.slug])).url


def answer_all(client, started, school):
    for slug, answers in (ANSWERS | {"referrer": {"for_agency": school.slug, "feedback_wanted": "yes"}}).items():
        assert client.post(f"{started}{slug}/", answers).status_code == 302


# What it does


def test_a_referral_starts_with_the_coordinator_and_its_type_of_concern_not_yet_known(officer):
    referral = factories.referral(officer)
    assert referral.stage == "submitted"
    assert referral.concern_type.code == ConcernType.NOT_YET_KNOWN


def test_it_is_about_an_individual(officer):
    referral = factories.referral(officer, given_names="Noor", family_name="Lake")
    assert (referral.individual.given_names, referral.individual.family_name) == ("Noor", "Lake")


def test_it_says_on_which_day_it_was_completed_where_that_was_before_it_was_sent(client, started, school):
    answer_all(client, started, school)
    Draft.objects.update(saved_at=clock.now() - timedelta(days=3))
    client.post(f"{started}check/", {"no_intelligence": "on", "as_far_as_known": "on"})
    referral = Referral.objects.get()
    assert referral.completed_on == clock.today() - timedelta(days=3)
    assert clock.day_of(referral.submitted_at) == clock.today()


def test_its_reference_cannot_be_counted_from(officer):
    references = {factories.referral(officer).reference for _ in range(5)}
    assert len(references) == 5
    assert all(len(reference) == 10 and set(reference) <= set(LETTERS) for reference in references)
    assert len(set(LETTERS)) ** 10 > 2**48

    def drawn_after_the_same():
        random.seed(7)
        return new_reference()

    assert drawn_after_the_same() != drawn_after_the_same()


def test_the_database_itself_refuses_to_edit_what_was_sent(referral):
    assert len(AS_SENT) > 60
    for field in map(Referral._meta.get_field, AS_SENT):
        # Whatever it is, it is not what was sent.
        other = "NULL" if getattr(referral, field.attname) is not None else OTHER[field.get_internal_type()]
        with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE referrals_referral SET {field.column} = {other} WHERE id = %s", [referral.pk])


@pytest.mark.parametrize("table", ["concernentry", "supportneed"])
def test_nor_what_stands_under_it(officer, table):
    factories.referral(officer, support_needs=[{"kind": "adjustment", "fact": "Mornings.", "source": "person"}])
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE referrals_{table} SET id = id")


def test_complex_needs_are_what_was_stated_and_not_an_interpreter(officer):
    def needs(kind):
        return [{"kind": kind, "fact": "As the letter says.", "source": "record"}]

    assert factories.referral(officer, support_needs=needs("neurodiversity")).has_complex_needs
    assert not factories.referral(officer, support_needs=needs("interpreter")).has_complex_needs
    assert not factories.referral(officer).has_complex_needs


@pytest.mark.parametrize(
    ("answers", "constraint"),
    [
        ({"given_names": ""}, "a_referral_names_somebody"),
        ({"no_intelligence": False}, "a_referral_is_sent_with_its_declarations"),
        ({"as_far_as_known": False}, "a_referral_is_sent_with_its_declarations"),
        ({"entries": [factories.entry(text="")]}, "an_entry_says_something"),
    ],
)
def test_what_a_referral_needs_is_held_by_the_database(officer, answers, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        factories.referral(officer, **answers)


# What it records


def test_one_entry_about_the_area_the_referral_and_the_individual_without_personal_data(officer, area):
    referral = factories.referral(officer, given_names="Secretname")
    entry = AuditEntry.objects.latest("pk")
    assert (entry.what, entry.sentence) == (
        "referrals.submit_referral",
        "Referral submitted. The coordinator of the area has it now.",
    )
    assert {f"accounts.Area:{area.pk}", f"referrals.Referral:{referral.pk}"} <= set(entry.about)
    assert f"referrals.Individual:{referral.individual.pk}" in entry.about
    assert "Secretname" not in entry.changes


# When it refuses


def test_nobody_refers_for_an_agency_they_do_not_work_for(officer, area, childrens_services):
    with pytest.raises(Refused, match="an agency you work for"):
        submit_referral(area, by=officer, for_agency=childrens_services, given_names="A", entries=[])


def test_a_referral_without_a_concern_is_refused(officer):
    with pytest.raises(Refused, match="at least one entry"):
        factories.referral(officer, entries=[])


# Who may


def test_somebody_of_another_area_cannot_refer_here(stranger, area, school):
    with pytest.raises(Exception, match="You may see this, but not submit referral"):
        submit_referral(area, by=stranger, for_agency=school, given_names="A", entries=[])


def test_another_teacher_of_the_school_gets_404_on_every_page_of_it(client, referral, school):
    client.force_login(factories.person(school, PostKind.OFFICER, "Tess Teacher"))
    for name in ("follow_referral", "sent", "view_referral", "add_to_referral", "end_referral"):
        assert client.get(reverse(f"referrals:{name}", args=[referral.reference])).status_code == 404


def test_the_referrer_reads_their_own_page_and_not_the_coordinators(client, referral, officer):
    client.force_login(officer)
    assert client.get(reverse("referrals:follow_referral", args=[referral.reference])).status_code == 200
    assert client.get(referral.get_absolute_url()).status_code == 404


def test_who_has_left_the_agency_no_longer_follows_what_they_sent_for_it(client, referral, officer, administrator):
    client.force_login(officer)
    assert client.get(reverse("referrals:follow_referral", args=[referral.reference])).status_code == 200
    withdraw_post(officer.held_posts.get(), by=administrator)
    for name in ("follow_referral", "add_to_referral"):
        assert client.get(reverse(f"referrals:{name}", args=[referral.reference])).status_code == 404


def test_opened_again_the_confirmation_says_where_it_stands(client, officer, coordinator):
    referral = factories.referral(officer)
    client.force_login(officer)
    address = reverse("referrals:sent", args=[referral.reference])
    assert ", and decides by " in client.get(address).content.decode()
    with clock.at(clock.now() + timedelta(days=60)):
        client.logout()
        client.force_login(officer)
        page = client.get(address).content.decode()
        assert f"The coordinator of {referral.area} reads it.</p>" in page
    factories.ended(referral, coordinator)
    client.logout()
    client.force_login(officer)
    page = client.get(address).content.decode()
    assert "<p>Decided. <a" in page
    assert "decides by" not in page


# The task list


def test_it_takes_twelve_pages_at_most():
    """The questions, the files and the check (U-10)."""
    assert len(SubmitReferral.parts) + 2 <= 12


def test_answers_are_kept_part_by_part_and_sent_once(client, started, officer, school):
    answer_all(client, started, school)
    check = client.get(f"{started}check/")
    for said in ("He has stopped talking to his friends.", "want to harm somebody?", "known to MAPPA or MARAC?"):
        assert said in check.content.decode()
    declared = {"no_intelligence": "on", "as_far_as_known": "on"}
    sent = client.post(f"{started}check/", declared)
    referral = Referral.objects.get()
    assert sent.url == reverse("referrals:sent", args=[referral.reference])
    assert (referral.given_names, referral.age_given, referral.for_agency) == ("Ashwin", 15, school)
    assert referral.told_reason == "His father asked us to wait a week."
    assert {getattr(referral, name) for name in POINTS} == {"unknown"}
    assert not Draft.objects.exists()
    assert client.post(f"{started}check/", declared).url == sent.url
    SentOnce.objects.all().delete()  # As after a day.
    assert client.post(f"{started}check/", declared).url == reverse("referrals:list_own_referrals")
    assert Referral.objects.count() == 1


def test_nothing_can_be_sent_before_every_part_is_complete(client, started):
    assert client.get(f"{started}check/").url == started
    assert client.post(f"{started}check/", {"no_intelligence": "on", "as_far_as_known": "on"}).url == started
    assert not Referral.objects.exists()


def test_what_is_missing_is_said_beside_the_question_and_what_was_typed_is_kept(client, started):
    page = client.post(f"{started}person/", {"family_name": "Birch", "gender": "male"})
    assert page.status_code == 422
    assert "Enter first names" in page.content.decode()
    assert 'value="Birch"' in client.get(f"{started}person/").content.decode()


def test_it_can_be_left_and_taken_up_again(client, started):
    assert client.post(f"{started}concern/", {"entries-first-text": "Half a thou", "later": "yes"}).url == started
    assert "Half a thou" in client.get(f"{started}concern/").content.decode()
    assert "Not finished" in client.get(started).content.decode()


def test_what_the_database_cannot_keep_is_left_out_of_what_was_typed(client, started):
    answers = ANSWERS["person"] | {"given_names": "Ash\x00win", "odd\x00name": "x"}
    assert client.post(f"{started}person/", answers).url == started
    kept = Draft.objects.get().answers["person"]
    assert kept["given_names"] == ["Ashwin"]
    assert "oddname" in kept


def test_somebody_elses_draft_does_not_exist(client, started, coordinator):
    client.force_login(coordinator)
    assert client.get(started).status_code == 404
    assert client.get(f"{started}person/").status_code == 404
    assert client.get(f"{started}check/").status_code == 404
    assert client.post(f"{started}person/").status_code == 404


def test_the_declaration_is_needed(client, started, school):
    answer_all(client, started, school)
    page = client.post(f"{started}check/", {"as_far_as_known": "on"})
    assert page.status_code == 422
    assert "Confirm that nothing in this referral comes from an intelligence service." in page.content.decode()


def test_before_starting_danger_comes_first(client, officer):
    client.force_login(officer)
    page = client.get(reverse("referrals:refer")).content.decode()
    assert page.index("tel:999") < page.index("What happens next")
    assert "If in doubt, refer." in page


def test_its_pages_cost_the_same_whatever_is_in_it(client, started, school, officer, queries_of):
    def of_pages(number):
        answer_all(client, started, school)
        texts = {f"entries-more{each}-text": "Another worry." for each in range(number)}
        how_known = {f"entries-more{each}-how_known": "seen" for each in range(number)}
        assert client.post(f"{started}concern/", ANSWERS["concern"] | texts | how_known).status_code == 302
        for each in range(number):
            factories.chosen_file(officer, Draft.objects.get(), f"{each}.txt")
        check = client.get(f"{started}check/").content.decode()
        assert (check.count("Another worry."), check.count(".txt") >= number) == (number, True)
        return [queries_of(f"{started}{page}") for page in ("", "concern/", "files/", "check/")]

    at_one = of_pages(1)
    assert of_pages(15) == at_one
    assert max(at_one) <= 12
