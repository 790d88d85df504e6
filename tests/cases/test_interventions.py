"""Support that an agency gives: asked for with a brief, answered, reported; and nothing else of the case is theirs."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from cases import operations
from cases.models import Intervention
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import AlreadyDone, Refused
from prevent_cases.reference.models import SupportPolicy
from tests import factories
from tests.cases.raw import refused
from tests.cases.support import BRIEF, OF_BRIEF, OF_CASE, pages, text


def test_asked_by_the_page_accepted_and_reported_in_one_page_each(
    client, do_errands, supported, provider, coordinator, giver
):
    do_errands()
    mail.outbox.clear()
    client.force_login(coordinator)
    page = reverse("cases:arrange_intervention", args=[supported.reference])
    assert f'value="{supported.individual.given_names}"' in text(client.get(page))
    soon = clock.today() + timedelta(days=60)
    until = {"until_day": soon.day, "until_month": soon.month, "until_year": soon.year}
    today = clock.today()
    starts = {"starts_on_day": today.day, "starts_on_month": today.month, "starts_on_year": today.year}
    said = BRIEF | {"agency": provider.slug, "sessions": "2"} | starts | until
    wrong = client.post(page, said | {"needs": "", "sessions": "0"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["sessions", "needs"])
    assert client.post(page, said).status_code == 302
    asked = Intervention.objects.get()
    do_errands()
    (told,) = mail.outbox
    assert told.to == [giver.email]
    assert not any(word in told.body for word in (*OF_BRIEF, "Ash", supported.reference, provider.name))
    assert asked.get_absolute_url() in told.body

    client.force_login(giver)
    section = client.get("/").context["sections"][0]
    assert [ask.text for ask in section.asks] == [f"Accept or decline: support {asked.reference}"]
    page = pages(asked)["answer_intervention"]
    assert all(word in text(client.get(page)) for word in OF_BRIEF)
    assert list(client.post(page, {"accepted": "no"}).context["form"].errors) == ["why_declined"]
    assert client.post(page, {"accepted": "yes"}).url == asked.get_absolute_url()
    page = pages(asked)["report_session"]
    on = {"held_on_day": today.day, "held_on_month": today.month, "held_on_year": today.year}
    assert list(client.post(page, on | {"came": "yes", "worried": "no"}).context["form"].errors) == ["minutes", "what"]
    came = on | {"came": "yes", "minutes": "45", "what": "Canary-session.", "worried": "no"}
    assert client.post(page, came).status_code == 302
    missed = on | {"came": "no", "why_missed": "He overslept.", "worried": "no"}
    address = reverse("cases_api:report_session", args=[asked.reference])
    sent = {"held_on": today.isoformat(), "came": "no", "why_missed": "He overslept.", "worried": "no"}
    assert client.post(address, sent, content_type="application/json").status_code == 201
    assert client.post(page, missed).status_code == 302
    # The second missed one was the same one: said so, it counts no more and is still there.
    wrong = asked.held_sessions.last()
    in_error = reverse("cases:record_session_in_error", args=[wrong.reference])
    assert client.post(in_error, {"reason": "Sent twice."}).status_code == 302
    client.force_login(coordinator)
    ledger = client.get(pages(asked)["support"])
    (shown,) = ledger.context["interventions"]
    assert (shown.sessions, shown.delivered, shown.missed, shown.reported) == (2, 1, 1, 2)
    read = text(client.get(asked.get_absolute_url()))
    assert "Canary-session." in read
    assert "Sent twice." in read


def test_what_each_needs(supported, given, provider, coordinator, giver, lead, school):
    def arrange(sentence, field=None, agency=school, **said):
        with pytest.raises(Refused, match=sentence) as refusal:
            factories.intervention(supported, agency, coordinator, **said)
        assert refusal.value.field == field

    arrange("has been asked already", "agency", agency=provider)
    arrange("comes after the first", "until", until=clock.today() - timedelta(days=1))
    elsewhere = factories.agency(factories.area("Westvale"), "Ash Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    arrange("does not serve this area", "agency", agency=elsewhere)
    nobody = factories.agency(supported.area, "Empty House", AgencyType.VOLUNTARY, Sector.COMMUNITY)
    arrange("Nobody at Empty House", "agency", agency=nobody)
    for said, field in (
        ({"held_on": clock.today() + timedelta(days=1)}, "held_on"),
        ({"held_on": clock.today() - timedelta(days=1)}, "held_on"),
        ({"minutes": None}, "minutes"),
        ({"minutes": 1500}, "minutes"),
        ({"what": ""}, "what"),
        ({"came": False, "why_missed": ""}, "why_missed"),
        ({"worried": True}, "worry"),
    ):
        with pytest.raises(Refused) as refusal:
            factories.session(given, giver, **said)
        assert refusal.value.field == field
    # Any agency may be asked; declined, it is gone for them, and they can be asked anew.
    asked = factories.intervention(supported, school, coordinator)
    with pytest.raises(Refused, match="has not accepted"):
        factories.session(asked, lead)
    operations.answer_intervention(asked, by=lead, accepted=False, why_declined="No time before May.")
    assert not Intervention.objects.permitted(lead, "cases.view_intervention").exists()
    factories.intervention(supported, school, coordinator, lead)
    operations.end_intervention(given, by=coordinator, reason="He has found work.")
    assert not Intervention.objects.permitted(giver, "cases.view_intervention").exists()


def test_nobody_is_asked_for_support_where_nobody_could_read_it(supported, provider, coordinator, chair, giver):
    operations.exclude_person(supported, by=coordinator, person=giver, kind="relative", reason="His uncle.")
    with pytest.raises(Refused, match="Nobody who answers for support at Larch Mentoring could read this") as refusal:
        factories.intervention(supported, provider, coordinator)
    assert refusal.value.field == "agency"
    assert not any(word in str(refusal.value) for word in (giver.name, "xclu", "uncle"))
    # One who could is enough; a restriction leaves an agency its brief.
    factories.person(provider, PostKind.PROVIDER, "Gwen Giver")
    operations.restrict_case(supported, by=chair, reason="A threat.", readers=[])
    factories.intervention(supported, provider, coordinator)


def test_support_that_is_not_agreed_to_any_more_stops_and_whoever_gives_it_is_told(
    client, do_errands, supported, given, coordinator, giver, school
):
    do_errands()
    # It is asked no more, and goes on: neither is told.
    for tell, more in ((operations.tell_of_intervention, {}), (operations.tell_of_stop, {"stopped": 1})):
        with pytest.raises(AlreadyDone):
            tell(given, by=system_user(), **more)
    mail.outbox.clear()
    factories.consent(supported, coordinator, "withdrawn", reason="Canary-reason.")
    do_errands()
    assert [each.to for each in mail.outbox if "has stopped" in each.body] == [[giver.email]]
    client.force_login(giver)
    read = text(client.get(given.get_absolute_url()))
    assert "Support has stopped for now" in read
    assert "Canary-reason" not in read
    # What took place before can still be reported.
    factories.session(given, giver)
    with pytest.raises(Refused, match="before it has been agreed to"):
        factories.intervention(supported, school, coordinator)
    refused(
        "INSERT INTO cases_intervention (reference, case_id, area_id, agency_id, called, purpose, needs,"
        " safe_place, to_avoid, lawful_basis, sessions, starts_on, until, asked_by_id, asked_at,"
        " why_declined, ended_because)"
        " SELECT 'x', case_id, area_id, %s, called, purpose, needs, safe_place, to_avoid, lawful_basis,"
        " sessions, starts_on, until, asked_by_id, asked_at, '', '' FROM cases_intervention",
        school.pk,
        match="no agreement",
    )


def test_the_database_keeps_the_ledger(given, giver):
    session = factories.session(given, giver)
    for sql, words in (
        ("UPDATE cases_interventionsession SET what = 'x'", "Cannot update"),
        ("UPDATE cases_intervention SET needs = 'x'", "Cannot update"),
        ("UPDATE cases_intervention SET accepted = false", "with_a_reason"),
        ("UPDATE cases_intervention SET answered_at = now()", "Cannot update"),
        ("UPDATE cases_intervention SET ended_at = now()", "ends_with_a_reason"),
        (
            "INSERT INTO cases_interventionsession (reference, intervention_id, held_on, came, what, why_missed,"
            " reported_by_id, reported_at, in_error_reason)"
            " SELECT 'x', intervention_id, held_on, true, '', '', reported_by_id, reported_at, ''"
            " FROM cases_interventionsession",
            "what_was_done_or_why",
        ),
    ):
        refused(sql, match=words)
    session.refresh_from_db()
    assert session.what == "We talked of football."


def test_contact_that_stops_is_seen_on_the_support_page_and_at_home(client, area, given, coordinator, giver, chair):
    factories.policy(area, SupportPolicy, silent_after=10, missed_in_a_row=3)

    def flagged(days: int) -> str:
        """What the coordinator is told after so many days: the same on both pages."""
        with clock.at(clock.now() + timedelta(days=days)):
            client.logout()
            client.force_login(coordinator)
            sections = {each.title: each for each in client.get("/").context["sections"]}
            at_home = sections["Support to see to"].asks[0].hint if "Support to see to" in sections else ""
            (shown,) = client.get(pages(given)["support"]).context["interventions"]
            assert shown.to_see_to == at_home
            return at_home

    assert flagged(9) == ""
    assert flagged(10).startswith("Contact has stopped: no session since")
    with clock.at(clock.now() + timedelta(days=8)):
        factories.session(given, giver)
        for _ in range(2):
            factories.session(given, giver, came=False)
        assert flagged(9) == ""
        wrong = factories.session(given, giver, came=False, held_on=clock.today())
        # Missed on the day of one that took place: that one counts, in whichever order they were written.
        assert flagged(0) == ""
        operations.record_session_in_error(wrong, by=giver, reason="It was another.")
    with clock.at(clock.now() + timedelta(days=9)):
        for _ in range(3):
            factories.session(given, giver, came=False)
        assert flagged(0) == "Contact has stopped: sessions missed in a row: 3"
        client.force_login(chair)
        assert "sessions missed in a row: 3" in text(client.get(given.get_absolute_url()))
        client.force_login(giver)
        assert "Contact has stopped" not in text(client.get(given.get_absolute_url()))
    # All of them delivered, nobody waits for another.
    with clock.at(clock.now() + timedelta(days=10)):
        for _ in range(7):
            factories.session(given, giver)
    assert flagged(60) == ""


def test_who_may(client, given, giver, other_giver, provider, coordinator, chair, police_representative, officer,
                 stranger):  # fmt: skip
    """By hand: who opens which page, of the support and of its case."""
    beside = factories.person(provider, PostKind.OFFICER, "Bea Beside")
    gone = [404] * 12
    for person, answers in {
        giver: [200, 200, 200, 200, 403] + [404] * 7,
        coordinator: [200, 403, 403, 403, 200] + [200] * 7,
        chair: [200, 403, 403, 403, 200] + [200] * 7,
        police_representative: [200, 403, 403, 403, 403, 200, 403] + [200] * 5,
        beside: gone,
        other_giver: gone,
        officer: gone,
        stranger: gone,
    }.items():
        client.force_login(person)
        found = {name: client.get(page).status_code for name, page in pages(given).items()}
        assert list(found.values()) == answers, (person, found)
        acted = client.post(
            reverse("cases_api:report_session", args=[given.reference]), {}, content_type="application/json"
        )
        assert acted.status_code == {200: 422}.get(found["report_session"], found["report_session"]), person


def test_whoever_gives_support_reads_nothing_else_of_the_case_and_nobody_beside_it_what_they_read(
    client, given, giver, other_giver, officer, lead, stranger, coordinator, chair, school, version
):
    """Canary words in whatever a case holds, and in what is written for whoever gives support."""
    case = given.case
    factories.share(case, school, coordinator, purpose="Canary-share.")
    operations.log_contact(
        case, by=coordinator, way="call", contact_with="parent", reached=True, contacted_on=clock.today(),
        what="Canary-contact.", name="Canary-mother",
    )  # fmt: skip
    factories.contribution(case, school, lead, text="Canary-contribution.")
    factories.assessment(case, coordinator, version, summary="Canary-assessment.")
    operations.plan_support(case, by=chair, **factories.PLAN | {"arrangements": "Canary-plan."})
    factories.session(given, giver, what="Canary-session.")
    individual = case.individual
    of_case = ["Canary-share", "Canary-contact", "Canary-mother", "Canary-contribution", "Canary-assessment",
               "Canary-plan", case.reference, individual.family_name, individual.given_names, "What he wrote",
               "nobody would miss him"]  # fmt: skip
    api = [reverse(f"cases_api:{name}", args=[given.reference]) for name in ("view_intervention",)]
    own = [reverse("cases:list_interventions"), reverse("cases_api:list_interventions"), "/", *api]
    client.force_login(giver)
    for page in [*own, *(page for name, page in pages(given).items() if name not in (*OF_CASE, "end_intervention"))]:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert [word for word in of_case if word in answer.content.decode()] == [], page
    read = "".join(text(client.get(page)) for page in (given.get_absolute_url(), *api))
    assert all(word in read for word in (*OF_BRIEF, "Canary-session"))
    case_pages = [reverse(f"cases:{name}", args=[case.reference]) for name in OF_CASE]
    client.force_login(coordinator)
    assert any("Canary-contact" in text(client.get(page)) for page in case_pages)
    for person in (other_giver, officer, stranger):
        client.force_login(person)
        for page in (*own, *pages(given).values()):
            assert not any(word in text(client.get(page)) for word in (*OF_BRIEF, "Canary-session")), page


def test_as_many_queries_with_one_session_and_one_part_as_with_many(
    client, supported, given, giver, coordinator, school, lead, queries_of
):
    asked = factories.intervention(supported, school, coordinator)
    factories.session(given, giver)
    operations.raise_urgent_concern(given, by=giver, words="He has packed a bag.")

    def asked_by(person, *addresses):
        client.force_login(person)
        return [queries_of(page) for page in addresses]

    def all_pages():
        own = asked_by(giver, "/", reverse("cases:list_interventions"), given.get_absolute_url())
        return own + asked_by(coordinator, "/", pages(given)["support"], given.get_absolute_url())

    one = all_pages()
    operations.answer_intervention(asked, by=lead, accepted=True)
    for _ in range(4):
        factories.session(given, giver)
        factories.session(given, giver, came=False)
        operations.raise_urgent_concern(given, by=giver, words="He has packed a bag.")
    assert all_pages() == one
    assert max(one) <= 12, one
