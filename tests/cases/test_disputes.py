"""What the person or a parent disputes of a case: beside it wherever it is shown, and known no further than it."""

from datetime import timedelta
from itertools import product

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Dispute
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays
from reports.models import CaseSummary
from reports.operations import make_case_summary, request_case_summary
from tests import factories
from tests.cases.raw import refused


@pytest.fixture
def written(with_two, assessment, coordinator, chair, police_representative, representative, childrens_services):
    """One of each kind that can be disputed, by its kind."""
    contribution = factories.contribution(
        with_two, childrens_services, representative, text="Canary-what-they-shared.", mark="all_members"
    )
    contact = operations.log_contact(
        with_two,
        by=coordinator,
        way="call",
        contact_with="parent",
        name="Una Birch",
        contacted_on=clock.today(),
        reached=True,
        what="Canary-what-was-logged.",
    )
    decision = factories.section36(with_two, police_representative)
    factories.consent(factories.adopted(with_two, chair), coordinator)
    given = factories.intervention(with_two, childrens_services, coordinator, representative)
    session = factories.session(given, representative, what="Canary-what-was-done.")
    return {
        "assessment": assessment,
        "contribution": contribution,
        "contact": contact,
        "decision": decision,
        "session": session,
    }


def disputed(case, coordinator, written):
    return {
        kind: factories.dispute(case, coordinator, of, words=f"Canary-against-{kind}.") for kind, of in written.items()
    }


def of_case(name, case, app="cases"):
    return reverse(f"{app}:{name}", args=[case.reference])


def test_it_stands_beside_what_it_disputes_wherever_that_is_shown(
    client, with_two, meeting, written, coordinator, chair, police_representative, text_of, todays
):
    """Of each kind in a third of the places, as those who may read it, by turns, and on paper."""
    disputed(with_two, coordinator, written)
    summary = request_case_summary(
        with_two, by=police_representative, **factories.confirmed(with_two, police_representative)
    )
    make_case_summary(summary, by=system_user())
    with CaseSummary.objects.get().file.open() as pdf:
        printed = text_of(pdf.read())
    for kind in ("assessment", "contribution", "decision"):
        assert f"Canary-against-{kind}." in printed
    factories.assessment(with_two, coordinator, written["assessment"].version)
    shown = {
        "assessment": [
            written["assessment"].get_absolute_url(),
            of_case("compare_assessments", with_two),
            of_case("assessments_over_time", with_two),
            of_case("chronology", with_two, "reports"),
            written["assessment"].get_absolute_url().replace("/cases/", "/api/cases/", 1),
        ],
        "contribution": [
            written["contribution"].get_absolute_url(),
            of_case("information", with_two),
            of_case("chronology", with_two, "reports"),
            reverse("cases_api:view_contribution", args=[written["contribution"].reference]),
        ],
        "contact": [
            of_case("contact_log", with_two),
            of_case("contact_log", with_two, "cases_api"),
            of_case("chronology", with_two, "reports"),
        ],
        "decision": [of_case("view_case", with_two), of_case("chronology", with_two, "reports")],
        "session": [
            written["session"].get_absolute_url(),
            reverse("cases_api:view_intervention", args=[written["session"].intervention.reference]),
        ],
    }
    for kind, pages in shown.items():
        for person, page in todays(product((coordinator, chair, police_representative), pages), 3):
            client.force_login(person)
            assert f"Canary-against-{kind}." in client.get(page).content.decode(), (page, person)
    client.force_login(chair)
    conference = client.get(
        reverse("panels:take_item", args=[with_two.agenda_items.get(meeting=meeting).reference])
    ).text
    assert "Canary-what-they-shared." in conference
    assert "Canary-against-contribution." in conference
    assert "<strong>Disputed</strong>" in client.get(of_case("assessments", with_two)).content.decode()


def test_it_is_kept_answered_in_time_and_stands(client, area, with_two, written, coordinator, police_representative):
    page = of_case("record_dispute", with_two)
    client.force_login(police_representative)
    heard = factories.dispute(with_two, police_representative, written["decision"])
    overview = client.get(with_two.get_absolute_url()).content.decode()
    assert page in overview
    assert "Disputed by the person" in overview
    assert heard.get_answer_url() not in overview
    client.force_login(coordinator)
    assert heard.get_answer_url() in client.get(with_two.get_absolute_url()).content.decode()
    operations.answer_dispute(heard, by=coordinator, outcome="stands", answer="It was asked again.")
    contact = f"contact-{written['contact'].reference}"
    assert f"{page}?of={contact}" in client.get(of_case("contact_log", with_two)).content.decode()
    form = client.get(page, {"of": contact}).context["form"]
    assert form["of"].value() == contact
    assert len(form.fields["of"].widget.choices) == 10
    unsaid = client.post(page, {"of": "contact-x", "words": "Canary-kept."})
    assert unsaid.status_code == 422
    assert "Canary-kept." in unsaid.content.decode()
    today = clock.today()
    said = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year}
    sent = client.post(page, {"of": contact, "whose": "parent", "words": "She never rang."} | said)
    assert sent.status_code == 302
    dispute = Dispute.objects.get(contact=written["contact"])
    within = TriagePolicy.of(area).disputes_answered_within
    assert dispute.due_on == WorkingDays.of(area).due(clock.now(), within)
    home = client.get("/").content.decode()
    assert f"Answer what is disputed: case {with_two.reference}" in home
    asked = client.get(dispute.get_answer_url()).content.decode()
    assert "Canary-what-was-logged." in asked
    assert "She never rang." in asked
    assert client.post(dispute.get_answer_url(), {"outcome": "wrong"}).status_code == 422
    answered = client.post(dispute.get_answer_url(), {"outcome": "wrong", "answer": "It was the aunt."})
    assert answered.status_code == 302
    assert "Answer what is disputed" not in client.get("/").content.decode()
    log = client.get(of_case("contact_log", with_two)).content.decode()
    assert "It was wrong." in log
    assert "It was the aunt." in log
    dispute.refresh_from_db()
    with pytest.raises(Refused, match="has been answered"):
        operations.answer_dispute(dispute, by=coordinator, outcome="stands", answer="No.")
    tomorrow = {"of": written["contact"], "whose": "person", "words": "x", "said_on": today + timedelta(days=1)}
    with pytest.raises(Refused, match="future"):
        operations.record_dispute(with_two, by=coordinator, **tomorrow)


def test_who_keeps_it_and_whoever_may_not_read_what_is_disputed_does_not_notice(
    client, with_two, written, coordinator, organiser, chair, representative, childrens_services, officer, stranger
):
    for_chair = factories.contribution(
        with_two, childrens_services, representative, text="Canary-for-the-chair.", mark="chair_only"
    )
    dispute = factories.dispute(with_two, chair, for_chair, words="Canary-against-it.")
    record, answer = of_case("record_dispute", with_two), dispute.get_answer_url()
    endpoints = [
        of_case("record_dispute", with_two, "cases_api"),
        reverse("cases_api:answer_dispute", args=[dispute.reference]),
    ]
    for person, answers in {
        chair: [200, 200, 422, 422],
        coordinator: [200, 404, 422, 404],
        organiser: [403, 404, 403, 404],
        representative: [200, 403, 422, 403],  # Her agency shared it, so she reads it, and does not answer for it.
        officer: [404, 404, 404, 404],
        stranger: [404, 404, 404, 404],
    }.items():
        client.force_login(person)
        got = [client.get(page).status_code for page in (record, answer)]
        got += [client.post(page, {}, content_type="application/json").status_code for page in endpoints]
        assert got == answers, person
    client.force_login(coordinator)
    for page in (
        "/",
        of_case("view_case", with_two),
        of_case("information", with_two),
        of_case("history", with_two),
        of_case("chronology", with_two, "reports"),
        record,
    ):
        said = client.get(page).content.decode()
        assert "Canary-against-it." not in said, page
        assert "Dispute kept" not in said, page
        assert for_chair.reference not in said, page
    with pytest.raises(Refused, match="that you may read"):
        factories.dispute(with_two, coordinator, for_chair)
    for person, refusal in ((organiser, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            factories.dispute(with_two, person, written["contact"])
    client.force_login(chair)
    assert "Canary-against-it." in client.get(of_case("information", with_two)).content.decode()
    operations.withdraw_contribution(for_chair, by=representative, reason="A mistake.")
    assert client.get(answer).status_code == 404
    assert "Canary-against-it." not in client.get(of_case("information", with_two)).content.decode()


def test_whoever_gives_support_reads_what_is_disputed_of_their_own_report_alone(
    client, area, with_two, written, coordinator
):
    disputed(with_two, coordinator, written)
    provider = factories.agency(area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    giver = factories.person(provider, PostKind.PROVIDER, "Gil Giver")
    given = factories.intervention(with_two, provider, coordinator, giver)
    reported = factories.session(given, giver)
    dispute = factories.dispute(with_two, coordinator, reported, words="Canary-against-the-report.")
    for _ in range(2):
        client.force_login(giver)
        for page in (given.get_absolute_url(), reverse("cases_api:view_intervention", args=[given.reference])):
            said = client.get(page).content.decode()
            assert "Canary-against-the-report." in said
            assert not any(f"Canary-against-{kind}." in said for kind in written)
            assert of_case("record_dispute", with_two) not in said
        assert client.get(of_case("record_dispute", with_two)).status_code == 404
        assert client.get(dispute.get_answer_url()).status_code == 403
        client.force_login(coordinator)
        offered = f"{of_case('record_dispute', with_two)}?of=session-{reported.reference}"
        assert offered in client.get(given.get_absolute_url()).content.decode()
        if reported.in_error_at is None:
            in_error = reverse("cases:record_session_in_error", args=[reported.reference])
            assert "Canary-against-the-report." in client.get(in_error).content.decode()
            operations.record_session_in_error(reported, by=giver, reason="It was another day.")


def test_the_database_keeps_them_as_said_of_one_thing_of_their_case(with_two, written, coordinator, panel, officer):
    other = factories.case(factories.referral(officer), coordinator, panel)
    dispute = factories.dispute(with_two, coordinator, written["contact"])
    copied = (
        "INSERT INTO cases_dispute (reference, whose, words, said_on, recorded_by_id, recorded_at, due_on, outcome,"
        " answer, case_id, contact_id, assessment_id) SELECT 'x', whose, words, said_on, recorded_by_id, recorded_at,"
        " due_on, '', '', %s, %s, %s FROM cases_dispute"
    )
    contact, assessment = written["contact"].pk, written["assessment"].pk
    refused(copied, with_two.pk, contact, assessment, match="of_one_thing")
    refused(copied, with_two.pk, None, None, match="of_one_thing")
    refused(copied, other.pk, contact, None, match="in its own case")
    of_session = copied.replace("contact_id", "session_id")
    refused(of_session, other.pk, written["session"].pk, None, match="in its own case")
    refused("UPDATE cases_dispute SET words = 'x'", match="Cannot update")
    refused("UPDATE cases_dispute SET answered_at = now()", match="says_what_came_of_it")
    operations.answer_dispute(dispute, by=coordinator, outcome="unclear", answer="Nobody else was there.")
    refused("UPDATE cases_dispute SET answer = 'x'", match="Cannot update")


def test_as_many_queries_at_one_as_at_five(client, with_two, written, coordinator, queries_of, todays):
    client.force_login(coordinator)
    pages = [
        "/",
        of_case("contact_log", with_two),
        of_case("information", with_two),
        of_case("chronology", with_two, "reports"),
        of_case("assessments_over_time", with_two),
        written["session"].get_absolute_url(),
        of_case("view_case", with_two),
    ]
    pages = todays(pages, 3)
    disputed(with_two, coordinator, written)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        disputed(with_two, coordinator, written)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12


# What reading it to answer costs, and leaves


def test_whoever_answers_has_read_what_is_disputed_and_its_agency_is_told(
    client, with_two, written, coordinator, representative
):
    dispute = factories.dispute(with_two, coordinator, written["contribution"])
    client.force_login(coordinator)
    assert "Canary-what-they-shared." in client.get(dispute.get_answer_url()).content.decode()
    client.force_login(representative)
    assert str(coordinator) in client.get(written["contribution"].get_absolute_url()).content.decode()


def test_however_much_can_be_disputed(
    client, with_two, written, coordinator, representative, childrens_services, queries_of
):
    client.force_login(coordinator)
    one = queries_of(of_case("record_dispute", with_two))
    for _ in range(2):
        factories.contribution(with_two, childrens_services, representative)
    assert queries_of(of_case("record_dispute", with_two)) == one
