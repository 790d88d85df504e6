"""What a board report says of broken glass: how often, and whether it was judged right and in time."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse

from cases import operations
from prevent_cases import clock
from prevent_cases.clock import LONDON
from reports.figures.board_report import figures
from reports.figures.periods import Period
from reports.forms import answers_for

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
IN_YEAR = datetime(2025, 9, 15, 10, tzinfo=LONDON)
AFTER = datetime(2026, 6, 1, 10, tzinfo=LONDON)


@pytest.fixture(scope="module", autouse=True)
def long_ago():
    """What stands was made then."""
    with clock.at(datetime(2024, 1, 8, 10, tzinfo=LONDON)):
        yield


@pytest.fixture(autouse=True)
def at_this_moment(area, other_area, case, representative, governance, board_member):
    with clock.at(AFTER):
        yield


@pytest.fixture
def broken(case, representative, governance):
    """Broken once for each that is named, a day apart, and judged or left as it says."""

    def break_and_judge(*outcomes: str, began=IN_YEAR) -> None:
        for days, outcome in enumerate(outcomes, 1):
            with clock.at(began + timedelta(days=days)):
                glass = operations.break_glass(
                    case, by=representative, kind="other", reason="He was brought in an hour ago."
                )
                operations.close_broken_glass(glass, by=representative)
            if outcome == "left":
                continue
            last_moment = datetime.combine(glass.judge_by, time(23, 59), LONDON)
            with clock.at(last_moment + timedelta(minutes=outcome.startswith("late"))):
                was_right = outcome != "not right"
                operations.judge_broken_glass(glass, by=governance, was_right=was_right, judgement="So it was.")

    return break_and_judge


def glass_at_a_glance(area, *, exact=True, moment=AFTER) -> dict[str, tuple[str, str]]:
    rows = figures(area, YEAR, exact=exact, moment=moment).glass
    return {name: (row.now.words, row.before.words) for name, row in rows.items()}


def test_it_counts_how_often_glass_was_broken_and_whether_it_was_judged_right_and_in_time(area, other_area, broken):
    broken("right", "right", "not right", "late", "left")
    broken("right", began=IN_YEAR - timedelta(days=365))
    assert glass_at_a_glance(area) == {
        "broken": ("5", "1"), "right": ("2", "1"), "not_right": ("1", "0"), "late": ("2", "0"), "to_judge": ("0", "0"),
    }  # fmt: skip
    assert glass_at_a_glance(other_area)["broken"] == ("0", "0")


def test_a_period_that_is_over_does_not_change_by_what_is_judged_later(area, broken):
    broken("left", "late", began=datetime(2026, 3, 29, 10, tzinfo=LONDON))
    assert glass_at_a_glance(area)["to_judge"] == ("2", "0")


def test_a_board_sees_no_small_number_of_broken_glass_and_nobody_by_name(client, area, board_member, broken):
    broken(*["right"] * 4)
    assert set(glass_at_a_glance(area, exact=False).values()) == {("[c]", "[c]")}
    broken(*["right"] * 5, *["not right"] * 2, began=IN_YEAR + timedelta(days=30))
    seen = glass_at_a_glance(area, exact=False)
    assert (seen["broken"][0], seen["not_right"][0]) == ("11", "[c]")
    client.force_login(board_member)
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(YEAR)).content.decode()
    assert "Times that glass was broken" in page
    assert "Rosa" not in page
    asked = {"since": YEAR.since.isoformat(), "until": YEAR.until.isoformat()}
    told = client.get(reverse("reports_api:board_report", args=[area.slug]), asked).json()
    assert told["broken_glass"][0]["now"]["number"] == 11
