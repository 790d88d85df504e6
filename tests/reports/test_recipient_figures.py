"""What a board report says of what went to others than agencies here: how often, by what they are."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

import cases.operations
from prevent_cases import clock
from prevent_cases.clock import LONDON
from reports import operations
from reports.figures.board_report import figures
from reports.figures.periods import Period
from reports.forms import answers_for
from tests import factories

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31))
IN_YEAR = datetime(2025, 9, 15, 10, tzinfo=LONDON)
AFTER = datetime(2026, 6, 1, 10, tzinfo=LONDON)
AUTHORISED = {"authorised_by": "Ida Imani", "authorised_post": "Director of Law"}


@pytest.fixture(scope="module", autouse=True)
def long_ago():
    """What stands was made then."""
    with clock.at(datetime(2024, 1, 8, 10, tzinfo=LONDON)):
        yield


@pytest.fixture(autouse=True)
def at_this_moment(area, other_area, case, coordinator, board_member):
    with clock.at(AFTER):
        yield


@pytest.fixture
def told(case, coordinator):
    """Told outside this system once for each kind that is named."""

    def tell(*kinds: str, at=IN_YEAR):
        with clock.at(at):
            return [factories.disclosure(case, coordinator, recipient_kind=kind, **AUTHORISED) for kind in kinds]

    return tell


def at_a_glance(area, *, exact=True) -> dict[str, tuple[str, str]]:
    rows = figures(area, YEAR, exact=exact, moment=AFTER).recipients
    return {name: (row.now.words, row.before.words) for name, row in rows.items()}


def test_it_counts_what_went_to_each_kind_told_or_handed_out_and_nothing_of_agencies(
    area, other_area, case, coordinator, childrens_services, told
):
    told("partner", "immigration", "immigration", "other")
    told("person", at=IN_YEAR - timedelta(days=365))
    told("court", at=AFTER)  # Not in the year.
    with clock.at(IN_YEAR):
        factories.disclosure(case, coordinator, agency=childrens_services, body="")
        handed = {"purpose": "They asked.", "lawful_basis": "public_task", "sections": ["agreement"]}
        operations.request_case_summary(case, by=coordinator)
        operations.hand_out_case_summary(case, by=coordinator, agency=childrens_services, **handed)
        operations.hand_out_case_summary(
            case, by=coordinator, body="The port", recipient_kind="immigration", **AUTHORISED, **handed
        )
    assert at_a_glance(area) == {
        "all": ("5", "1"), "partner": ("1", "0"), "person": ("0", "1"), "court": ("0", "0"), "immigration": ("3", "0"),
        "other": ("1", "0"), "unknown": ("0", "0"),
    }  # fmt: skip
    assert at_a_glance(other_area)["all"] == ("0", "0")


def test_what_was_recorded_in_error_counts_no_more_and_a_period_that_is_over_does_not_change(area, coordinator, told):
    in_time, late = told("other", "court")
    for disclosure, moment in ((in_time, IN_YEAR + timedelta(days=1)), (late, AFTER)):
        with clock.at(moment):
            cases.operations.record_disclosure_in_error(disclosure, by=coordinator, reason="It was never sent.")
    seen = at_a_glance(area)
    assert (seen["other"][0], seen["court"][0], seen["all"][0]) == ("0", "1", "1")


def test_a_board_sees_no_small_number_of_them_and_nobody_by_name(client, area, board_member, told):
    told(*["immigration"] * 4)
    assert set(at_a_glance(area, exact=False).values()) == {("[c]", "[c]")}
    told(*["partner"] * 5, *["immigration"] * 2)
    seen = at_a_glance(area, exact=False)
    assert (seen["all"][0], seen["court"][0]) == ("11", "[c]")
    client.force_login(board_member)
    page = client.get(reverse("reports:board_report", args=[area.slug]), answers_for(YEAR)).content.decode()
    assert "To: immigration, the border or a port" in page
    for words in ("Far Council", "Ida Imani"):
        assert words not in page
    asked = {"since": YEAR.since.isoformat(), "until": YEAR.until.isoformat()}
    counted = client.get(reverse("reports_api:board_report", args=[area.slug]), asked).json()["recipients"]
    assert [row["now"]["number"] for row in counted if row["label"].startswith("Times")] == [11]
