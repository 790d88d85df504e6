"""Assessments as they are written: a draft by the domains of a framework, completed once and never changed."""

from datetime import date, timedelta

import pytest
from django.db import Error, IntegrityError, connection, transaction
from django.urls import reverse

from cases.models import Assessment
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Refused
from prevent_cases.pages.models import Draft
from prevent_cases.reference.framework_templates import VAF_2012
from prevent_cases.reference.operations import put_framework_forward, retire_framework
from tests import factories
from tests.cases.conftest import QUARRELS, point, words_on


def commit_now():
    """What is asked at a commit is asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


# Writing one


def test_it_is_begun_left_come_back_to_checked_and_completed(client, with_two, version, police_representative):
    client.force_login(police_representative)
    begin = reverse("cases:begin_assessment", args=[with_two.reference])
    overview = client.get(reverse("cases:assessments", args=[with_two.reference])).content.decode()
    assert begin in overview
    draft = client.post(begin, {"version": version.reference}).url
    # Begun again, it goes on with the same.
    assert client.post(begin, {"version": version.reference}).url == draft
    assert [each.part.title for each in client.get(draft).context["parts"]] == [
        "At home",
        "Strengths",
        "Summary, plan and what changed",
    ]
    quarrels, alone, grown_up = (factor.key for factor in version.factors.all())

    def save(slug, **said):
        page = client.get(f"{draft}{slug}/")
        return client.post(f"{draft}{slug}/", said | {"known": str(page.context["known"])})

    some = {f"{quarrels}_point": point(version, "A lot"), f"{quarrels}_evidence": "Heard by neighbours."}
    wrong = save("domain-1", **some)
    assert wrong.status_code == 422
    assert dict(wrong.context["form"].errors.items()) == {
        f"{quarrels}_in_words": ["Say in words what is found of “H1: Quarrels”"],
        f"{quarrels}_source": ["Say from whom the evidence on “H1: Quarrels” is"],
        f"{quarrels}_evidence_on": ["Say of which day the evidence on “H1: Quarrels” is"],
        f"{alone}_point": ["Choose what is found of “H2: Being alone”, or that it is not known"],
    }
    assert [each.status for each in client.get(draft).context["parts"]] == ["Not finished", *["Not started"] * 2]
    assert client.get(f"{draft}check/").url == draft
    said = {f"{quarrels}_in_words": "Every evening.", f"{quarrels}_source": "School", f"{alone}_point": "not_known"}
    on = {f"{quarrels}_evidence_on_{box}": text for box, text in (("day", "1"), ("month", "3"), ("year", "2026"))}
    # What was written before somebody chose that it is not known does not count.
    said[f"{alone}_in_words"] = "Left over."
    assert save("domain-1", **some | said | on).url == draft
    strong = {f"{grown_up}_point": point(version, "Strong"), f"{grown_up}_in_words": "His uncle."}
    assert save("domain-2", **strong, **{f"{grown_up}_protective_factors": "Sundays."}).url == draft
    conclusions = {"summary": "Calmer <b>now</b>.", "plan": "Go on.", "what_changed": "More is known."}
    today = clock.today()
    day = {"assessed_on_day": today.day, "assessed_on_month": today.month, "assessed_on_year": today.year}
    assert "not known at the referral" in client.get(f"{draft}conclusions/").content.decode()
    assert list(save("conclusions", **day).context["form"].errors) == ["summary", "plan", "what_changed"]
    assert save("conclusions", **conclusions, **day).url == draft
    check = words_on(client.get(f"{draft}check/"))
    for words in ("H1: Quarrels", "A lot", "Every evening.", "1 March 2026", "Not known", "Strong", "Sundays."):
        assert words in check, words
    made = client.post(f"{draft}check/")
    assessment = Assessment.objects.get()
    assert (made.url, assessment.completed_by) == (assessment.get_absolute_url(), police_representative)
    assert not Draft.objects.exists()
    commit_now()
    kept = [(entry.found, entry.in_words, entry.source, entry.evidence_on) for entry in assessment.factor_entries.all()]
    assert kept == [
        ("A lot", "Every evening.", "School", date(2026, 3, 1)),
        ("Not known", "", "", None),
        ("Strong", "His uncle.", "", None),
    ]
    entry = AuditEntry.objects.about(with_two).acts().first()
    assert (entry.what, entry.by) == ("cases.complete_assessment", f"accounts.User:{police_representative.pk}")
    page = words_on(client.get(made.url))
    assert "Calmer &lt;b&gt;now&lt;/b&gt;." in page
    assert "there is no total" in page
    assert AuditEntry.objects.about(assessment).first().what == "cases.view_assessment"


def test_the_earlier_one_stands_beside_each_factor_and_is_not_copied(client, case, assessment, version, coordinator):
    client.force_login(coordinator)
    begin = reverse("cases:begin_assessment", args=[case.reference])
    draft = client.post(begin, {"version": version.reference}).url
    factories.dispute(case, coordinator, assessment, words="Canary-against-it.")
    before = AuditEntry.objects.about(assessment).count()
    page = client.get(f"{draft}domain-1/")
    assert "Canary-against-it." in page.content.decode()
    assert f"Then, on {assessment.assessed_on:%-d %B %Y}" in words_on(page)
    assert QUARRELS["in_words"] in page.content.decode()
    assert AuditEntry.objects.about(assessment).count() == before + 1
    assert not any(bound.value() for bound in page.context["form"])
    assert "Since the assessment before" in client.get(f"{draft}conclusions/").content.decode()
    assert client.post(f"{draft}remove/").url == reverse("cases:assessments", args=[case.reference])
    assert not Draft.objects.exists()


def test_a_draft_is_nobody_elses_and_begins_by_nothing_that_is_not_in_use(
    client, area, other_area, case, version, administrator, coordinator, second_coordinator
):
    client.force_login(coordinator)
    begin = reverse("cases:begin_assessment", args=[case.reference])
    elsewhere = factories.framework(other_area)
    waiting = put_framework_forward(area, by=administrator, framework=version.framework, **VAF_2012.said())
    for other in (elsewhere, waiting):
        assert client.post(begin, {"version": other.reference}).status_code == 404
    draft = client.post(begin, {"version": version.reference}).url
    client.force_login(second_coordinator)
    assert [client.get(f"{draft}{part}").status_code for part in ("", "domain-1/", "check/")] == [404] * 3
    assert client.post(f"{draft}remove/").status_code == 404
    # What was begun by a framework may be brought to its end after that has been retired.
    retire_framework(version.framework, by=administrator)
    client.force_login(coordinator)
    assert client.get(draft).status_code == 200
    factories.assessment(case, coordinator, version)


# When it refuses


@pytest.mark.parametrize(
    ("said", "sentence", "field"),
    [
        ({"entries": []}, "Say what is found of “H1: Quarrels”", "entries"),
        ({"extra": {"factor": "XXXXXXXXXX"}}, "of no other", "entries"),
        ({"H1": {"point": "XXXXXXXXXX", "in_words": "x"}}, "a point of its scale for “H1", "entries"),
        ({"H1": {"point": "Strong", "in_words": "x"}}, "a point of its scale for “H1", "entries"),
        ({"H1": {"point": "A lot"}}, "Say in words", "entries"),
        ({"H1": {"evidence": "Seen."}}, "from whom the evidence", "entries"),
        ({"H1": {"evidence": "Seen.", "source": "School"}}, "of which day the evidence", "entries"),
    ],
)
def test_what_is_not_said_as_it_must_be_is_refused(case, coordinator, version, said, sentence, field):
    if "H1" in said:
        entry = said.pop("H1")
        label = entry.get("point", "")
        named = version.points.filter(label=label).values_list("reference", flat=True).first()
        said["entries"] = factories.found(version, H1=entry | {"point": named or label})
    if "extra" in said:
        said["entries"] = [*factories.found(version), said.pop("extra")]
    with pytest.raises(Refused, match=sentence) as refusal:
        factories.assessment(case, coordinator, version, **said)
    assert refusal.value.field == field
    assert not Assessment.objects.exists()


def test_no_day_of_it_is_in_the_future(case, coordinator, version):
    tomorrow = clock.today() + timedelta(days=1)
    found = factories.found(version, H1={"evidence_on": tomorrow})
    for field, said in (("assessed_on", tomorrow), ("entries", found)):
        with pytest.raises(Refused, match="in the future") as refusal:
            factories.assessment(case, coordinator, version, **{field: said})
        assert refusal.value.field == field


def test_not_by_what_is_not_published_here_and_not_on_an_ended_case(
    client, area, other_area, with_two, administrator, coordinator, police_representative, version
):
    waiting = put_framework_forward(area, by=administrator, **VAF_2012.said())
    for other in (waiting, factories.framework(other_area)):
        with pytest.raises(Refused, match="that this area has published"):
            factories.assessment(with_two, coordinator, other)
    client.force_login(coordinator)
    draft = client.post(
        reverse("cases:begin_assessment", args=[with_two.reference]), {"version": version.reference}
    ).url
    factories.section36(with_two, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    with pytest.raises(Refused, match="has ended"):
        factories.assessment(with_two, coordinator, version)
    page = client.get(reverse("cases:assessments", args=[with_two.reference]))
    assert "Begin an assessment" not in page.content.decode()
    begin = reverse("cases:begin_assessment", args=[with_two.reference])
    assert client.post(begin, {"version": version.reference}).status_code == 404
    # What was begun is refused with the reason, and not lost.
    assert client.get(draft).status_code == 200


def test_the_database_itself_wants_every_factor_once_of_its_own_framework_and_changes_none(
    area, case, assessment, version, administrator, coordinator
):
    other = factories.framework(area, VAF_2012.said())
    waiting = put_framework_forward(area, by=administrator, framework=version.framework, **VAF_2012.said())
    insert = (
        "INSERT INTO cases_assessment (reference, case_id, version_id, assessed_on, completed_by_id, completed_at,"
        " summary, plan, what_changed, in_error_reason) SELECT 'X', case_id, %s, assessed_on, completed_by_id,"
        " completed_at, %s, plan, what_changed, in_error_reason FROM cases_assessment RETURNING id"
    )
    entry = (
        "INSERT INTO cases_factorentry (assessment_id, factor_id, point_id, in_words, evidence, source,"
        " protective_factors) VALUES (%s, %s, %s, %s, %s, '', '')"
    )

    def execute(statement, *values):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone()[0] if "RETURNING" in statement else None

    def refused(match, *statements):
        with pytest.raises(IntegrityError, match=match):
            write(*statements)

    def write(first, *others):
        with transaction.atomic():
            made = execute(*first)
            for each in others:
                execute(each[0], made, *each[1:])
            commit_now()

    first = version.factors.first()
    strong = version.points.get(label="Strong")
    refused("published", (insert, waiting.pk, "x"))
    refused("its_summary", (insert, version.pk, ""))
    refused("every factor", (insert, version.pk, "x"))
    refused("every factor", (insert, version.pk, "x"), (entry, first.pk, None, "", ""))
    refused("its own framework", (insert, version.pk, "x"), (entry, other.factors.first().pk, None, "", ""))
    refused("scale of its domain", (insert, version.pk, "x"), (entry, first.pk, strong.pk, "x", ""))
    a_lot = version.points.get(label="A lot")
    refused("said_in_words", (insert, version.pk, "x"), (entry, first.pk, a_lot.pk, "", ""))
    refused("has its day", (insert, version.pk, "x"), (entry, first.pk, None, "", "Seen."))
    dated = entry.replace("evidence,", "evidence_on, evidence,").replace("%s, %s, '', '')", "%s, now(), %s, '', '')")
    refused("has_its_source", (insert, version.pk, "x"), (dated, first.pk, None, "", "Seen."))
    refused("speaks_of_a_factor_once", (entry, assessment.pk, first.pk, None, "", ""))
    for statement in ("UPDATE cases_assessment SET plan = 'x'", "UPDATE cases_factorentry SET in_words = 'x'"):
        with pytest.raises(Error, match="Cannot update"), transaction.atomic():
            execute(statement)


# The endpoints


def test_a_program_sends_a_whole_one_and_reads_it(client, with_two, version, police_representative):
    client.force_login(police_representative)
    complete = reverse("cases_api:complete_assessment", args=[with_two.reference])

    def post(**sent):
        return client.post(complete, sent, content_type="application/json")

    first, *others = (factor.key for factor in version.factors.all())
    lot = {"factor": first, "point": point(version, "A lot"), "in_words": "Every day.", "evidence_on": "2026-03-01"}
    said = {
        "version": version.reference,
        "assessed_on": clock.today().isoformat(),
        "summary": "Calmer.",
        "plan": "Go on.",
        "what_changed": "More is known.",
        "entries": [lot, *({"factor": key} for key in others)],
    }
    assert post(**said | {"version": "XXXXXXXXXX"}).json()["errors"].keys() == {"version"}
    assert post(**said | {"entries": [{"in_words": "x"}]}).json()["errors"].keys() == {"entries"}
    assert post(**said | {"entries": [lot]}).status_code == 409
    sent = post(**said)
    assessment = Assessment.objects.get()
    assert (sent.status_code, sent.json()["address"]) == (201, assessment.get_absolute_url())
    read = client.get(reverse("cases_api:view_assessment", args=[assessment.reference])).json()
    assert (read["case"], read["summary"], read["framework"]) == (with_two.reference, "Calmer.", str(version))
    assert [(each["wording"], each["found"], each["evidence_on"]) for each in read["entries"]] == [
        ("Quarrels", "A lot", "2026-03-01"),
        ("Being alone", "Not known", None),
        ("A grown-up to talk to", "Not known", None),
    ]
    listed = client.get(reverse("cases_api:assessments", args=[with_two.reference])).json()["assessments"]
    assert [each["reference"] for each in listed] == [assessment.reference]
    assert "summary" not in listed[0]
