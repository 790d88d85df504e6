"""Whose a case is: its owner from the start, handed on with a note; who stands in; what is left when somebody goes."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, connections, transaction
from django.urls import reverse

from cases import operations
from cases.models import Case, OwnerCover
from prevent_cases import clock
from prevent_cases.accounts.models import Post
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.operations import NotVisible, Refused
from tests import factories


@pytest.fixture
def leave(administrator):
    """Somebody's post as coordinator is withdrawn."""

    def gone(person):
        withdraw_post(Post.objects.get(user=person, kind="coordinator"), by=administrator)

    return gone


def cover(area, by, away, covered_by, **days):
    asked = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=7)}
    return operations.arrange_cover(area, by=by, away=away, covered_by=covered_by, **asked | days)


# What it does


def test_whoever_accepts_owns_it_and_it_is_handed_on_with_a_note(case, coordinator, second_coordinator):
    assert case.owner == coordinator
    assert case.allocations.get().owner == coordinator
    operations.allocate_case(case, by=coordinator, owner=second_coordinator, note="Ring his grandmother, not the home.")
    case.refresh_from_db()
    assert case.owner == second_coordinator
    assert [(each.owner, each.note) for each in case.allocations.all()][-1] == (
        second_coordinator, "Ring his grandmother, not the home.",
    )  # fmt: skip


def test_when_somebody_leaves_all_their_cases_are_handed_over_at_once(
    client, case, area, coordinator, second_coordinator, leave
):
    client.force_login(second_coordinator)
    owners = reverse("cases:owners", args=[area.slug])
    assert "no longer coordinates here" not in client.get(owners).content.decode()
    leave(coordinator)
    page = client.get(owners).content.decode()
    assert "no longer coordinates here" in page
    assert f"Hand over the live cases of {coordinator}" in page
    home = client.get("/").content.decode()
    assert f"Hand over the cases of {coordinator}" in home
    hand_over = reverse("cases:hand_over_cases", args=[area.slug])
    form = client.get(hand_over, {"owner": coordinator.reference}).content.decode()
    assert f'value="{coordinator.reference}" selected' in form
    said = {"owner": coordinator.reference, "to": second_coordinator.reference, "note": "Nothing is urgent."}
    assert client.post(hand_over, said).url == owners
    assert Case.objects.get().owner == second_coordinator
    assert f"Hand over the cases of {coordinator}" not in client.get("/").content.decode()


def test_where_the_owner_has_left_a_request_to_see_it_reaches_those_who_allocate_it_also_once_it_has_ended(
    client, case, chair, coordinator, second_coordinator, representative, leave, do_errands, mailoutbox
):
    operations.move_case(case, by=chair, stage="no_further_action")
    leave(coordinator)
    do_errands()
    mailoutbox.clear()
    request = operations.ask_to_see(case, by=representative, words="He is in care with us now.")
    do_errands()
    assert [mail.to for mail in mailoutbox] == [[second_coordinator.email]]
    client.force_login(second_coordinator)
    assert request.get_absolute_url() in client.get("/").content.decode()
    allocate = reverse("cases:allocate_case", args=[case.reference])
    assert allocate in client.get(case.get_absolute_url()).content.decode()
    assert (
        client.post(allocate, {"owner": second_coordinator.reference, "note": "For what is kept."}).status_code == 302
    )
    assert Case.objects.get().owner == second_coordinator
    # Others are asked no more.
    third = factories.person(case.area, "coordinator", "Tia Coordinator")
    client.force_login(third)
    assert request.get_absolute_url() not in client.get("/").content.decode()


def test_whoever_stands_in_is_asked_first_and_the_case_says_so(client, case, area, coordinator, second_coordinator):
    client.force_login(second_coordinator)
    asked = f"case {case.reference}"
    assert "Yours to see to" not in client.get("/").content.decode()
    arranged = cover(area, coordinator, coordinator, second_coordinator)
    assert f"{second_coordinator} stands in until" in client.get(case.get_absolute_url()).content.decode()
    home = client.get("/").content.decode()
    assert asked in home
    assert f"Yours to see to, for {coordinator}" in home
    operations.end_owner_cover(arranged, by=second_coordinator)
    assert "stands in until" not in client.get(case.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="has ended"):
        operations.end_owner_cover(arranged, by=coordinator)


def test_the_list_shows_ones_own(client, case, coordinator, second_coordinator):
    mine = reverse("cases:list_cases") + "?mine"
    for person, sees in ((coordinator, True), (second_coordinator, False)):
        client.force_login(person)
        assert (case.reference in client.get(mine).content.decode()) == sees


# When it refuses


def test_only_whoever_coordinates_here_owns_or_stands_in(
    case, area, coordinator, second_coordinator, organiser, stranger, leave
):
    for nobody in (organiser, stranger):
        with pytest.raises(Refused, match="does not coordinate"):
            operations.allocate_case(case, by=coordinator, owner=nobody, note="Yours.")
        with pytest.raises(Refused, match="does not coordinate"):
            cover(area, coordinator, coordinator, nobody)
    with pytest.raises(Refused, match="owns this case already"):
        operations.allocate_case(case, by=coordinator, owner=coordinator, note="Mine.")
    with pytest.raises(Refused, match="owns no live case"):
        operations.hand_over_cases(area, by=coordinator, owner=second_coordinator, to=coordinator, note="All.")
    with pytest.raises(Refused, match="stands in for themselves"):
        cover(area, coordinator, coordinator, coordinator)
    with pytest.raises(Refused, match="cannot be before"):
        cover(area, coordinator, coordinator, second_coordinator, until=clock.today() - timedelta(days=1))
    cover(area, coordinator, coordinator, second_coordinator)
    with pytest.raises(Refused, match="in some of these days"):
        cover(area, coordinator, coordinator, second_coordinator)
    with pytest.raises(Refused, match="is away in some of these days"):
        cover(area, coordinator, second_coordinator, coordinator)
    # Or the cases of whoever is away already would be seen to by nobody.
    third = factories.person(area, "coordinator", "Tia Coordinator")
    with pytest.raises(Refused, match=f"stands in for {coordinator} in some of these days. End that first"):
        cover(area, coordinator, second_coordinator, third)
    leave(second_coordinator)
    with pytest.raises(Refused, match="does not coordinate"):
        operations.allocate_case(case, by=coordinator, owner=second_coordinator, note="Yours.")
    with pytest.raises(Refused, match="does not coordinate") as refusal:
        operations.hand_over_cases(area, by=coordinator, owner=coordinator, to=second_coordinator, note="All.")
    assert refusal.value.field == "to"


def test_a_case_that_ends_while_all_are_handed_over_stops_none_of_the_others(
    committed, case, area, coordinator, second_coordinator, teacher, panel
):
    other = factories.case(factories.referral(teacher, given_names="Rowan"), coordinator, panel)
    ending = threading.Event()

    def end():
        """As an operation that ends it does: it holds the row until it commits."""
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE cases_case SET stage = 'no_further_action', ended_at = now(),"
                    " retention_review_on = now(), awaits_section36 = false"
                    " WHERE id = %s",
                    [case.pk],
                )
                ending.set()
                time.sleep(0.5)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        ended = threads.submit(end)
        assert ending.wait(10)
        operations.hand_over_cases(area, by=coordinator, owner=coordinator, to=second_coordinator, note="All.")
        ended.result()
    assert [each.owner for each in Case.objects.filter(pk__in=[case.pk, other.pk]).order_by("pk")] == [
        coordinator, second_coordinator,
    ]  # fmt: skip


def test_the_database_keeps_it_whole(case, area, coordinator, second_coordinator):
    arranged = cover(area, coordinator, coordinator, second_coordinator)
    for refused, change, key in (
        ("null value", "UPDATE cases_case SET owner_id = NULL WHERE id = %s", case.pk),
        ("Cannot update", "UPDATE cases_allocation SET note = 'x' WHERE case_id = %s", case.pk),
        ("Cannot update", "UPDATE cases_ownercover SET until = '2030-01-01' WHERE id = %s", arranged.pk),
    ):
        wrong = pytest.raises((IntegrityError, Exception), match=refused)
        with wrong, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change, [key])


# Who may


def test_who_may(client, case, area, coordinator, organiser, chair, police, police_representative, officer, stranger):
    factories.share(case, police, coordinator)
    cover(area, coordinator, coordinator, factories.person(area, "coordinator", "Cem Coordinator"))
    pages = {
        reverse("cases:owners", args=[area.slug]): {coordinator, organiser},
        reverse("cases:hand_over_cases", args=[area.slug]): {coordinator},
        reverse("cases:arrange_cover", args=[area.slug]): {coordinator},
        reverse("cases:end_owner_cover", args=[OwnerCover.objects.get().reference]): {coordinator},
        reverse("cases:allocate_case", args=[case.reference]): {coordinator},
    }
    for person in (coordinator, organiser, chair, police_representative, officer, stranger):
        client.force_login(person)
        found = {page for page in pages if client.get(page).status_code == 200}
        assert found == {page for page, may in pages.items() if person in may}, person
    with pytest.raises(PermissionDenied):
        operations.allocate_case(case, by=chair, owner=coordinator, note="Yours.")
    with pytest.raises(NotVisible):
        operations.allocate_case(case, by=officer, owner=coordinator, note="Yours.")
