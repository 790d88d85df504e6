"""Home says which referrals are past the day by which they were to be decided."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

import actions.operations
import cases.operations
import panels.operations
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, User
from prevent_cases.accounts.operations import confirm_post, give_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import CasePolicy
from prevent_cases.reference.operations import override_day
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations
from tests import factories
from tests.cases.test_decide_section36 import ENDS

pytestmark = pytest.mark.made_anew


@pytest.mark.parametrize("urgency", ["normal", "urgent"])
def test_a_referral_is_overdue_the_day_after_and_an_urgent_one_stays_urgent(client, officer, coordinator, urgency):
    referral = factories.referral(officer, urgency=urgency, urgency_reason="He has packed a bag.")
    badges = []
    for moment in (clock.now(), clock.now() + timedelta(days=60)):
        with clock.at(moment):
            client.logout()
            client.force_login(coordinator)
            sections = client.get("/").context["sections"]
            badges += [ask.badge for section in sections for ask in section.asks if referral.reference in ask.text]
    assert badges == (["Urgent", "Urgent"] if urgency == "urgent" else ["", "Overdue"])


def test_the_area_that_sent_it_away_for_an_answer_still_answers_for_it(client, officer, coordinator, other_area):
    returned, offered = (factories.received(factories.referral(officer), coordinator) for _ in range(2))
    operations.return_to_referrer(returned, by=coordinator, questions=["Who saw it?"])
    operations.offer_transfer(offered, by=coordinator, to_area=other_area, reason="He has moved.")
    with clock.at(clock.now() + timedelta(days=60)):
        client.force_login(coordinator)
        section = next(each for each in client.get("/").context["sections"] if each.title == "Referrals to triage")
    assert {(ask.text, ask.badge) for ask in section.asks} == {
        (f"With the referrer, to answer: referral {returned.reference}", "Overdue"),
        (f"Offered to {other_area}, not answered yet: referral {offered.reference}", "Overdue"),
    }


def test_an_action_that_nobody_did_is_asked_for_also_when_its_case_has_ended(client, case, police, coordinator):
    """As cases did by a section 36 decision, before that waited for what agencies had to do."""
    factories.share(case, police, coordinator)
    action = factories.action(case, police, coordinator)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_case SET stage = 'no_further_action', awaits_section36 = false, ended_at = now(),"
            " retention_review_on = now()"
        )
    with clock.at(clock.now() + timedelta(days=15)):
        client.force_login(coordinator)
        section = next(each for each in client.get("/").context["sections"] if each.title == "Actions overdue")
        assert [ask.url for ask in section.asks] == [action.get_absolute_url()]
        assert "The case has ended: do it, or hand it over" in section.asks[0].hint
        actions.operations.hand_over_action(action, by=coordinator, handed_over_to="The school", outcome="They will.")
        assert "The case has ended" not in client.get("/").content.decode()


def test_the_section_36_decision_and_the_first_panel_have_their_day_and_press_once_it_is_past(
    client, case, panel, police, police_representative, coordinator, chair, queries_of
):
    factories.policy(case.area, CasePolicy, section36_within=3)
    factories.share(case, police, coordinator)
    days = WorkingDays.of(case.area)

    def said(who, text, day) -> list[tuple[str, str]]:
        """At home, of this case or its referral: what is said of the day and the badge; and on its page."""
        with clock.at(clock.now() + (day - clock.today())):
            client.logout()
            client.force_login(who)
            asks = [ask for section in client.get("/").context["sections"] for ask in section.asks]
            page = " ".join(client.get(case.get_absolute_url()).content.decode().split())
        hints = [(ask.hint.rpartition(". ")[2], ask.badge) for ask in asks if ask.text.startswith(text)]
        return [*hints, "Overdue" in page]

    by = days.after(clock.today(), 3)
    for who, text in (
        (coordinator, "Section 36 decision outstanding"), (police_representative, "Decide under section 36"),
    ):  # fmt: skip
        assert said(who, text, by) == [(f"Decision due today, {by:%-d %B}", ""), False]
        ((words, badge), late) = said(who, text, by + timedelta(days=1))
        assert (badge, late, f"was due on {by:%-d %B}" in words) == ("Overdue", True, True)
    factories.section36(case, police_representative)
    by, first = days.after(clock.today(), 20), f"First panel of case {case.reference}"
    for who in (coordinator, chair):
        assert said(who, first, by) == [False]
        ((_, badge), late) = said(who, first, by + timedelta(days=1))
        assert (badge, late) == ("Overdue", True)
    assert queries_of(case.get_absolute_url()) <= 12
    # The panel has taken it, whatever it has decided.
    meeting = case.agenda_items.get().meeting
    panels.operations.start_meeting(meeting, by=chair)
    panels.operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    panels.operations.decide_item(case.agenda_items.get(), by=chair, **factories.DEFERRED)
    assert said(coordinator, first, by + timedelta(days=1)) == [False]


def test_the_day_runs_on_while_a_section_36_decision_waits_for_a_second_signature(
    client, case, referral, officer, panel, police, police_representative, supervisor, coordinator
):
    factories.share(case, police, coordinator)
    cases.operations.decide_section36(case, by=police_representative, referral=referral, **ENDS)
    by = WorkingDays.of(case.area).after(clock.today(), 10)
    waits, sign = "Section 36 decision waits for a second signature", "Sign the section 36 decision"
    asked = {
        coordinator: f"{waits}: case {case.reference}",
        police_representative: f"{waits}: referral {referral.reference}",
        supervisor: f"{sign}: case {case.reference}",
    }

    def asked_of(who) -> list[tuple[str, str, bool]]:
        client.logout()
        client.force_login(who)
        asks = [ask for section in client.get("/").context["sections"] for ask in section.asks]
        return [(a.text, a.badge, f"{by:%-d %B}" in a.hint) for a in asks if "ection 36" in a.text]

    for late in (False, True):
        with clock.at(clock.now() + (by - clock.today()) + timedelta(days=late)):
            badge = "Overdue" if late else ""
            assert {who: asked_of(who) for who in asked} == {who: [(asked[who], badge, True)] for who in asked}
            for words in (sign, waits):  # Whoever was asked last signs.
                page = " ".join(client.get(case.get_absolute_url()).content.decode().split())
                assert (words in page, f"{by:%-d %B}" in page, "Overdue" in page) == (True, True, late)
                assert "Decide under section 36" not in page
                client.force_login(coordinator)
    read = client.get(reverse("cases_api:view_case", args=[case.reference])).json()
    assert (read["section36_due"], read["signature_due_on"]) == ([], by.isoformat())
    assert "that waits for a second signature" in client.get(case.agenda_items.get().get_absolute_url()).text
    # With a further referral something is to be decided again, and the first goes on to wait.
    further = factories.referral_about(case.individual, officer)
    factories.case(further, coordinator, panel)
    assert asked_of(coordinator) == [(f"Section 36 decision outstanding: case {case.reference}", "", True)]
    decide = f"Decide under section 36: referral {further.reference}"
    assert [text for text, _, _ in asked_of(police_representative)] == [asked[police_representative], decide]


@pytest.mark.parametrize("holidays", [False, True])
def test_what_is_due_first_is_shown_first_whichever_area_waits_longer(
    client, officer, coordinator, panel, police, police_representative, other_area, there, monkeypatch, holidays
):
    """Of two areas with limits or holidays of their own: none that is late is crowded out by those that are not yet."""
    if holidays:
        monkeypatch.setattr("home.sections.SHOWN", 1)
        factories.policy(panel.area, CasePolicy, first_panel_within=1)
        closes, _ = factories.administrators(panel.area)
        for day in (clock.today() + timedelta(days=number) for number in range(1, 21)):
            if WorkingDays.of(panel.area).is_working(day):
                override_day(panel.area, by=closes, day=day, is_worked=False, name="Closed")
    else:
        monkeypatch.setattr("home.sections.AMONG", 1)
    factories.policy(other_area, CasePolicy, first_panel_within=1)
    gives, confirms = factories.administrators(other_area)
    who = {"email": coordinator.email, "name": coordinator.name, "kind": PostKind.COORDINATOR}
    confirm_post(give_post(other_area, by=gives, **who), by=confirms)
    coordinator = User.objects.get(pk=coordinator.pk)
    elsewhere = factories.agency(other_area, "A school there")
    sends = factories.person(elsewhere, PostKind.OFFICER, "Olive there")
    of_own = factories.case(factories.referral(officer), coordinator, panel)
    others = [factories.case(factories.referral(officer), coordinator, panel) for _ in range(holidays)]
    late = factories.case(factories.referral(sends), coordinator, there)
    speaks_for = {of_own: police_representative}
    force = factories.agency(other_area, "Police there", AgencyType.POLICE, Sector.POLICE)
    speaks_for[late] = factories.person(force, PostKind.REPRESENTATIVE, "Pat there")
    speaks_for |= dict.fromkeys(others, police_representative)
    for case, agency in ((of_own, police), *((each, police) for each in others), (late, force)):
        factories.share(case, agency, coordinator)
        factories.section36(case, speaks_for[case])
    with clock.at(clock.now() + timedelta(days=15)):
        client.force_login(coordinator)
        sections = {section.title: section for section in client.get("/").context["sections"]}
    (ask,) = sections["First panels that are late"].asks
    assert late.reference in ask.text
