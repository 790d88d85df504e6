"""Days on which an area works otherwise than the calendar says."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference import operations
from prevent_cases.reference.models import DayOverride
from prevent_cases.reference.working_days import DAY, WorkingDays
from tests import factories


def override(area, by, day, is_worked=False, name="A jubilee"):
    return operations.override_day(area, by=by, day=day, is_worked=is_worked, name=name)


def a_weekend(area):
    day = clock.today()
    while WorkingDays.of(area).is_working(day):
        day += DAY
    return day


def test_a_day_is_taken_away_and_given_back(area, administrator):
    taken = factories.day_off(area)
    assert not WorkingDays.of(area).is_working(taken.day)
    operations.withdraw_override(taken, by=administrator)
    assert WorkingDays.of(area).is_working(taken.day)
    factories.day_off(area, taken.day)  # And may be taken away again.
    assert DayOverride.objects.count() == 2


def test_a_weekend_may_be_worked(area, administrator):
    day = a_weekend(area)
    override(area, administrator, day, is_worked=True, name="Moving house")
    assert WorkingDays.of(area).is_working(day)


def test_both_stand_in_the_history_of_the_settings(client, area, administrator):
    operations.withdraw_override(factories.day_off(area), by=administrator)
    client.force_login(administrator)
    history = client.get(reverse("reference:settings_history", args=[area.slug])).context["history"]
    assert [line.sentence for line in history.records] == [
        "Change of a working day withdrawn.",
        "Working days changed.",
    ]


def test_what_is_so_already_what_is_past_and_what_was_changed_is_refused(area, administrator):
    taken = factories.day_off(area)
    with pytest.raises(Refused, match="changed already"):
        override(area, administrator, taken.day)
    with pytest.raises(Refused, match="not a working day as it is"):
        override(area, administrator, a_weekend(area))
    with pytest.raises(Refused, match="is a working day as it is"):
        override(area, administrator, WorkingDays.of(area).after(taken.day, 1), is_worked=True)
    with pytest.raises(Refused, match="past"):
        override(area, administrator, clock.today() - DAY)


def test_the_database_itself_keeps_one_word_on_a_day(area, administrator, monkeypatch):
    taken = factories.day_off(area)
    monkeypatch.setattr(DayOverride.objects.none().__class__, "standing", lambda self: self.none())
    monkeypatch.setattr("prevent_cases.reference.working_days.decided", lambda **_: [(area.pk, None, [], [])])
    with pytest.raises(IntegrityError, match="one_word_of_an_area_on_a_day"):
        override(area, administrator, taken.day)


def test_neither_a_day_that_is_past_nor_a_withdrawn_one_is_withdrawn(area, administrator):
    taken = factories.day_off(area)
    with clock.at(clock.now() + timedelta(days=40)), pytest.raises(Refused, match="past"):
        operations.withdraw_override(taken, by=administrator)
    operations.withdraw_override(taken, by=administrator)
    with pytest.raises(Refused, match="withdrawn already"):
        operations.withdraw_override(taken, by=administrator)


def test_only_administrators_of_the_area_change_days(area, coordinator, stranger, other_area):
    taken = factories.day_off(area)
    for person in (coordinator, stranger, factories.administrators(other_area)[0]):
        with pytest.raises((PermissionDenied, NotVisible)):
            override(area, person, taken.day + DAY)
        with pytest.raises((PermissionDenied, NotVisible)):
            operations.withdraw_override(taken, by=person)


def test_the_pages_show_change_and_withdraw_days(client, area, administrator):
    client.force_login(administrator)
    day = WorkingDays.of(area).after(clock.today(), 10)
    boxes = {"day_day": day.day, "day_month": day.month, "day_year": day.year}
    done = client.post(
        reverse("reference:override_day", args=[area.slug]), boxes | {"is_worked": "no", "name": "A jubilee"}
    )
    taken = DayOverride.objects.get()
    assert done.url == taken.get_absolute_url()
    page = client.get(done.url)
    assert "A jubilee" in page.content.decode()
    assert "Christmas Day" in page.content.decode()
    assert client.post(reverse("reference:withdraw_override", args=[taken.reference])).url == done.url
    assert "A jubilee" not in client.get(done.url).content.decode()


def test_by_the_endpoints(client, area, administrator):
    client.force_login(administrator)
    day = WorkingDays.of(area).after(clock.today(), 10)
    said = {"day": day.isoformat(), "is_worked": "no", "name": "A jubilee"}
    address = reverse("reference_api:override_day", args=[area.slug])
    assert client.post(address, said, content_type="application/json").status_code == 201
    assert client.post(address, said, content_type="application/json").status_code == 409
    (listed,) = client.get(reverse("reference_api:list_dayoverrides")).json()["results"]
    assert (listed["day"], listed["area"]) == (day.isoformat(), area.slug)
    withdraw = reverse("reference_api:withdraw_override", args=[listed["reference"]])
    assert client.post(withdraw, {}, content_type="application/json").status_code == 200


def test_the_page_costs_the_same_at_one_day_and_at_twenty(client, area, administrator, queries_of):
    client.force_login(administrator)
    address = reverse("reference:area_days", args=[area.slug])
    factories.day_off(area)
    few = queries_of(address)
    for number in range(11, 30):
        factories.day_off(area, WorkingDays.of(area).after(clock.today(), number))
    assert queries_of(address) == few <= 12
