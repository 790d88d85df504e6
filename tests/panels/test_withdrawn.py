"""Support that a panel withdraws for now: the person is assessed anew on a day, and nothing waits unseen until then."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

import cases.operations
from cases.models import Case
from panels import operations
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.reviews import started_meeting
from tests.panels.test_exit import start, supported  # noqa: F401
from tests.panels.test_ways_out import CHANGE, ELSEWHERE, SAYING, outcome_of, read_everywhere
from tests.standing import standing

WITHDRAW = SAYING | {"judgement": "withdraw"}
STAYS = SAYING | CHANGE | {"judgement": "stays_withdrawn", "end_reason": "withdrawn"}
LISTED = "To be assessed anew by a panel"


def in_weeks(number: int):
    return clock.today() + timedelta(weeks=number)


def dated(day):
    return {"reassess_on_day": day.day, "reassess_on_month": day.month, "reassess_on_year": day.year}


@standing
def giver(supported, coordinator):  # noqa: F811
    provider = factories.agency(supported.case.area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    giver = factories.person(provider, PostKind.PROVIDER, "Gil Giver")
    factories.intervention(supported.case, provider, coordinator, giver)
    return giver


@standing
def withdrawn(supported, giver, chair):  # noqa: F811
    """Support is withdrawn for six weeks, and that meeting is over."""
    operations.decide_item(supported, by=chair, **WITHDRAW | {"reassess_on": in_weeks(6)})
    operations.end_meeting(supported.meeting, by=chair)
    return Case.objects.get(pk=supported.case_id)


def asked(client, who, days: int = 0) -> list[tuple[str, str]]:
    with clock.at(clock.now() + timedelta(days=days)):
        client.logout()
        client.force_login(who)
        sections = client.get("/").context["sections"]
    return [(ask.hint, ask.badge) for section in sections if section.title == LISTED for ask in section.asks]


def test_it_stops_and_the_case_is_on_the_agenda_of_that_day(client, supported, giver, chair, coordinator, panel):  # noqa: F811
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    without = client.post(page, WITHDRAW)
    assert (without.status_code, list(without.context["form"].errors)) == (422, ["reassess_on"])
    today = client.post(page, WITHDRAW | dated(clock.today()))
    assert (today.status_code, list(today.context["form"].errors)) == (409, ["reassess_on"])
    day = in_weeks(6)
    assert client.post(page, WITHDRAW | dated(day)).status_code == 302
    executed("SELECT 1")
    case = Case.objects.get(pk=supported.case_id)
    assert (case.stage, case.reassess_on, case.is_withdrawn) == ("awaiting_panel", day, True)
    assert OutboxRow.objects.filter(task="cases.tell_of_stop").count() == 1
    item = case.agenda_items.get(decision=None)
    assert item.meeting == panel.meetings.filter(starts_at__date__gte=day).earliest("starts_at")
    # Not before: whoever brings an earlier agenda up to date does not find it waiting.
    earlier = panel.meetings.filter(started_at=None).earliest("starts_at")
    assert case not in [each.case for each in operations.list_waiting_cases(earlier, by=coordinator)]
    words = f"{day:%-d %B %Y}"
    shown = client.get(case.get_absolute_url()).content.decode()
    assert f"Support is withdrawn. At the first meeting from {words}" in shown
    assert "Support is withdrawn</" in shown
    assert client.get(reverse("cases_api:view_case", args=[case.reference])).json()["reassess_on"] == day.isoformat()
    sheet = client.get(reverse("reports:statutory_sheet", args=[case.reference])).content.decode()
    assert f"The panel has withdrawn support, and assesses anew on {words}." in sheet
    read_everywhere(client, supported, chair, "Canary-health")
    assert words in client.get(supported.get_absolute_url()).content.decode()


def test_it_is_asked_at_home_until_the_panel_has_decided(client, withdrawn, coordinator, chair, panel, police):
    item = withdrawn.agenda_items.get(decision=None)
    listed = f"Listed for the meeting on {item.meeting.starts_at:%-d %B}"
    for person in (coordinator, chair):
        assert asked(client, person, 27) == []
        ((hint, badge),) = asked(client, person, 28)
        assert (hint.rpartition(". ")[2], badge) == (listed, "")
    with clock.at(item.meeting.starts_at):
        start(item.meeting, chair, police)
        operations.decide_item(item, by=chair, **factories.DEFERRED)
        operations.end_meeting(item.meeting, by=chair)
    assert asked(client, coordinator, 50) == []


def test_that_no_meeting_takes_it_is_overdue(client, withdrawn, coordinator, queries_of):
    assert [badge for _, badge in asked(client, coordinator, 43)] == [""]
    with clock.at(clock.now() + timedelta(days=60)):
        client.logout()
        client.force_login(coordinator)
        sections = {section.title: section for section in client.get("/").context["sections"]}
        assert [ask.badge for ask in sections[LISTED].asks] == ["Overdue"]
        assert "Cases without a meeting" not in sections  # It is asked once.


def test_support_is_offered_anew_with_another_plan_and_asked_about_anew(withdrawn, chair, coordinator, panel, police):
    with clock.at(clock.now() + timedelta(weeks=6)):
        item = started_meeting(panel, chair, police).items.get(case=withdrawn)
        for judgement in ("remain", "no_further_action"):
            with pytest.raises(Refused):
                operations.decide_item(item, by=chair, **SAYING | {"judgement": judgement, "end_reason": ""})
        with transaction.atomic():  # Support was given, and is not counted as if it went on.
            operations.decide_item(item, by=chair, **ELSEWHERE)
            assert outcome_of(withdrawn) == "exited"
            transaction.set_rollback(True)
        item.refresh_from_db()
        operations.decide_item(item, by=chair, **factories.ADOPTED)
        executed("SELECT 1")
        case = Case.objects.get(pk=withdrawn.pk)
        assert (case.stage, case.consent_given_on, case.reassess_on) == ("consent_pending", None, None)
        factories.consent(case, coordinator)
        executed("SELECT 1")
        assert case.stage == "active"


def test_it_stays_withdrawn_and_the_panel_looks_back_on_it(client, withdrawn, chair, panel, police):
    with clock.at(clock.now() + timedelta(weeks=6)):
        item = started_meeting(panel, chair, police).items.get(case=withdrawn)
        client.force_login(chair)
        page = reverse("panels:decide_item", args=[item.reference])
        offered = [value for value, _ in client.get(page).context["form"].fields["judgement"].choices]
        assert offered == ["enter", "stays_withdrawn", "refer_elsewhere", "police_led", "defer"]
        wrong = client.post(page, STAYS | dict.fromkeys(CHANGE, ""))
        assert list(wrong.context["form"].errors) == list(CHANGE)
        assert client.post(page, STAYS).status_code == 302
        executed("SELECT 1")
        case = Case.objects.get(pk=withdrawn.pk)
        assert (case.stage, case.reassess_on, outcome_of(case)) == ("exited", None, "exited")
        assert case.review_after_support_on
        sheet = client.get(reverse("reports:statutory_sheet", args=[case.reference])).content.decode()
        assert "The panel had withdrawn it before" in sheet


def test_whoever_does_not_want_it_any_more_says_so_meanwhile(withdrawn, coordinator):
    with pytest.raises(Refused, match="given already"):
        factories.consent(withdrawn, coordinator)
    factories.consent(withdrawn, coordinator, "withdrawn")
    executed("SELECT 1")
    assert (withdrawn.stage, withdrawn.consent_given_on, withdrawn.is_withdrawn) == ("awaiting_panel", None, True)
    with pytest.raises(Refused, match="Consent is asked once the panel has decided"):
        factories.consent(withdrawn, coordinator)


def test_an_agreement_recorded_in_error_brings_no_support_back(withdrawn, coordinator):
    given = withdrawn.consents.get()
    cases.operations.record_consent_in_error(given, by=coordinator, reason="It was his brother who agreed.")
    executed("SELECT 1")
    withdrawn.refresh_from_db()
    assert (withdrawn.stage, withdrawn.consent_given_on, withdrawn.is_withdrawn) == ("awaiting_panel", None, True)


def test_what_it_needs(supported, withdrawn, item, chair, police):  # noqa: F811
    with clock.at(item.meeting.starts_at):
        start(item.meeting, chair, police)
        for said, match in (
            (WITHDRAW | {"reassess_on": in_weeks(9)}, "no support here that could be withdrawn"),
            (factories.DEFERRED | {"reassess_on": in_weeks(9)}, "said where it withdraws support"),
            (SAYING | {"judgement": "no_further_action", "end_reason": "explained"}, "the panel has withdrawn it"),
        ):
            with pytest.raises(Refused, match=match):
                operations.decide_item(item, by=chair, **said)
    with pytest.raises(Refused, match="The panel decides at a meeting how it goes on"):
        operations.record_decision_in_error(supported, by=chair, reason="x")
    columns = (
        "item_id, judgement, reached, rationale, dissent, health_or_care, onward_service, arranged, awaited,"
        " awaited_from, in_error_reason, change_since_start, change_reason, end_reason, decided_at, recorded_by_id"
    )
    row = f"INSERT INTO panels_decision ({columns}, reassess_on) VALUES (%s, %s, 'unanimous', 'x', '', 'x', '', '', '',"
    row += " '', '', '', '', '', now(), %s, %s)"
    for judgement, day, match in (
        ("withdraw", None, "support_is_withdrawn_until_a_day"),
        ("withdraw", clock.today(), "assesses anew on a day to come"),
        ("enter", in_weeks(6), "support_is_withdrawn_until_a_day"),
    ):
        refused(row, item.pk, judgement, chair.pk, day, match=match)
    moved = "UPDATE cases_case SET stage = 'consent_pending' WHERE id = %s"
    refused(moved, withdrawn.pk, match="only_a_case_that_waits_for_its_panel_is_assessed_anew")


@pytest.fixture
def item(withdrawn):
    return withdrawn.agenda_items.get(decision=None)
