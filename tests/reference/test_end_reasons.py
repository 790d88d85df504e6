"""Why cases end: the reasons of all areas and an area's own, and what nothing follows after."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse

from cases import operations
from panels.models import Decision, to_review
from panels.operations import decide_item, list_case, record_review_in_error
from prevent_cases import clock
from prevent_cases.operations import Refused
from prevent_cases.reference.models import AreaEndReason, CaseEndReason, after_which_nothing_follows, end_reasons
from prevent_cases.reference.operations import add_end_reason, retire_end_reason
from reports.figures.board_report import figures
from reports.figures.periods import Period
from reports.sheet import sheet
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.support import text
from tests.cases.test_receipts import RECEIPT
from tests.cases.transfer import said_at_home
from tests.panels.test_exit import EXIT, supported  # noqa: F401 - a fixture
from tests.reports.test_board_report import rows_of
from tests.server import as_superuser

SAID = {"judgement": "exit", "reached": "unanimous", "rationale": "The hospital rang."}
# Behind Django.
DECIDED = """
    INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, decided_at,
        recorded_by_id, change_since_start, change_reason, onward_service, arranged, awaited, awaited_from,
        in_error_reason, end_reason, in_error_at, in_error_by_id)
    SELECT %s, 'exit', 'unanimous', 'x', '', '', now() - make_interval(days => %s), person, change, change, '', '', '',
        '', CASE WHEN error THEN 'x' ELSE '' END, %s, CASE WHEN error THEN now() END, CASE WHEN error THEN person END
    FROM (VALUES (%s, %s, %s)) said (person, change, error)
"""
# Of the referral on which another was made that was in error.
IN_ERROR = """
    UPDATE cases_section36decision SET in_error_at = now(), in_error_by_id = decided_by_id, in_error_reason = 'x'
    WHERE case_id = %s
"""
NO_GROUNDS = """
    INSERT INTO cases_section36decision (case_id, referral_id, reasonable_grounds, grounds, health_or_care_considered,
        health_or_care, end_reason, end_stage, decided_as, decided_by_id, decided_at, why_not, in_error_reason)
    SELECT case_id, referral_id, false, 'x', true, 'x', %s, 'no_further_action', decided_as, decided_by_id, now(), '',
        '' FROM cases_section36decision WHERE case_id = %s
"""
SENT_BACK = """
    UPDATE cases_section36decision SET checked_by_id = %s, checked_at = now(), stands = false, why_not = 'x'
    WHERE case_id = %s AND stands IS NULL
"""


def test_after_a_death_nothing_is_planned_assessed_or_looked_back_on(
    client,
    supported,  # noqa: F811
    chair,
    coordinator,
    panel,
):
    case = supported.case
    later = list_case(panel.meetings.filter(started_at=None).earliest("starts_at"), by=coordinator, case=case)
    operations.write_letter(case, by=coordinator, **RECEIPT)
    factories.dispute(case, coordinator, case.consents.get())
    assert said_at_home(coordinator, "a new receipt: case")
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    assert "After “The person has died” nothing follows" in client.get(page).content.decode()
    with pytest.raises(Refused, match="Nothing follows after this") as refusal:
        decide_item(supported, by=chair, end_reason="died", **SAID, change_since_start="same", change_reason="x")
    assert refusal.value.field == "end_reason"
    # What is written there does not count, and no assessment is asked for first.
    said = SAID | {"end_reason": "died", "change_since_start": "same"}
    assert client.post(page, said).status_code == 302
    case.refresh_from_db()
    assert (case.stage, case.nothing_follows, case.review_after_support_on) == ("exited", True, None)
    assert not hasattr(case, "exit_plan")
    for address in (later.get_absolute_url(), later.meeting.get_absolute_url()):
        assert "the case has ended, and nothing follows" in text(client.get(address))
    assert not said_at_home(coordinator, "a new receipt: case")
    tomorrow = {"on": clock.today(), "ask_again_on": clock.today() + timedelta(days=1)}
    operations.record_being_told(
        case, by=coordinator, whom="person", told=False, because="safety", reason="He has died.", **tomorrow
    )
    with clock.at(clock.now() + timedelta(days=2)):
        assert not said_at_home(coordinator, "be told now")
    assert Decision.objects.get(item=supported).change_words == "Not asked"
    page = text(client.get(case.get_absolute_url()))
    meetings = reverse("panels:case_meetings", args=[case.reference])
    assert f'Before you ring or write to anybody, read why it ended: <a href="{meetings}">by a decision' in page
    assert '<a href="#section-36">under section 36</a>' in page
    assert 'id="section-36"' in page
    assert "Why the case ended: The person has died" in text(client.get(meetings))
    told = text(client.get(reverse("reports:statutory_sheet", args=[case.reference])))
    assert "The person has died. No assessment and no plan for afterwards are asked for." in told
    assert "The panel does not look back any more: nothing follows after why it ended." in told
    for gap in ("No final assessment", "No plan for afterwards", "due on"):
        assert gap not in told
    with clock.at(clock.now() + (case.retention_review_on - clock.today())):
        assert not to_review(type(case).objects.all()).exists()
    refused("UPDATE cases_case SET review_after_support_on = now() WHERE id = %s", case.pk, match="nothing_follows")
    refused("UPDATE cases_case SET nothing_follows = false WHERE id = %s", case.pk, match="Cannot update")


def test_the_database_lets_nothing_follow_only_where_the_case_ended_for_such_a_reason(
    supported,  # noqa: F811
    chair,
    coordinator,
    panel,
):
    case, later = supported.case, panel.meetings.filter(started_at=None).earliest("starts_at")
    other = list_case(later, by=coordinator, case=case)
    factories.final_assessment(case, coordinator)

    def decided(item, reason: str, days_ago: int = 0, *, change: str = "same", in_error: bool = False) -> tuple:
        return DECIDED, item.pk, days_ago, reason, chair.pk, change, in_error

    refused(*decided(supported, "moved", change=""), match="unless nothing follows")
    operations.plan_exit(case, by=chair, **factories.EXIT_PLAN)
    for before in (
        [],
        [decided(supported, "died", in_error=True)],
        [decided(supported, "died", 1), decided(other, "moved")],
        [(IN_ERROR, case.pk), (NO_GROUNDS, "died", case.pk), (SENT_BACK, chair.pk, case.pk)],
    ):
        with transaction.atomic():
            for statement in before:
                executed(*statement)
            with pytest.raises(Refused, match="only as the reason says for which it ended"):
                operations.move_case(case, by=chair, stage="exited", nothing_follows=True)
            transaction.set_rollback(True)
    executed(*decided(supported, "moved", 1))
    executed(*decided(other, "died"))
    operations.move_case(case, by=chair, stage="exited", nothing_follows=True)


def test_what_ended_by_a_death_before_that_was_asked_is_looked_back_on_no_more(
    committed,
    supported,  # noqa: F811
    chair,
    coordinator,
):
    factories.final_assessment(supported.case, coordinator)
    operations.plan_exit(supported.case, by=chair, **factories.EXIT_PLAN)
    decide_item(supported, by=chair, end_reason="died", **SAID)
    case = supported.case
    before = "UPDATE cases_case SET nothing_follows = false, review_after_support_on = (ended_at + '6 months')::date"
    put_right = import_module("panels.migrations.0026_ended_by_a_death_before_that_was_asked").FORWARDS
    with as_superuser(connection.settings_dict["NAME"]) as cursor:
        cursor.execute(f"SET session_replication_role = replica; {before}")
        for reason, nothing_follows in (("moved", False), ("died", True)):
            cursor.execute("SET session_replication_role = replica")
            cursor.execute("UPDATE panels_decision SET end_reason = %s WHERE judgement = 'exit'", [reason])
            cursor.execute(f"SET session_replication_role = origin; BEGIN; {put_right} COMMIT")
            case.refresh_from_db()
            assert (case.nothing_follows, case.review_after_support_on is None) == (nothing_follows, nothing_follows)
    last = case.events.latest("pgh_id")
    assert (last.pgh_label, last.pgh_context_id, last.nothing_follows) == ("update", None, True)
    refused("UPDATE cases_case SET nothing_follows = false", match="Cannot update")
    # Nor where they had looked back by then, and that was in error.
    executed(
        "INSERT INTO panels_review (item_id, case_id, months, from_partners, is_concern, reason, what_follows,"
        " reviewed_by_id, reviewed_at, in_error_reason) VALUES (%s, %s, 6, 'x', false, 'x', '', %s, now(), '')",
        supported.pk,
        case.pk,
        chair.pk,
    )
    # What was done then is told.
    parts = {part.title: part for part in sheet(case, chair)[-2:]}
    told = {title: " ".join(line.words for line in part.said) for title, part in parts.items()}
    for words in ("The person has died. No assessment", "A final assessment was made.", "Whom the person turns to:"):
        assert words in told["How support ended"]
    for words in ("After 6 months: ", "The panel does not look back any more"):
        assert words in told["Looking back after support"]
    assert [part.gaps for part in parts.values()] == [[], []]
    record_review_in_error(supported, by=chair, review=supported.reviews.get(), reason="It was another.")
    case.refresh_from_db()
    assert (case.review_after_support_on, case.agenda_items.latest("pk")) == (None, supported)


def test_the_database_lets_no_case_end_for_the_reason_of_another_area(supported, chair, area, other_area):  # noqa: F811
    own, others = (
        add_end_reason(each, by=factories.administrators(each)[0], name="Sea", ends=["exited"]).reference
        for each in (area, other_area)
    )

    def holds(insert) -> None:
        for unknown in (others, "unknown"):
            refused(*insert(unknown), match="reasons that are kept for its area")
        executed(*insert(own))

    holds(lambda reason: (DECIDED, supported.pk, 0, reason, chair.pk, "same", False))
    executed(IN_ERROR, supported.case_id)
    holds(lambda reason: (NO_GROUNDS, reason, supported.case_id))


def test_an_area_adds_its_own_and_retires_them_and_what_ended_for_it_goes_on_saying_it(
    client,
    area,
    other_area,
    administrator,
    supported,  # noqa: F811
    chair,
    coordinator,
):
    client.force_login(administrator)
    listed, add = (reverse(f"reference:{name}", args=[area.slug]) for name in ("end_reasons", "add_end_reason"))
    assert listed in client.get(reverse("reference:area_settings", args=[area.slug])).content.decode()
    said = {"name": "Canary-sea", "ends": ["exited"], "nothing_follows": "no"}
    earlier = add_end_reason(area, by=administrator, name="Canary-sea", ends=["exited"])
    retire_end_reason(earlier, by=administrator)
    assert client.post(add, said).url == listed
    assert "There is a reason of this name here." in client.post(add, said).content.decode()
    endpoint = reverse("reference_api:add_end_reason", args=[area.slug])
    more = {"name": "Canary-gone", "ends": ["exited"], "nothing_follows": "yes"}
    assert client.post(endpoint, more, content_type="application/json").status_code == 201
    page = client.get(listed).text
    assert ("Canary-sea" in page, "After support. Nothing follows." in page) == (True, True)
    kept = {name: kept_by for kept_by, name in end_reasons(area.pk, "exited")}
    gone, sea = AreaEndReason.objects.current()
    assert (kept["Canary-sea"], after_which_nothing_follows(area.pk)) == (sea.reference, {"died", gone.reference})
    assert "Canary-sea" not in dict(end_reasons(other_area.pk, "exited")).values()
    assert "Canary-sea" not in dict(end_reasons(area.pk, "police_led")).values()
    read = client.get(reverse("reference_api:end_reasons", args=[area.slug])).json()["reasons"]
    assert {"end_reason": sea.reference, "name": "Canary-sea"} in read

    factories.final_assessment(supported.case, coordinator)
    decide_item(supported, by=chair, **SAID | EXIT | factories.EXIT_PLAN | {"end_reason": sea.reference})
    supported.case.refresh_from_db()
    assert supported.case.review_after_support_on is not None
    retire = reverse("reference:retire_end_reason", args=[sea.reference])
    assert client.post(retire).url == listed
    assert client.post(retire).status_code == 409
    assert "Canary-sea" not in dict(end_reasons(area.pk, "exited")).values()
    assert text(client.get(listed)).count("Retired on") == 2
    client.force_login(chair)
    assert "Canary-sea" in text(client.get(supported.get_absolute_url()))
    month = Period(clock.today() - timedelta(days=30), clock.today())
    why = figures(area, month, exact=True, moment=clock.now() + timedelta(minutes=1))
    # Though it was retired and added again, under its name once.
    assert [row.label for row in why.tables[3].rows].count("Canary-sea") == 1
    assert rows_of(why, 3)["Canary-sea"] == ["1", "1", "1"]


def test_only_administrators_keep_them_and_none_is_rewritten(area, administrator, coordinator):
    with pytest.raises(PermissionDenied):
        add_end_reason(area, by=coordinator, name="x", ends=["exited"])
    with pytest.raises(Refused, match="in which ways"):
        add_end_reason(area, by=administrator, name="x", ends=["asleep"])
    reason = add_end_reason(area, by=administrator, name="Sea", ends=["exited"])
    with pytest.raises(PermissionDenied):
        retire_end_reason(reason, by=coordinator)
    refused("UPDATE reference_areaendreason SET name = 'x'", match="Cannot update")
    retire_end_reason(reason, by=administrator)
    refused("UPDATE reference_areaendreason SET retired_at = NULL", match="Cannot update")
    assert CaseEndReason.objects.count() == 20
