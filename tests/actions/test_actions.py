"""Agreeing an action, and doing it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from actions import operations
from actions.models import Action
from cases.operations import place_transfer, stop_sharing_case
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.raw import refused


@pytest.fixture
def shared(case, childrens_services, coordinator):
    factories.share(case, childrens_services, coordinator)
    return case


def test_an_action_has_one_owner_and_one_day(shared, childrens_services, coordinator):
    action = factories.action(shared, childrens_services, coordinator)
    assert (action.agency, action.case, action.done_at) == (childrens_services, shared, None)


def test_done_says_what_came_of_it(shared, childrens_services, coordinator, representative):
    action = factories.action(shared, childrens_services, coordinator)
    operations.complete_action(action, by=representative, outcome="They met on Monday.")
    assert (action.outcome, action.done_by) == ("They met on Monday.", representative)
    with pytest.raises(Refused, match="has been done"):
        operations.complete_action(action, by=representative, outcome="Again.")


def test_handed_over_somebody_else_goes_on_with_it(client, shared, childrens_services, coordinator, representative):
    action = factories.action(shared, childrens_services, coordinator)
    client.force_login(representative)
    page = reverse("actions:hand_over_action", args=[action.reference])
    assert client.post(page, {"handed_over_to": "", "outcome": "Agreed."}).status_code == 422
    assert client.post(page, {"handed_over_to": "The college", "outcome": "They ring weekly."}).status_code == 302
    text = client.get(action.get_absolute_url()).content.decode()
    assert "The college" in text
    assert "Handed over" in text
    # Without what was told once, that the page was done.
    assert "Done" not in client.get(action.get_absolute_url()).content.decode()
    action.refresh_from_db()
    with pytest.raises(Refused, match="handed over to The college"):
        operations.complete_action(action, by=representative, outcome="Again.")
    with pytest.raises(Refused, match="handed over to The college"):
        operations.hand_over_action(action, by=coordinator, handed_over_to="Me", outcome="Again.")
    factories.action(shared, childrens_services, coordinator)
    refused("UPDATE actions_action SET handed_over_to = 'The college' WHERE done_at IS NULL", match="to_do_no_more")


def test_no_case_exits_while_one_is_open_whoever_writes(shared, childrens_services, coordinator):
    factories.action(shared, childrens_services, coordinator)
    wrong = pytest.raises(IntegrityError, match="no action open")
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_case SET stage = 'awaiting_panel', awaits_section36 = false")
        cursor.execute(
            "UPDATE cases_case SET stage = 'exited', ended_at = now(), retention_review_on = now(),"
            " review_after_support_on = (now() AT TIME ZONE 'Europe/London')::date + interval '6 months'"
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_what_was_done_is_not_to_do_again_nor_of_another_case_whoever_writes(
    shared, childrens_services, coordinator, representative
):
    action = factories.action(shared, childrens_services, coordinator)
    operations.complete_action(action, by=representative, outcome="They met on Monday.")
    operations.record_action_in_error(action, by=coordinator, reason="It was his brother's.")
    for again in (
        "done_at = NULL, done_by_id = NULL, outcome = '', in_error_at = NULL, in_error_by_id = NULL,"
        " in_error_reason = ''",
        "done_at = done_at + interval '1 day'",
        "case_id = case_id + 1",
    ):
        refused(f"UPDATE actions_action SET {again}", match="Cannot update")


def test_it_is_overdue_the_day_after(shared, childrens_services, coordinator):
    action = factories.action(shared, childrens_services, coordinator, due_on=clock.today())
    assert not action.is_overdue
    with clock.at(clock.now() + timedelta(days=1)):
        assert action.is_overdue


def test_not_for_an_agency_that_cannot_see_the_case(shared, police, coordinator):
    with pytest.raises(Refused, match="is not shared with Harrowmere Police"):
        factories.action(shared, police, coordinator)


def test_not_for_a_day_that_is_past(shared, childrens_services, coordinator):
    with pytest.raises(Refused, match="cannot be in the past"):
        factories.action(shared, childrens_services, coordinator, due_on=clock.today() - timedelta(days=1))


def test_the_database_itself_refuses_done_without_an_outcome(shared, childrens_services, coordinator):
    action = factories.action(shared, childrens_services, coordinator)
    wrong = pytest.raises(IntegrityError, match="says_what_came_of_it")
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE actions_action SET done_at = now() WHERE id = %s", [action.pk])


def test_my_agencys_list_holds_its_own_while_the_case_is_open_to_me(
    client, shared, childrens_services, police, coordinator, representative
):
    share = shared.shares.get()
    factories.share(shared, police, coordinator)
    own = factories.action(shared, childrens_services, coordinator)
    others = factories.action(shared, police, coordinator)
    client.force_login(representative)
    listed = client.get(reverse("actions:list_actions")).content.decode()
    assert own.reference in listed
    assert others.reference not in listed
    assert others.reference in client.get(reverse("actions:list_actions"), {"all": ""}).content.decode()
    stop_sharing_case(share, by=coordinator)
    assert own.reference not in client.get(reverse("actions:list_actions")).content.decode()
    assert client.get(own.get_absolute_url()).status_code == 404


def test_what_is_due_soonest_comes_first_and_the_next_page_goes_on_behind_it(
    client, shared, childrens_services, coordinator, representative
):
    later, sooner = (
        factories.action(shared, childrens_services, coordinator, due_on=clock.today() + timedelta(days=days))
        for days in (9, 2)
    )
    client.force_login(representative)

    def listed(**said):
        return client.get(reverse("actions:list_actions"), said).context["page"].records

    assert listed() == listed(all="") == [sooner, later]
    after = f"{sooner.due_on}_{sooner.reference}"
    assert listed(after=after) == [later]
    for said, expected in (({}, [sooner, later]), ({"after": after}, [later])):
        read = client.get(reverse("actions_api:list_actions"), said).json()["results"]
        assert [each["reference"] for each in read] == [each.reference for each in expected]


def test_reading_what_is_to_be_done_is_written_in_the_history_of_the_case(
    client, shared, childrens_services, coordinator, representative
):
    action = factories.action(shared, childrens_services, coordinator)
    client.force_login(representative)
    for page in (reverse("actions:list_actions"), reverse("actions:complete_action", args=[action.reference])):
        before = AuditEntry.objects.about(shared).count()
        assert action.what in client.get(page).content.decode()
        assert AuditEntry.objects.about(shared).count() == before + 1


def test_what_is_to_be_done_stands_neither_at_home_nor_in_the_list_of_the_interface(
    client, shared, childrens_services, coordinator, representative
):
    action = factories.action(shared, childrens_services, coordinator)
    client.force_login(representative)
    for page in ("/", reverse("actions_api:list_actions")):
        listed = client.get(page).content.decode()
        assert action.reference in listed
        assert action.what not in listed


def test_who_may_do_it(shared, childrens_services, police, coordinator, police_representative, stranger):
    action = factories.action(shared, childrens_services, coordinator)
    with pytest.raises(NotVisible):
        operations.complete_action(action, by=stranger, outcome="x")
    factories.share(shared, police, coordinator)
    with pytest.raises(PermissionDenied):
        operations.complete_action(action, by=police_representative, outcome="x")


def test_by_the_pages(client, shared, childrens_services, coordinator, representative):
    client.force_login(coordinator)
    day = clock.today() + timedelta(days=10)
    answers = {
        "what": "Visit the home.",
        "agency": childrens_services.slug,
        "due_on_day": day.day,
        "due_on_month": day.month,
        "due_on_year": day.year,
    }
    assert client.post(reverse("actions:agree_action", args=[shared.reference]), answers).status_code == 302
    action = Action.objects.get()
    client.force_login(representative)
    assert "Visit the home." in client.get(action.get_absolute_url()).content.decode()
    done = client.post(reverse("actions:complete_action", args=[action.reference]), {"outcome": "Visited."})
    assert done.url == action.get_absolute_url()
    assert "Visited." in client.get(reverse("actions:case_actions", args=[shared.reference])).content.decode()


def test_what_was_recorded_in_error_stays_and_is_nobodys_to_do(
    client, shared, childrens_services, coordinator, representative, stranger
):
    action = factories.action(shared, childrens_services, coordinator, what="Call the wrong family.")
    with pytest.raises(PermissionDenied):
        operations.record_action_in_error(action, by=representative, reason="x")
    with pytest.raises(NotVisible):
        operations.record_action_in_error(action, by=stranger, reason="x")
    client.force_login(coordinator)
    address = reverse("actions:record_action_in_error", args=[action.reference])
    assert client.post(address, {"reason": "Another family."}).status_code == 302
    action.refresh_from_db()
    assert (action.outcome, action.in_error_by) == ("Recorded in error.", coordinator)
    with pytest.raises(Refused, match="recorded in error"):
        operations.complete_action(action, by=representative, outcome="Called.")
    client.force_login(representative)
    assert "Call the wrong family." not in client.get(reverse("actions:list_actions")).content.decode()
    page = client.get(action.get_absolute_url()).content.decode()
    assert page.index("Recorded in error.") < page.index("Another family.") < page.index("Call the wrong family.")
    with pytest.raises(IntegrityError, match="in_error_says_why"), transaction.atomic():
        connection.cursor().execute("UPDATE actions_action SET in_error_reason = ''")


def test_as_many_queries_at_one_row_as_at_twenty(
    client, shared, childrens_services, coordinator, representative, queries_of
):
    client.force_login(representative)
    of_case = reverse("actions:case_actions", args=[shared.reference])
    factories.action(shared, childrens_services, coordinator)
    at_one = [queries_of(reverse("actions:list_actions")), queries_of(of_case)]
    for _ in range(19):
        factories.action(shared, childrens_services, coordinator)
    assert [queries_of(reverse("actions:list_actions")), queries_of(of_case)] == at_one
    assert max(at_one) <= 12


def test_what_is_open_goes_with_a_case_to_another_area_and_nothing_else(
    case, police, police_representative, coordinator, chair, other_area, stranger, there, thea
):
    factories.share(case, police, coordinator)
    open_one, done = (factories.action(case, police, coordinator) for _ in range(2))
    operations.complete_action(done, by=police_representative, outcome="He has a room.")
    offer = factories.transfer(case, other_area, chair)
    for by in (thea, coordinator):  # Not before it is placed with her panel; and never by whoever offers it.
        with pytest.raises((NotVisible, PermissionDenied)):
            operations.hand_over_with_case(offer, by=by)
    place_transfer(offer, by=stranger, panel=there)
    operations.hand_over_with_case(offer, by=thea)
    for action, to in ((open_one, "another area, with the case"), (done, "")):
        action.refresh_from_db()
        assert action.handed_over_to == to
        assert action.done_at
