"""Planning meetings from a panel's cadence."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from panels import operations
from panels.models import Meeting
from panels.tasks import plan_meetings as task
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import AlreadyDone, NotVisible
from tests import factories


def test_half_a_year_of_meetings_at_the_same_time_of_day_in_summer_and_winter(area):
    panel = factories.panel(
        area, "Early Panel", cadence="FREQ=WEEKLY;INTERVAL=2", first_meeting_at=datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
    )
    with clock.at(datetime(2026, 9, 1, 7, tzinfo=UTC)):
        planned = operations.plan_meetings(panel, by=system_user())
    assert len(planned) == 13
    assert {timezone.localtime(meeting.starts_at).strftime("%H:%M") for meeting in Meeting.objects.all()} == {"09:30"}


def test_again_it_adds_only_what_has_come_within_reach(panel):
    before = len(operations.plan_meetings(panel, by=system_user()))
    with pytest.raises(AlreadyDone):
        operations.plan_meetings(panel, by=system_user())
    with clock.at(clock.now() + timezone.timedelta(days=28)):
        assert len(operations.plan_meetings(panel, by=system_user())) == 2
    assert panel.meetings.count() == before + 2


def test_the_round_plans_every_panel_and_a_second_round_changes_nothing(panel, area):
    factories.panel(area, "No cadence")
    task()
    planned = Meeting.objects.count()
    task()
    assert Meeting.objects.count() == planned > 0


def test_only_the_unattended_service_plans(panel, coordinator, stranger):
    with pytest.raises(Exception, match="You may see this"):
        operations.plan_meetings(panel, by=coordinator)
    with pytest.raises(NotVisible):
        operations.plan_meetings(panel, by=stranger)


def test_the_list_of_meetings_costs_the_same_at_few_and_at_many(client, area, panel, meeting, coordinator, queries_of):
    page = reverse("panels:list_meetings")
    client.force_login(coordinator)
    few = queries_of(page)
    for number in range(4):
        factories.meeting(
            factories.panel(area, f"Panel {number}", cadence="FREQ=WEEKLY", first_meeting_at=panel.first_meeting_at)
        )
    assert queries_of(page) == few <= 8
    shown = client.get(page).content.decode()
    assert "Panel 3" in shown
    # Those next to come are in sight, and the others folded away.
    in_sight, folded = (part.count("/panels/meetings/") for part in shown.split("<details"))
    assert (in_sight, folded > 5) == (5, True)
