"""Assessments as they are read: side by side and over time, by whom, and when another is due."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

import cases.operations
import panels.operations
from cases.models import Case, FactorEntry, to_assess_anew
from cases.operations import complete_assessment
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.framework_templates import VAF_2012
from prevent_cases.reference.models import AssessmentPolicy, FrameworkVersion, read_whole, said_by
from tests import factories
from tests.cases.conftest import QUARRELS, point, words_on
from tests.cases.raw import executed, refused
from tests.standing import standing


def next_version(area, version, change):
    said = said_by(read_whole(FrameworkVersion.objects.filter(pk=version.pk)).get())
    change(said["domains"])
    return factories.framework(area, said, framework=version.framework)


# Reading them


def test_two_side_by_side_and_all_over_time(client, area, case, assessment, version, coordinator, officer, panel):
    """Of another version of the framework: one factor is worded anew, one gone and one new."""

    def change(domains):
        domains[0]["factors"][0]["wording"] = "Quarrels or silence"
        del domains[0]["factors"][1]
        domains[1]["factors"].append({"wording": "A place to go"})

    with clock.at(clock.now() + timedelta(days=90)):
        later = next_version(area, version, change)
        little = {"point": point(later, "A little"), "in_words": "Less since spring."}
        now = factories.assessment(case, coordinator, later, entries=factories.found(later, H1=little))
        other = factories.case(factories.referral(officer), coordinator, panel)
        elsewhere = factories.assessment(other, coordinator, later)
        client.force_login(coordinator)
        listed = client.get(reverse("cases:assessments", args=[case.reference]))
        compare = reverse("cases:compare_assessments", args=[case.reference])
        compared = client.get(compare)
        over_time = client.get(reverse("cases:assessments_over_time", args=[case.reference]))
        assert list(listed.context["assessments"]) == [now, assessment]
        for page in (compared, over_time):
            assert page.context["assessments"] == [assessment, now]
            assert "there is no total" in page.content.decode()
            # Words and nothing else: no colour, no badge, no figure.
            assert not {"govuk-tag", "moj-badge", "app-chart", "numeric"} & set(page.content.decode().split('"'))
        rows = {
            str(row.factor): [said.entry and said.entry.found for said in row.said]
            for domain in compared.context["domains"]
            for row in domain.rows
        }
        assert list(rows.items()) == [
            ("H1: Quarrels or silence", ["A lot", "A little"]),
            ("H2: Being alone", ["Not known", None]),
            ("A grown-up to talk to", ["Not known", "Not known"]),
            ("A place to go", [None, "Not known"]),
        ]
        # What both say alike is folded, and nothing else is.
        folded = compared.content.decode().partition("<details")[2].partition("</details>")[0]
        assert "The same then and now (1)" in folded
        assert [factor for factor in rows if factor in folded] == ["A grown-up to talk to"]
        text = words_on(compared)
        for words in (
            "Asked as: Quarrels",
            "Not asked by Small framework, version 1",
            "Not asked by Small framework, version 2",
            QUARRELS["in_words"],
            QUARRELS["evidence"],
            "Less since spring.",
        ):
            assert words in text, words
        # Only the words of the scale.
        assert "A little" in over_time.content.decode()
        assert QUARRELS["in_words"] not in over_time.content.decode()
        chosen = {"then": now.reference, "now": assessment.reference}
        assert client.get(compare, chosen).context["assessments"] == [assessment, now]
        assert "not the same" in client.get(compare, chosen | {"then": assessment.reference}).content.decode()
        for reference in (elsewhere.reference, "XXXXXXXXXX", "\x00"):
            assert client.get(compare, chosen | {"then": reference}).status_code == 404
        # Nor is what is disputed, though both say it in the same words.
        again = factories.assessment(case, coordinator, later, entries=factories.found(later, H1=little))
        for disputed in (False, True):
            if disputed:
                factories.dispute(case, coordinator, now.factor_entries.get(factor__code="H1"))
            page = client.get(compare, {"then": now.reference, "now": again.reference}).content.decode()
            folds = "".join(each.partition("</details>")[0] for each in page.split("<details")[1:])
            assert ("Quarrels or silence" in folds) is not disputed


# Who may


def test_who_sees_the_case_reads_them_and_coordinators_and_its_police_assess(
    client,
    with_two,
    assessment,
    version,
    coordinator,
    police_representative,
    chair,
    organiser,
    representative,
    administrator,
    officer,
    stranger,
):
    of_case = [
        reverse(f"cases:{name}", args=[with_two.reference])
        for name in ("assessments", "compare_assessments", "assessments_over_time")
    ]
    reads = [
        *of_case,
        assessment.get_absolute_url(),
        reverse("cases_api:assessments", args=[with_two.reference]),
    ]
    reads.append(reverse("cases_api:view_assessment", args=[assessment.reference]))
    begin = reverse("cases:begin_assessment", args=[with_two.reference])
    complete = reverse("cases_api:complete_assessment", args=[with_two.reference])
    for person, read, write in (
        (coordinator, 200, True),
        (police_representative, 200, True),
        (chair, 200, False),
        (organiser, 200, False),
        (representative, 200, False),
        (administrator, 404, False),
        (officer, 404, False),
        (stranger, 404, False),
    ):
        client.force_login(person)
        assert [client.get(page).status_code for page in reads] == [read] * len(reads), person
        begun = client.post(begin, {"version": version.reference}).status_code
        sent = client.post(complete, {}, content_type="application/json").status_code
        assert (begun, sent) == ((302, 422) if write else (403, 403) if read == 200 else (404, 404)), person
        assert (b"Begin an assessment" in client.get(of_case[0]).content) == write, person
    words = {"version": version, "assessed_on": clock.today(), "summary": "x", "plan": "x", "what_changed": "x"}
    for person, refusal in ((chair, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            complete_assessment(with_two, by=person, entries=factories.found(version), **words)


def test_police_with_whom_it_is_shared_no_more_neither_read_nor_go_on(
    client, with_two, assessment, version, police, coordinator, police_representative
):
    client.force_login(police_representative)
    draft = client.post(
        reverse("cases:begin_assessment", args=[with_two.reference]), {"version": version.reference}
    ).url
    assert client.get(draft).status_code == 200
    cases.operations.stop_sharing_case(with_two.shares.get(agency=police), by=coordinator)
    addresses = (draft, f"{draft}domain-1/", f"{draft}check/", assessment.get_absolute_url())
    assert [client.get(address).status_code for address in addresses] == [404] * 4


def test_no_word_of_it_stands_where_its_case_is_only_listed(client, case, area, version, coordinator):
    said = {name: f"Canary{name}" for name in ("summary", "plan", "what_changed")}
    entry = {name: f"Canary{name}" for name in ("in_words", "evidence", "source", "protective_factors")}
    entries = factories.found(version, H1=entry | {"point": point(version, "A lot"), "evidence_on": clock.today()})
    made = factories.assessment(case, coordinator, version, entries=entries, **said)
    client.force_login(coordinator)
    assert client.get(made.get_absolute_url()).content.decode().count("Canary") == 7
    for page in (
        "/",
        reverse("cases:list_cases"),
        case.get_absolute_url(),
        reverse("cases:history", args=[case.reference]),
        reverse("cases:assessments", args=[case.reference]),
        reverse("cases_api:assessments", args=[case.reference]),
        reverse("reference:frameworks", args=[area.slug]),
    ):
        assert b"Canary" not in client.get(page).content, page
    assert not AuditEntry.objects.filter(sentence__contains="Canary").exists()


# The reminder


@standing
def supported(with_two, meeting, chair, police, police_representative, coordinator):
    """Receives support since today."""
    factories.section36(with_two, police_representative)
    panels.operations.start_meeting(meeting, by=chair)
    panels.operations.record_attendance(meeting, by=chair, agency=police, name="Perry", presence="present")
    said = factories.ADOPTED
    panels.operations.decide_item(meeting.items.get(), by=chair, **said)
    panels.operations.end_meeting(meeting, by=chair)
    with_two.refresh_from_db()
    factories.consent(with_two, coordinator)
    return with_two


def test_a_coordinator_is_reminded_only_where_the_area_asked_for_it_and_until_there_is_a_new_one(
    client, area, supported, version, coordinator, chair, queries_of
):
    asked = f"Assess anew: case {supported.reference}"
    now, months = clock.now(), timedelta(days=93)

    def at(moment):
        """Whether it is asked on the home page, and on the pages of the case."""
        with clock.at(moment):
            client.logout()  # A session is not that long.
            client.force_login(coordinator)
            pages = [client.get(page).content.decode() for page in ("/", supported.get_absolute_url())]
            overview = client.get(reverse("cases:assessments", args=[supported.reference])).content.decode()
        return asked in pages[0], "Assess anew" in pages[1], "another assessment has been due" in overview

    assert at(now + months) == (False, False, False)
    client.force_login(coordinator)
    without = queries_of("/")
    factories.policy(area, AssessmentPolicy, reminded=True, every=3)
    assert at(now + timedelta(days=60)) == (False, False, False)
    assert at(now + months) == (True, True, True)
    client.force_login(coordinator)
    assert queries_of("/") == without
    with clock.at(now + months):
        client.force_login(chair)
        assert asked not in client.get("/").content.decode()
        factories.assessment(supported, coordinator, version)
    assert at(now + months) == (False, False, False)
    assert at(now + 2 * months) == (True, True, True)


# Recorded in error


def test_recorded_in_error_it_stays_and_says_so_and_nothing_rests_on_it(
    client, with_two, assessment, version, coordinator, police_representative, chair, representative, stranger
):
    wrong = factories.assessment(with_two, police_representative, version, summary="Canary-of-another-person.")
    page = reverse("cases:record_assessment_in_error", args=[wrong.reference])
    endpoint = reverse("cases_api:record_assessment_in_error", args=[wrong.reference])
    for person, read in (
        (coordinator, 200),  # of the area
        (police_representative, 200),  # completed it
        (chair, 403),
        (representative, 403),
        (stranger, 404),
    ):
        client.force_login(person)
        sent = client.post(endpoint, {}, content_type="application/json").status_code
        assert (client.get(page).status_code, sent) == (read, 422 if read == 200 else read), person
        offered = page in client.get(wrong.get_absolute_url()).content.decode()
        assert offered == (read == 200), person
    other = reverse("cases:record_assessment_in_error", args=[assessment.reference])
    client.force_login(police_representative)
    assert client.get(other).status_code == 403  # the coordinator completed that one
    assert client.post(page, {"reason": ""}).status_code == 422
    assert client.post(page, {"reason": "Canary-it-was-his-brother."}).status_code == 302

    read = client.get(wrong.get_absolute_url()).content.decode()
    assert "Recorded in error." in read
    assert read.index("Canary-it-was-his-brother.") < read.index("Canary-of-another-person.")
    assert page not in read
    of_case = {
        name: client.get(reverse(f"{app}:{name}", args=[with_two.reference]))
        for app, name in (
            ("cases", "assessments"),
            ("cases", "compare_assessments"),
            ("cases", "assessments_over_time"),
            ("reports", "chronology"),
        )
    }
    assert list(of_case["assessments"].context["assessments"]) == [wrong, assessment]
    assert "Recorded in error" in of_case["assessments"].content.decode()
    assert "Two side by side" not in of_case["assessments"].content.decode()
    assert of_case["compare_assessments"].context["assessments"] == [assessment]
    assert of_case["assessments_over_time"].context["assessments"] == [assessment]
    assert "Canary-of-another-person." not in of_case["chronology"].content.decode()
    sent = client.get(reverse("cases_api:view_assessment", args=[wrong.reference])).json()
    assert sent["in_error_reason"] == "Canary-it-was-his-brother."
    with pytest.raises(Refused, match="said already"):
        cases.operations.record_assessment_in_error(wrong, by=coordinator, reason="Again.")
    for change in ("summary = 'x'", "in_error_at = NULL", "in_error_reason = 'x'"):
        refused(f"UPDATE cases_assessment SET {change} WHERE id = {wrong.pk}", match="Cannot update")


def test_support_does_not_end_on_one_recorded_in_error(area, supported, version, coordinator):
    factories.policy(area, AssessmentPolicy, reminded=True, every=3)
    final = factories.assessment(supported, coordinator, version)
    later = clock.now() + timedelta(days=93)
    cases.operations.record_assessment_in_error(final, by=coordinator, reason="Of his brother.")
    assert supported.final_assessment is None
    assert "Assess first" in supported.obstacle_to_exit_plan()
    with clock.at(later):
        assert to_assess_anew(Case.objects.all()).get().assessed_last == clock.day_of(later - timedelta(days=93))
    executed(
        "INSERT INTO cases_exitplan (case_id, continues, turn_to, handed_over_to, in_error_reason, made_by_id, made_at)"
        " VALUES (%s, 'x', 'x', 'x', '', %s, now())",
        supported.pk,
        coordinator.pk,
    )
    refused(
        "UPDATE cases_case SET stage = 'exited', ended_at = now(), retention_review_on = now(),"
        " review_after_support_on = (now() AT TIME ZONE 'Europe/London')::date + interval '6 months' WHERE id = %s",
        supported.pk,
        match="exits with a final assessment",
    )


# How often it queries


def test_as_many_queries_at_two_as_at_eight_and_of_a_large_framework(
    client, area, case, assessment, version, coordinator, queries_of
):
    client.force_login(coordinator)
    names = ("assessments", "compare_assessments", "assessments_over_time", "view_case")
    pages = [reverse(f"cases:{name}", args=[case.reference]) for name in names]
    factories.assessment(case, coordinator, version)
    at_two = [queries_of(page) for page in pages]
    of_small = queries_of(assessment.get_absolute_url())
    large = factories.framework(area, VAF_2012.said())
    made = [factories.assessment(case, coordinator, large) for _ in range(6)]
    assert [queries_of(page) for page in pages] == at_two
    assert queries_of(made[0].get_absolute_url()) == of_small
    assert max(*at_two, of_small) <= 12
    assert (FactorEntry.objects.filter(assessment=made[0]).count(), Case.objects.count()) == (22, 1)
