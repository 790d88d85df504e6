"""The one clock."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils import timezone

from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from reports.operations import request_board_report
from tests import factories

JUST_BEFORE_MIDNIGHT_IN_LONDON = datetime(2026, 7, 1, 22, 59, tzinfo=UTC)
JUST_AFTER = datetime(2026, 7, 1, 23, 1, tzinfo=UTC)


def test_it_is_the_machines_unless_set():
    assert abs((clock.now() - timezone.now()).total_seconds()) < 1


@pytest.mark.parametrize(
    ("moment", "day"), [(JUST_BEFORE_MIDNIGHT_IN_LONDON, date(2026, 7, 1)), (JUST_AFTER, date(2026, 7, 2))]
)
def test_a_day_is_a_day_in_london(moment, day):
    with clock.at(moment):
        assert clock.today() == day


def test_it_is_set_for_a_while_and_inside_that_for_a_shorter_one():
    with clock.at(JUST_AFTER):
        with clock.at(JUST_BEFORE_MIDNIGHT_IN_LONDON):
            assert clock.now() == JUST_BEFORE_MIDNIGHT_IN_LONDON
        assert clock.now() == JUST_AFTER


def test_in_summer_pages_endpoints_and_pdfs_show_the_time_in_london(
    client, referral, coordinator, panel, text_of, do_errands
):
    year = clock.today().year + 1
    moment = datetime(year, 7, 1, 12, 5, tzinfo=UTC)
    with clock.at(moment):
        case = factories.case(referral, coordinator, panel)
        report = request_board_report(case.area, by=coordinator, since=date(year, 4, 1), until=date(year + 1, 3, 31))
        do_errands()
        client.force_login(coordinator)
        assert f"1 July {year} at 13:05" in client.get(report.get_absolute_url()).content.decode()
        made = client.get(reverse("reports:open_boardreport", args=[report.reference])).content
        said = client.get(reverse("cases_api:view_case", args=[case.reference])).json()["opened_at"]
    assert f"1 July {year} at 13:05" in " ".join(text_of(made).split())
    assert said == f"{year}-07-01T13:05:00+01:00"
    case.refresh_from_db()
    assert case.opened_at == moment


def test_nobody_sets_it_in_production(settings):
    settings.CLOCK_MAY_BE_SET = False
    with pytest.raises(ImproperlyConfigured), clock.at(JUST_AFTER):
        pass


def test_the_trail_keeps_the_databases_own_time_beside_it(db):
    with clock.at(JUST_AFTER):
        factories.area()
    entry = AuditEntry.objects.latest("pk")
    assert entry.at == JUST_AFTER
    assert entry.recorded_at.date() > JUST_AFTER.date()
