"""What two people found untrue is in no figure of a board report; how many are left out is said."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import referrals.operations
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.clock import LONDON
from prevent_cases.reference.models import ConcernType
from reports.figures.board_report import figures
from reports.figures.periods import Period
from reports.forms import answers_for
from tests import factories

pytestmark = pytest.mark.made_anew

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
YEAR_BEFORE = YEAR.year_before()
IN_YEAR = datetime(2025, 9, 15, 10, tzinfo=LONDON)
AFTER = datetime(2026, 6, 1, 10, tzinfo=LONDON)
LATER = datetime(2026, 6, 2, 10, tzinfo=LONDON)
LONG_AGO = datetime(2024, 1, 8, 10, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def governance(request, database):
    """Everybody held their post before the first thing that is counted here."""
    with clock.at(LONG_AGO):
        area, *_ = [request.getfixturevalue(name) for name in ("area", "officer", "coordinator", "board_member")]
        return factories.person(area, PostKind.GOVERNANCE_LEAD, "Greta Governance")


@pytest.fixture
def ended(officer, coordinator):
    """So many referrals of the year, all ended."""

    def several(number: int, moment: datetime = IN_YEAR, **said) -> list:
        with clock.at(moment):
            return [factories.ended(factories.referral(officer, **said), coordinator) for _ in range(number)]

    return several


@pytest.fixture
def find_untrue(coordinator, governance):
    def find(*found, agreed: bool | None = True, moment: datetime = IN_YEAR + timedelta(days=30)) -> None:
        for referral in found:
            with clock.at(moment):
                referrals.operations.propose_found_untrue(referral, by=coordinator, reason="Made up.")
                if agreed is not None:
                    referrals.operations.answer_found_untrue(
                        referral, by=governance, agreed=agreed, answer_reason="I asked too."
                    )

    return find


def every_number(report) -> list[int | None]:
    rows = [row for table in report.tables for row in [*table.rows, table.total]]
    return [row.now.number for row in report.journey.values()] + [each.number for row in rows for each in row.figures]


# What it does


def test_it_is_in_no_row_of_the_journey_and_of_no_table_and_is_said_to_be_left_out(area, ended, find_untrue):
    ended(2)
    as_it_would_be = figures(area, YEAR, exact=True, moment=AFTER)
    (untrue,) = ended(1)
    assert every_number(figures(area, YEAR, exact=True, moment=AFTER)) != every_number(as_it_would_be)
    find_untrue(untrue)
    report = figures(area, YEAR, exact=True, moment=AFTER)
    assert every_number(report) == every_number(as_it_would_be)
    assert (report.journey["referrals"].now.number, report.left_out.number) == (2, 1)
    assert (as_it_would_be.left_out.number, report.journey["referrals"].before.number) == (0, 0)


@pytest.mark.parametrize("agreed", [None, False])
def test_it_counts_until_a_second_person_has_agreed(area, ended, find_untrue, agreed):
    find_untrue(*ended(1), agreed=agreed)
    report = figures(area, YEAR, exact=True, moment=AFTER)
    assert (report.journey["referrals"].now.number, report.left_out.number) == (1, 0)


def test_no_further_action_is_not_untrue(area, ended):
    ended(3)
    assert figures(area, YEAR, exact=True, moment=AFTER).journey["ended"].now.number == 3


def test_a_type_of_concern_that_only_it_had_has_no_row(area, ended, find_untrue, officer, coordinator):
    ConcernType.objects.filter(code="incel").update(until=date(2024, 1, 1))
    old = ConcernType.objects.get(code="incel")
    (untrue,) = ended(1)
    with clock.at(IN_YEAR):
        referral = factories.referral(officer)
        referrals.operations.record_concern_type(referral, by=coordinator, concern_type=old)
    assert old.label in {row.label for row in figures(area, YEAR, exact=True, moment=AFTER).tables[2].rows}
    with clock.at(IN_YEAR):
        find_untrue(factories.ended(referral, coordinator), untrue)
    assert old.label not in {row.label for row in figures(area, YEAR, exact=True, moment=AFTER).tables[2].rows}


def test_found_untrue_after_the_year_it_counts_no_more_where_exact_figures_are_seen(area, ended, find_untrue):
    find_untrue(*ended(1), *ended(1, IN_YEAR - timedelta(days=365)), moment=AFTER)
    report = figures(area, YEAR, exact=True, moment=LATER)
    row = report.journey["referrals"]
    assert (row.now.number, row.before.number, report.left_out.number) == (0, 0, 1)
    earlier = figures(area, YEAR_BEFORE, exact=True, moment=LATER)
    assert (earlier.journey["referrals"].now.number, earlier.left_out.number) == (0, 1)


def test_the_page_the_file_and_the_endpoint_say_how_many_are_left_out(client, area, ended, find_untrue, coordinator):
    find_untrue(*ended(3)[:2])
    client.force_login(coordinator)
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(YEAR)).content.decode()
    assert "Left out are those that two people have found untrue: 2." in page
    told = client.get(
        reverse("reports_api:board_report", args=[area.slug]), {"since": "2025-04-01", "until": "2026-03-31"}
    ).json()
    assert told["left_out"] == {"number": 2, "base": None}
    assert told["journey"][0]["now"]["number"] == 1


# Small numbers


@pytest.mark.parametrize(("found", "words"), [(0, "[c]"), (4, "[c]"), (5, "5")])
def test_how_many_are_left_out_is_hidden_under_five(client, area, ended, find_untrue, board_member, found, words):
    find_untrue(*ended(6 + found)[:found])
    client.force_login(board_member)
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(YEAR)).content.decode()
    assert f"Left out are those that two people had by then found untrue: {words}." in page
    assert figures(area, YEAR, exact=False, moment=AFTER).journey["referrals"].now.number == 6


def test_two_reports_of_a_year_that_is_over_show_nobody_as_their_difference(area, ended, find_untrue):
    (untrue, *_) = ended(12)
    first = figures(area, YEAR, exact=False, moment=AFTER)
    find_untrue(untrue, moment=AFTER)
    again = figures(area, YEAR, exact=False, moment=LATER)
    assert every_number(again) == every_number(first)
    assert again.left_out == first.left_out


# How often it queries


def test_it_takes_no_query_more(area, ended, find_untrue):
    def queries(exact: bool) -> int:
        with CaptureQueriesContext(connection) as captured:
            figures(area, YEAR, exact=exact, moment=AFTER)
        return len(captured)

    found = ended(3)
    without = queries(True), queries(False)
    find_untrue(*found[:2])
    assert (queries(True), queries(False)) == without
