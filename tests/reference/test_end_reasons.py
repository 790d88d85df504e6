"""Why cases end: the reasons of all areas and an area's own, and what nothing follows after."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from panels.models import Decision, to_review
from panels.operations import decide_item
from prevent_cases import clock
from prevent_cases.operations import Refused
from prevent_cases.reference.models import AreaEndReason, CaseEndReason, after_which_nothing_follows, end_reasons
from prevent_cases.reference.operations import add_end_reason, retire_end_reason
from reports.figures.board_report import figures
from reports.figures.periods import Period
from tests import factories
from tests.cases.raw import refused
from tests.cases.support import text
from tests.cases.test_receipts import RECEIPT
from tests.cases.transfer import said_at_home
from tests.panels.test_exit import EXIT, supported  # noqa: F401 - a fixture
from tests.reports.test_board_report import rows_of

SAID = {"judgement": "exit", "reached": "unanimous", "rationale": "The hospital rang."}


def test_after_a_death_nothing_is_planned_assessed_or_looked_back_on(client, supported, chair, coordinator):  # noqa: F811
    case = supported.case
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
    assert not said_at_home(coordinator, "a new receipt: case")
    assert Decision.objects.get(item=supported).change_words == "Not asked"
    sheet = text(client.get(reverse("reports:statutory_sheet", args=[case.reference])))
    assert "The person has died. Nobody was assessed for it, and nothing planned for afterwards." in sheet
    assert "The panel does not look back: nothing follows after why it ended." in sheet
    for gap in ("No final assessment", "No plan for afterwards", "due on"):
        assert gap not in sheet
    with clock.at(clock.now() + (case.retention_review_on - clock.today())):
        assert not to_review(type(case).objects.all()).exists()
    refused("UPDATE cases_case SET review_after_support_on = now() WHERE id = %s", case.pk, match="nothing_follows")
    refused("UPDATE cases_case SET nothing_follows = false WHERE id = %s", case.pk, match="Cannot update")


def test_the_database_lets_nothing_follow_only_where_the_reason_says_so(supported, chair, coordinator):  # noqa: F811
    factories.final_assessment(supported.case, coordinator)
    row = (
        "INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, decided_at,"
        " recorded_by_id, change_since_start, change_reason, onward_service, arranged, awaited, awaited_from,"
        " in_error_reason, end_reason) VALUES (%s, 'exit', 'unanimous', 'x', '', '', now(), %s, '', '', '', '', '',"
        " '', '', 'moved')"
    )
    refused(row, supported.pk, chair.pk, match="unless nothing follows")
    operations.plan_exit(supported.case, by=chair, **factories.EXIT_PLAN)
    with pytest.raises(Refused, match="only as the reason says for which it ended"):
        operations.move_case(supported.case, by=chair, stage="exited", nothing_follows=True)


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
    assert client.post(add, said).url == listed
    assert "There is a reason of this name here." in client.post(add, said).content.decode()
    endpoint = reverse("reference_api:add_end_reason", args=[area.slug])
    more = {"name": "Canary-gone", "ends": ["exited"], "nothing_follows": "yes"}
    assert client.post(endpoint, more, content_type="application/json").status_code == 201
    page = client.get(listed).text
    assert ("Canary-sea" in page, "After support. Nothing follows." in page) == (True, True)
    kept = {name: kept_by for kept_by, name in end_reasons(area.pk, "exited")}
    sea, gone = AreaEndReason.objects.get(name="Canary-sea"), AreaEndReason.objects.get(name="Canary-gone")
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
    assert "Retired on" in text(client.get(listed))
    client.force_login(chair)
    assert "Canary-sea" in text(client.get(supported.get_absolute_url()))
    month = Period(clock.today() - timedelta(days=30), clock.today())
    why = rows_of(figures(area, month, exact=True, moment=clock.now() + timedelta(minutes=1)), 3)
    assert why["Canary-sea"] == ["1", "1", "1"]


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
