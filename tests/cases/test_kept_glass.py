"""Broken glass as the database keeps it, also what was broken before its kind was asked."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases import operations
from tests.cases.glass import REASON
from tests.server import as_superuser

INTO = (
    "INSERT INTO cases_brokenglass (reference, case_id, broken_by_id, kind, reason, was_restricted, broken_at, ends_at"
)


def test_the_database_keeps_it_whole(case, representative, governance):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="He was in danger.")
    for refused, change in (
        ("Cannot update", "UPDATE cases_brokenglass SET ends_at = ends_at + interval '1 hour' WHERE id = %s"),
        ("Cannot update", "UPDATE cases_brokenglass SET was_right = false WHERE id = %s"),
        ("Cannot delete|permission denied", "DELETE FROM cases_brokenglass WHERE id = %s"),
        (
            "broken_glass_has_its_reason",
            INTO + ", judge_by, judgement) SELECT 'BCDFGHJKLM', case_id, broken_by_id, 'other', 'Because.', false,"
            " broken_at, ends_at, judge_by, '' FROM cases_brokenglass WHERE id = %s",
        ),
        (
            "broken_glass_has_its_reason",
            INTO + ", judge_by, judgement) SELECT 'BCDFGHJKLM', case_id, broken_by_id, 'in_danger', ' ', false,"
            " broken_at, ends_at, judge_by, '' FROM cases_brokenglass WHERE id = %s",
        ),
        (
            "Cannot insert",
            INTO + ", judge_by, judgement) SELECT 'BCDFGHJKLM', case_id, broken_by_id, '', reason, false,"
            " broken_at, ends_at, judge_by, '' FROM cases_brokenglass WHERE id = %s",
        ),
        (
            "broken_glass_is_of_a_kind_that_there_is",
            INTO + ", judge_by, judgement) SELECT 'BCDFGHJKLM', case_id, broken_by_id, 'at_last', reason, false,"
            " broken_at, ends_at, judge_by, '' FROM cases_brokenglass WHERE id = %s",
        ),
        (
            "broken_glass_closes_by_itself_within_hours",
            INTO + ", judge_by, judgement) SELECT 'BCDFGHJKLM', case_id, broken_by_id, kind, reason, false, broken_at,"
            " broken_at + interval '5 hours', judge_by, '' FROM cases_brokenglass WHERE id = %s",
        ),
        (
            "nobody_judges_their_own_broken_glass",
            INTO
            + ", judge_by, judgement, was_right, judged_by_id, judged_at) SELECT 'BCDFGHJKLM', case_id, broken_by_id,"
            " kind, reason, false, broken_at, ends_at, judge_by, 'Yes.', true, broken_by_id, broken_at"
            " FROM cases_brokenglass WHERE id = %s",
        ),
    ):
        wrong = pytest.raises((IntegrityError, Exception), match=refused)
        with wrong, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change, [glass.pk])


def test_what_was_broken_before_its_kind_was_asked_is_of_none(
    committed, client, case, representative, governance, coordinator
):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    with as_superuser(connection.settings_dict["NAME"]) as cursor:
        cursor.execute("ALTER TABLE cases_brokenglass DISABLE TRIGGER USER")
        cursor.execute("UPDATE cases_brokenglass SET kind = ''")
        cursor.execute("ALTER TABLE cases_brokenglass ENABLE TRIGGER USER")
    to_judge, of_area = glass.get_absolute_url(), reverse("cases:broken_glasses", args=[case.area.slug])
    of_case = reverse("cases:who_can_see", args=[case.reference])

    def read(person, *places: str) -> None:
        client.force_login(person)
        for place in places:
            page = client.get(place).content.decode()
            assert REASON in page, place
            assert f": {REASON}" not in page
            assert "Something else that cannot wait" not in page

    read(governance, to_judge, of_area)
    read(coordinator, of_case)
    operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="He was in danger.")
    read(governance, of_area)
    read(coordinator, of_case)
