"""The one clock."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
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
