"""Who helps instead: services of all areas, an area's own beside them or in the place of one, and what was decided."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from panels.operations import decide_item, record_attendance, start_meeting
from prevent_cases.operations import Refused
from prevent_cases.reference.models import OnwardService, onward_services
from prevent_cases.reference.operations import add_onward_service, remove_onward_service
from referrals.operations import end_referral
from tests import factories
from tests.cases.raw import refused
from tests.cases.support import text

# What decisions held before services were rows.
HELD = ["children", "early_help", "adults", "health", "mental_health", "school", "youth", "housing", "police",
        "probation", "voluntary", "other"]  # fmt: skip
ENDS = {
    "end_reason": "signposted",
    "arranged": "A visit on Monday.",
    "rationale": "It is about home.",
    "words_for_referrer": "Thank you.",
}


def test_what_decisions_held_before_is_named_still(area):
    assert [kept_by for kept_by, _ in onward_services(area.pk)] == HELD


def test_an_area_names_its_own_and_what_was_decided_keeps_its_words(
    client, area, other_area, administrator, assessed, coordinator
):
    client.force_login(administrator)
    listed, add = (reverse(f"reference:{name}", args=[area.slug]) for name in ("onward_services", "add_onward_service"))
    assert listed in client.get(reverse("reference:area_settings", args=[area.slug])).content.decode()
    assert client.post(add, {"name": "Canary-hub", "instead_of": "early_help"}).url == listed
    endpoint = reverse("reference_api:add_onward_service", args=[area.slug])
    assert client.post(endpoint, {"name": "Canary-gym"}, content_type="application/json").status_code == 201
    assert "There is a service of this name here." in client.post(add, {"name": "Canary-gym"}).content.decode()
    again = client.post(add, {"name": "Canary-hub 2", "instead_of": "early_help"})
    assert "Canary-hub takes its place already" in again.content.decode()
    page = text(client.get(listed))
    assert ("Canary-hub" in page, "In the place of “Early help”" in page) == (True, True)
    kept = {name: kept_by for kept_by, name in onward_services(area.pk)}
    assert list(kept)[:3] == ["Canary-gym", "Children's social care", "Canary-hub"]
    assert "Early help" not in kept
    assert len(onward_services(other_area.pk)) == len(HELD)
    read = client.get(reverse("reference_api:onward_services", args=[area.slug])).json()["services"]
    assert read[0] == {"onward_service": kept["Canary-gym"], "name": "Canary-gym"}

    client.force_login(coordinator)
    end = reverse("referrals:end_referral", args=[assessed.reference])
    page = client.get(end).content.decode()
    assert ("Canary-hub" in page, "Early help" in page) == (True, False)
    with pytest.raises(Refused, match="Choose who helps instead") as refusal:
        end_referral(assessed, by=coordinator, onward_service="early_help", **ENDS)
    assert refusal.value.field == "onward_service"
    hub = kept["Canary-hub"]
    assert client.post(end, ENDS | {"onward_service": hub}).status_code == 302
    for said in ("Canary-hub", "Canary-gym"):
        remove = reverse("reference:remove_onward_service", args=[kept[said]])
        assert client.get(remove).status_code == 403
        client.force_login(administrator)
        assert client.post(remove).url == listed
        assert client.post(remove).status_code == 409
        client.force_login(coordinator)
    assert [kept_by for kept_by, _ in onward_services(area.pk)] == HELD
    assert "Canary-hub helps instead: A visit on Monday." in text(client.get(assessed.get_absolute_url()))
    read = client.get(reverse("referrals_api:view_triage", args=[assessed.reference])).json()["decision"]
    assert (read["onward_service"], read["onward_service_name"]) == (hub, "Canary-hub")


def test_a_panel_names_one_of_its_area_too(
    client, area, case, meeting, chair, coordinator, police, police_representative
):
    gym = factories.onward_service(area, "Canary-gym")
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    start_meeting(meeting, by=chair)
    record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    item = meeting.items.get()
    client.force_login(chair)
    assert "Canary-gym" in client.get(reverse("panels:decide_item", args=[item.reference])).content.decode()
    said = {
        "judgement": "refer_elsewhere",
        "end_reason": "other_need",
        "reached": "unanimous",
        "rationale": "x",
        "health_or_care": "x",
    }
    with pytest.raises(Refused, match="Choose who helps instead"):
        decide_item(item, by=chair, onward_service="nobody", arranged="x", **said)
    decide_item(item, by=chair, onward_service=gym.reference, arranged="Canary-arranged.", **said)
    assert "Canary-gym<br>Canary-arranged." in text(client.get(item.get_absolute_url()))
    read = client.get(reverse("panels_api:view_agendaitem", args=[item.reference])).json()["decision"]
    assert (read["onward_service"], read["onward_service_name"]) == (gym.reference, "Canary-gym")


def test_only_administrators_keep_them_and_the_database_holds_what_is_named(area, administrator, coordinator, case):
    with pytest.raises(PermissionDenied):
        add_onward_service(area, by=coordinator, name="x")
    gym = add_onward_service(area, by=administrator, name="Gym")
    with pytest.raises(PermissionDenied):
        remove_onward_service(gym, by=coordinator)
    refused("UPDATE reference_areaonwardservice SET name = 'x'", match="Cannot update")
    item = case.agenda_items.get()
    columns = (
        "item_id, judgement, reached, rationale, dissent, health_or_care, decided_at, recorded_by_id,"
        " change_since_start, change_reason, onward_service, arranged, awaited, awaited_from, in_error_reason,"
        " end_reason"
    )
    row = f"INSERT INTO panels_decision ({columns}) VALUES (%s, 'refer_elsewhere', 'unanimous', 'x', '', 'x', now(),"
    refused(
        row + " %s, '', '', 'nobody', 'x', '', '', '', 'moved')", item.pk, coordinator.pk,
        match="one of the services that are kept",
    )  # fmt: skip
    assert OnwardService.objects.count() == len(HELD)
