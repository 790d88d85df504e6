"""The worklist of referrals, and one's own."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import TriagePolicy
from referrals.models import Referral
from referrals.operations import record_national_reference
from tests import factories

THURSDAY = datetime(2027, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
def listed(client):
    """The references on the worklist of somebody, for these answers: on its page and, the same, at its endpoint."""

    def look(person, **asked):
        client.force_login(person)
        page = client.get(reverse("referrals:list_referrals"), asked)
        assert page.status_code == 200
        shown = [referral.reference for referral in page.context["page"].records]
        results = client.get(reverse("referrals_api:list_referrals"), asked).json()["results"]
        assert [each["reference"] for each in results] == shown
        return shown

    return look


# Who sees what


def test_those_who_oversee_see_the_areas_and_nobody_elses(listed, referral, coordinator, stranger):
    assert listed(coordinator) == [referral.reference]
    assert listed(stranger) == []


def test_a_teacher_sees_their_own_and_not_a_colleagues(client, referral, officer, school):
    client.force_login(officer)
    assert referral.reference in client.get(reverse("referrals:list_own_referrals")).content.decode()
    client.force_login(factories.person(school, PostKind.OFFICER, "Tess Teacher"))
    assert referral.reference not in client.get(reverse("referrals:list_own_referrals")).content.decode()


def test_the_type_of_concern_is_in_no_list(client, referral, coordinator):
    client.force_login(coordinator)
    assert "Not yet known" not in client.get(reverse("referrals:list_referrals")).content.decode()


def test_it_has_six_columns_and_a_badge_for_urgency_alone(client, referral, officer, coordinator):
    factories.referral(officer, urgency="urgent", urgency_reason="Today.")
    client.force_login(coordinator)
    page = client.get(reverse("referrals:list_referrals")).content.decode()
    assert page.count('scope="col"') == 6
    assert page.count("Urgent</strong>") == 1


# Deadlines


def test_a_deadline_is_counted_in_the_areas_working_days_and_said_in_words(client, officer, coordinator, area):
    factories.policy(area, TriagePolicy, decided_within=2)
    with clock.at(THURSDAY):
        referral = factories.referral(officer)
        assert referral.due_on.isoformat() == "2027-03-08"  # Friday and Monday.
        client.force_login(coordinator)
        page = client.get(reverse("referrals:list_referrals")).content.decode()
    assert "Due in 2 working days, on 8 March" in page


def test_an_urgent_one_is_due_at_once_and_one_that_is_not_has_its_time_again(officer, coordinator):
    with clock.at(THURSDAY):
        urgent = factories.referral(officer, urgency="urgent", urgency_reason="Today.")
        usual = factories.referral(officer)
    assert (urgent.due_on.day, usual.due_on.day) == (4, 5)
    with clock.at(THURSDAY + timedelta(hours=1)):
        factories.received(usual, coordinator, urgency="urgent")
        factories.received(urgent, coordinator, urgency="usual")
    assert (urgent.due_on.day, usual.due_on.day) == (5, 4)


def test_what_is_decided_is_due_no_more(referral, coordinator):
    factories.ended(referral, coordinator)
    assert Referral.objects.get(pk=referral.pk).due_on is None


# Sorting and filtering


def test_the_oldest_deadline_comes_first_or_the_newest_referral(listed, officer, coordinator):
    with clock.at(THURSDAY):
        first = factories.referral(officer)
        second = factories.referral(officer, urgency="urgent", urgency_reason="Today.")
    assert listed(coordinator) == [second.reference, first.reference]
    third = factories.referral(officer)
    assert listed(coordinator, sort="newest")[0] == third.reference


def test_it_is_filtered(listed, officer, coordinator, second_coordinator, area):
    clinic = factories.agency(area, "Quay Clinic", AgencyType.HEALTH, Sector.HEALTH)
    nurse = factories.person(clinic, PostKind.OFFICER, "Nora Nurse")
    late = factories.referral(officer)
    now = clock.now() + timedelta(days=9)
    with clock.at(now):
        urgent = factories.referral(nurse, urgency="urgent", urgency_reason="Today.")
        mine = factories.received(factories.referral(officer), second_coordinator)
        ended = factories.ended(factories.referral(officer), coordinator)
    for asked, expected in (
        ({}, {late, urgent, mine}),
        ({"stage": "all"}, {late, urgent, mine, ended}),
        ({"stage": "submitted"}, {late, urgent}),
        ({"stage": "in_triage"}, {mine}),
        ({"stage": "ended"}, {ended}),
        ({"only": "urgent"}, {urgent}),
        ({"only": "overdue"}, {late}),
        ({"only": ["urgent", "overdue"]}, set()),
        ({"sector": "health"}, {urgent}),
        ({"agency": clinic.slug}, {urgent}),
        ({"stage": "nowhere", "sort": "by colour", "only": "blue"}, {late, urgent, mine}),
    ):
        with clock.at(now):
            assert set(listed(coordinator, **asked)) == {each.reference for each in expected}, asked
    assert listed(second_coordinator, only="mine") == [mine.reference]


# Searching


NAMES = [
    ("Łukasz", "Żurek", ["lukasz zurek"]),
    ("Siân", "Gwŷn", ["sian gwyn"]),
    ("Oisín", "O'Driscoll", ["odriscoll", "O’Driscoll"]),
    ("Inês", "Nunes-Reed", ["reed ines"]),
    ("Şükrü", "Yılmaz", ["sukru yilmaz"]),
    ("يوسف", "حداد", ["حداد"]),
    ("Noël", "Straße", ["noël STRASSE"]),
    ("Ashwin", "Birch", ["ash bir", "AB"]),
    ("Emre", "Rowan", []),
]


@pytest.mark.parametrize(("form", "asked_in"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_is_found_with_or_without_accents(listed, officer, coordinator, form, asked_in):
    """Each among all the others."""
    written = [[unicodedata.normalize(form, name) for name in names] for *names, _ in NAMES]
    sent = [factories.referral(officer, given_names=given, family_name=family) for given, family in written]
    for wanted, names, (*_, searched) in zip(sent, written, NAMES, strict=True):
        for asked in (*searched, *names):
            found = listed(coordinator, q=unicodedata.normalize(asked_in, asked))
            assert found == [wanted.reference], asked
    assert listed(coordinator, q=sent[-1].reference.lower()) == [sent[-1].reference]


def test_another_spelling_that_was_given_is_found_too(listed, officer, coordinator):
    wanted = factories.referral(officer, other_names="Ash the Bat\nAshvin")
    assert listed(coordinator, q="ashvin") == [wanted.reference]


def test_the_national_reference_finds_it_exactly_and_for_nobody_who_may_not_see_it(
    listed, referral, officer, coordinator, stranger
):
    factories.referral(officer)
    record_national_reference(referral, by=coordinator, national_reference="PCM/2027/0042")
    assert listed(coordinator, q=" PCM/2027/0042 ") == [referral.reference]
    for asked, person in (("PCM/2027/004", coordinator), ("PCM", coordinator), ("PCM/2027/0042", stranger)):
        assert listed(person, q=asked) == []


def test_no_search_is_a_query_of_its_own(listed, referral, coordinator):
    for hostile in ("' | !a:*", "a & | b", ":*", "%", "\\", "<b>", "  ", "'; DROP TABLE", "x" * 99):
        assert listed(coordinator, q=hostile) in ([], [referral.reference]), hostile


def test_a_search_finds_nothing_that_the_reader_may_not_see(listed, referral, stranger):
    assert listed(stranger, q="Ashwin") == []
    assert listed(stranger, q=referral.reference) == []


# Pages


def test_pages_go_by_deadline_and_key(client, officer, coordinator):
    made = []
    for days in (1, 2, 3):
        with clock.at(clock.now() + timedelta(days=days)):
            made += [factories.referral(officer).reference for _ in range(11)]
    by_deadline = list(Referral.objects.order_by("due_on", "pk").values_list("reference", flat=True))
    client.force_login(coordinator)
    first = client.get(reverse("referrals:list_referrals"))
    start = first.context["page"].next
    # Meanwhile the last one on the page is decided, and the next page starts where it would have.
    factories.ended(first.context["page"].records[-1], coordinator)
    second = client.get(reverse("referrals:list_referrals"), {"after": start})
    at_endpoint = client.get(reverse("referrals_api:list_referrals"), {"after": start}).json()
    shown = [*first.context["page"].records, *second.context["page"].records]
    assert [referral.reference for referral in shown] == by_deadline
    assert [each["reference"] for each in at_endpoint["results"]] == by_deadline[25:]
    assert second.context["page"].next == ""


def test_pages_of_the_newest_go_by_key(client, officer, coordinator):
    made = [factories.referral(officer).reference for _ in range(27)]
    client.force_login(coordinator)
    url = reverse("referrals:list_referrals")
    first = client.get(url, {"sort": "newest"})
    assert [referral.reference for referral in first.context["page"].records] == made[:1:-1]
    second = client.get(url, {"sort": "newest", "after": first.context["page"].next})
    assert [referral.reference for referral in second.context["page"].records] == made[1::-1]


def test_a_page_that_starts_nowhere_does_not_exist(client, referral, coordinator, stranger):
    url, today = reverse("referrals:list_referrals"), clock.today()
    client.force_login(stranger)
    assert client.get(url, {"after": f"{today}_{referral.reference}"}).status_code == 404
    client.force_login(coordinator)
    assert client.get(url, {"after": f"{today}_{referral.reference}"}).status_code == 200
    for nowhere in (referral.reference, f"soon_{referral.reference}", "\x00"):
        assert client.get(url, {"after": nowhere}).status_code == 404


# How often it queries


@pytest.mark.parametrize("url_name", ["list_referrals", "list_own_referrals"])
def test_as_many_queries_at_one_row_as_at_twenty(client, officer, coordinator, queries_of, url_name):
    reader = coordinator if url_name == "list_referrals" else officer
    client.force_login(reader)
    factories.referral(officer)
    at_one = queries_of(reverse(f"referrals:{url_name}"))
    for _ in range(19):
        factories.referral(officer)
    assert queries_of(reverse(f"referrals:{url_name}")) == at_one <= 8


def test_at_two_thousand_the_same_queries_and_no_table_read_from_end_to_end(
    committed, client, referral, officer, coordinator, queries_of
):
    own, url = reverse("referrals:list_own_referrals"), reverse("referrals:list_referrals")
    client.force_login(officer)
    own_at_one = queries_of(own)
    client.force_login(coordinator)
    at_one = queries_of(url)
    with connection.cursor() as cursor:
        names = [field.column for field in Referral._meta.concrete_fields if field.column not in ("id", "reference")]
        columns = ", ".join(f'"{name}"' for name in names)
        cursor.execute(
            f"INSERT INTO referrals_referral (reference, {columns}) "
            f"SELECT lpad(number::text, 10, 'C'), {columns} FROM referrals_referral, generate_series(1, 1999) AS number"
        )
        cursor.execute("SET enable_seqscan = off")  # What is read from end to end all the same has no index.
        cursor.execute("SET plan_cache_mode = force_custom_plan")  # And no plan from before is shown.
    assert queries_of(url) == at_one <= 8
    client.force_login(officer)
    assert queries_of(own) == own_at_one <= 8
    pages = [(officer, own, {})]
    asked_of_worklist = ({}, {"q": "birch"}, {"q": "PCM/2027/0042"}, {"stage": "all"}, {"only": "overdue"})
    pages += [(coordinator, url, asked) for asked in asked_of_worklist]
    for reader, address, asked in pages:
        client.force_login(reader)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(address, asked)
        assert len(page.context["page"].records) in (0, 25)
        for query in captured:
            # What is planned anew stands behind its planning; what was planned does not say which tables it reads.
            asked = query["sql"].rpartition("; ")[2] if query["sql"].startswith("PREPARE") else query["sql"]
            if asked.startswith("EXECUTE") or ('"referrals_referral"' in asked and asked.startswith("SELECT")):
                with connection.cursor() as cursor:
                    cursor.execute(f"EXPLAIN {asked}")
                    plan = "\n".join(line for (line,) in cursor.fetchall())
                assert "Seq Scan on referrals_referral" not in plan
