"""Bringing an agenda up to date with the cases that wait for its panel."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from panels import operations
from prevent_cases.operations import NotVisible, Refused
from tests import factories


@pytest.fixture
def next_but_one(case, panel):
    """A meeting after the one for which the case was listed when it opened."""
    return panel.meetings.order_by("starts_at")[1]


def test_it_lists_what_waits_and_is_not_listed_yet(case, next_but_one, organiser):
    (item,) = operations.list_waiting_cases(next_but_one, by=organiser)
    assert (item.case, item.position) == (case, 1)
    assert operations.list_waiting_cases(next_but_one, by=organiser) == []


def test_new_cases_come_after_those_listed(case, next_but_one, officer, coordinator, panel, organiser):
    operations.list_waiting_cases(next_but_one, by=organiser)
    second = factories.case(factories.referral(officer), coordinator, panel)
    operations.list_waiting_cases(next_but_one, by=organiser)
    assert [item.case for item in next_but_one.items.order_by("position")] == [case, second]


def test_neither_another_panels_cases_nor_ended_ones(
    case, next_but_one, officer, coordinator, area, organiser, police, police_representative
):
    factories.case(factories.referral(officer), coordinator, factories.panel(area, "Another Panel"))
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    assert operations.list_waiting_cases(next_but_one, by=organiser) == []


def test_not_once_the_meeting_has_ended(case, meeting, panel, chair, organiser):
    last = panel.meetings.order_by("starts_at").last()
    operations.start_meeting(last, by=chair)
    operations.end_meeting(last, by=chair)
    with pytest.raises(Refused, match="has ended"):
        operations.list_waiting_cases(last, by=organiser)


def test_only_organisers_write_agendas(next_but_one, chair, stranger):
    with pytest.raises(PermissionDenied):
        operations.list_waiting_cases(next_but_one, by=chair)
    with pytest.raises(NotVisible):
        operations.list_waiting_cases(next_but_one, by=stranger)


def test_by_one_press(client, case, next_but_one, organiser):
    client.force_login(organiser)
    url = reverse("panels:list_waiting_cases", args=[next_but_one.reference])
    assert client.post(url).url.startswith(next_but_one.get_absolute_url().rstrip("/"))
    assert next_but_one.items.count() == 1
