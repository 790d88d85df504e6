"""Exit: how what gave concern stands against the start of support, as the panel says it, and why."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from panels import operations
from panels.models import Decision
from prevent_cases.accounts.models import system_user
from tests import factories
from tests.panels.test_conference import ENTER, EXIT
from tests.standing import standing


@standing
def supported(case, meeting, panel, chair, coordinator, police, police_representative):
    """A case that receives support is taken at a meeting that has started: its item."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    start(meeting, chair, police)
    operations.decide_item(meeting.items.get(), by=chair, **ENTER)
    operations.end_meeting(meeting, by=chair)
    case.refresh_from_db()
    factories.consent(case, coordinator)
    later = panel.meetings.filter(started_at=None).order_by("starts_at").first()
    operations.list_case(later, by=coordinator, case=case)
    start(later, chair, police)
    return later.items.get()


def start(meeting, chair, police):
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")


def test_exit_is_asked_how_things_stand_against_the_start_and_says_it_wherever_the_decision_is_read(
    client, supported, chair, text_of
):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    without = client.post(page, ENTER | {"judgement": "exit"})
    assert (without.status_code, list(without.context["form"].errors)) == (422, ["change_since_start", "change_reason"])
    assert client.post(page, ENTER | EXIT).status_code == 302
    decision = supported.decision
    assert (decision.change_since_start, decision.change_reason) == ("reduced", EXIT["change_reason"])
    item = client.get(supported.get_absolute_url()).content.decode()
    assert "Against the start of support" in item
    assert EXIT["change_reason"] in item
    meetings = client.get(reverse("panels:case_meetings", args=[supported.case.reference])).content.decode()
    assert "Against the start of support: reduced" in meetings
    assert client.get(reverse("panels_api:view_agendaitem", args=[supported.reference])).json()["decision"] == {
        **EXIT,
        "reached": "unanimous",
        "rationale": ENTER["rationale"],
        "dissent": "",
        "health_or_care": "",
        "decided_at": decision.decided_at.isoformat().replace("+00:00", "Z"),
    }
    operations.end_meeting(supported.meeting, by=chair)
    operations.make_minutes(supported.minutes, by=system_user())
    text = " ".join(text_of(supported.minutes.read()).split())
    assert f"Against the start of support Reduced {EXIT['change_reason']}" in text


def test_what_is_written_there_for_another_judgement_does_not_count(client, supported, chair):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    assert client.post(page, ENTER | EXIT | {"judgement": "remain"}).status_code == 302
    assert (supported.decision.change_since_start, supported.decision.change_reason) == ("", "")


def test_the_database_wants_it_of_every_exit_from_now_on_and_of_nothing_else(supported, chair):
    insert = (
        "INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, decided_at,"
        " recorded_by_id, change_since_start, change_reason)"
        " VALUES (%s, %s, 'unanimous', 'x', '', '', now(), %s, %s, %s)"
    )

    def execute(judgement, change, reason):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(insert, [supported.pk, judgement, chair.pk, change, reason])

    for said in (("exit", "", ""), ("exit", "same", ""), ("exit", "worse", "x"), ("remain", "same", "x")):
        with pytest.raises(IntegrityError, match="exit_and_only_exit_says_what_changed"):
            execute(*said)
    execute("exit", "cannot_say", "x")
    # Rows of before stand as they are: nobody was asked.
    with connection.cursor() as cursor:
        name = "exit_and_only_exit_says_what_changed_and_why"
        cursor.execute("SELECT convalidated FROM pg_constraint WHERE conname = %s", [name])
        assert cursor.fetchone() == (False,)
    assert Decision(judgement="exit").change_words == "Not asked at that time"
