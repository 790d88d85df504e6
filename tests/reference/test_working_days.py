"""Working days: adding and counting them, and the words in which something is due (R-11, R-12)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevent_cases import clock
from prevent_cases.reference.models import Nation, WorkingDaysPolicy
from prevent_cases.reference.working_days import WorkingDays, bank_holidays
from tests import factories

ENGLAND = WorkingDays()
DAYS = st.dates(date(2026, 1, 1), date(2045, 12, 31))
OVERRIDES = st.dictionaries(st.dates(date(2026, 1, 1), date(2046, 12, 31)), st.booleans(), max_size=30)
HOLIDAYS = st.lists(st.builds(lambda day, more: (day, day + timedelta(more)), DAYS, st.integers(0, 45)), max_size=3)
CALENDARS = st.builds(WorkingDays, st.sampled_from(Nation.values), OVERRIDES, HOLIDAYS)


def at(day: date, hour: int = 12):
    return clock.at(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))


# What always holds


@given(CALENDARS, DAYS, st.integers(0, 30))
def test_nothing_ever_falls_due_on_a_day_that_is_not_worked(calendar, day, number):
    assert calendar.is_working(calendar.after(day, number))


@given(CALENDARS, DAYS, st.integers(1, 30))
def test_as_many_working_days_lie_between_as_were_added(calendar, day, number):
    due_on = calendar.after(day, number)
    assert due_on > day
    assert calendar.between(day, due_on) == number


@given(CALENDARS, DAYS, st.integers(-9, 1500))
def test_years_are_counted_as_day_by_day(calendar, day, more):
    each = (day + timedelta(number) for number in range(1, more + 1))
    assert calendar.between(day, day + timedelta(more)) == sum(map(calendar.is_working, each))


@given(CALENDARS, DAYS, st.integers(1, 20))
def test_one_more_is_never_sooner_and_neither_is_a_later_beginning(calendar, day, number):
    assert calendar.after(day, number) < calendar.after(day, number + 1)
    assert calendar.after(day, number) <= calendar.after(day + timedelta(days=1), number)


@given(CALENDARS, DAYS, st.integers(-40, 40))
def test_the_words_always_hold_the_date(calendar, today, days):
    due_on = today + timedelta(days=days)
    with at(today):
        words = calendar.words(due_on)
    assert f"{due_on:%-d %B}" in words
    assert ("late" in words) == (days < 0)


@given(DAYS, st.integers(0, 24 * 60), st.integers(1, 10))
def test_a_time_limit_begins_on_the_day_it_was_in_london(day, minutes, number):
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    assert ENGLAND.due(moment, number) == ENGLAND.after(clock.day_of(moment), number)


# Days that are known


@pytest.mark.parametrize(
    ("began", "within", "due_on"),
    [
        (date(2026, 11, 25), 1, date(2026, 11, 26)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # over a weekend
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # from a Saturday
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # Boxing Day on a Saturday, kept on the Monday
        (date(2027, 3, 25), 5, date(2027, 4, 5)),  # over Easter
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2026, 12, 25), 0, date(2026, 12, 29)),
        (date(2026, 11, 25), 0, date(2026, 11, 25)),
    ],
)
def test_days_are_added(began, within, due_on):
    assert ENGLAND.after(began, within) == due_on


@pytest.mark.parametrize(
    ("moment", "due_on"),
    [
        # A quarter to midnight in winter; half past midnight in summer, when it is still yesterday in UTC.
        (datetime(2027, 1, 12, 23, 45, tzinfo=UTC), date(2027, 1, 13)),
        (datetime(2027, 7, 12, 23, 30, tzinfo=UTC), date(2027, 7, 14)),
        # The nights in which the clocks change.
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), date(2027, 3, 30)),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), date(2027, 11, 1)),
    ],
)
def test_the_clocks_change_nothing(moment, due_on):
    assert ENGLAND.due(moment, 1) == due_on


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2027, 3, 4), "due today, 4 March"),
        (date(2027, 3, 5), "due tomorrow, 5 March"),
        (date(2027, 3, 8), "due in 2 working days, on 8 March"),
        (date(2028, 1, 4), "due in 210 working days, on 4 January 2028"),
        (date(2027, 3, 3), "1 working day late, was due on 3 March"),
        (date(2027, 3, 2), "2 working days late, was due on 2 March"),
        (date(2026, 12, 31), "44 working days late, was due on 31 December 2026"),
    ],
)
def test_when_something_is_due_is_said_with_its_date(due_on, words):
    with at(date(2027, 3, 4)):
        assert ENGLAND.words(due_on) == words


def test_on_a_weekend_what_was_due_on_friday_is_late_by_no_working_day():
    with at(date(2027, 3, 6)):
        assert ENGLAND.words(date(2027, 3, 5)) == "late, was due on 5 March"
        assert ENGLAND.words(date(2027, 3, 8)) == "due in 1 working day, on 8 March"


def test_nations_keep_days_of_their_own():
    hogmanay_over, patrick = date(2026, 1, 2), date(2026, 3, 17)
    assert hogmanay_over in bank_holidays(Nation.SCOTLAND, 2026)
    assert patrick in bank_holidays(Nation.NORTHERN_IRELAND, 2026)
    for day in (hogmanay_over, patrick):
        assert WorkingDays(Nation.ENGLAND).is_working(day)
        assert WorkingDays(Nation.WALES).is_working(day)


# Of an area


def test_an_area_keeps_the_holidays_of_its_nation_and_its_own_days(area, other_area):
    factories.policy(other_area, WorkingDaysPolicy, nation=Nation.SCOTLAND)
    own = factories.day_off(area)
    assert not WorkingDays.of(area).is_working(own.day)
    assert WorkingDays.of(other_area).is_working(own.day)
    assert WorkingDays.of(other_area).nation == Nation.SCOTLAND


def test_several_areas_are_read_at_once_and_then_nothing_is_asked(area, other_area, django_assert_num_queries):
    for _ in range(3):
        factories.day_off(area, WorkingDays.of(area).after(clock.today(), 3))
    with django_assert_num_queries(1):
        calendars = WorkingDays.of_each([area.pk, other_area.pk])
        for _ in range(20):
            for calendar in calendars.values():
                calendar.words(calendar.due(clock.now(), 5))


def test_a_holiday_announced_late_moves_what_is_due(area):
    began = clock.now()
    due_on = WorkingDays.of(area).due(began, 3)
    factories.day_off(area, due_on, "A jubilee")
    assert WorkingDays.of(area).due(began, 3) == WorkingDays.of(area).after(due_on, 1) > due_on
