"""When the schools of an area are closed: entered by administrators, and counted for what schools are asked."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.operations import Refused
from prevent_cases.reference.models import SchoolHoliday
from prevent_cases.reference.operations import add_school_holiday, withdraw_school_holiday
from prevent_cases.reference.working_days import WorkingDays
from tests import factories


def test_what_a_school_is_asked_falls_due_after_them(area):
    today = clock.today()
    holiday = factories.school_holiday(area, first=5, last=40)
    days = WorkingDays.of(area)
    first, after = days.after(today + timedelta(days=4), 1), days.after(today + timedelta(days=40), 1)
    assert days.of_schools(area).after(today + timedelta(days=4), 1) == after > first
    assert days.of_schools(area).holidays_until(today + timedelta(days=5)) == today + timedelta(days=40)
    assert days.of_schools(area).holidays_until(today + timedelta(days=41)) is None
    withdraw_school_holiday(holiday, by=factories.administrators(area)[0])
    assert days.of_schools(area).after(today + timedelta(days=4), 1) == first


def test_by_the_pages_and_endpoints(client, area, administrator, coordinator, other_area):
    client.force_login(administrator)
    first, last = clock.today() + timedelta(days=3), clock.today() + timedelta(days=9)
    add = reverse("reference:add_school_holiday", args=[area.slug])
    assert client.post(add, {"name": "Half-term"}).status_code == 422
    boxes = {f"{name}_{part}": getattr(day, part) for name, day in (("starts_on", first), ("until", last))
             for part in ("day", "month", "year")}  # fmt: skip
    days_page = reverse("reference:area_days", args=[area.slug])
    assert client.post(add, boxes | {"name": "Half-term"}).url == days_page
    assert "Half-term" in client.get(days_page).content.decode()
    endpoint = reverse("reference_api:add_school_holiday", args=[area.slug])
    body = {"starts_on": str(first), "until": str(last), "name": "Again"}
    assert client.post(endpoint, body, content_type="application/json").status_code == 409
    (listed,) = client.get(reverse("reference_api:list_schoolholidays")).json()["results"]
    assert listed["until"] == str(last)
    withdraw = reverse("reference:withdraw_school_holiday", args=[listed["reference"]])
    assert client.post(withdraw).url == days_page
    assert "Half-term" not in client.get(days_page).content.decode()
    assert client.post(withdraw).status_code == 409
    client.force_login(coordinator)
    assert client.get(add).status_code == 403
    assert client.get(withdraw).status_code == 403


@pytest.mark.parametrize(
    ("first", "last", "objection"),
    [
        (5, 4, "after the first"),
        (-9, -3, "are over"),
        (1, 99, "as long as that"),
        (12, 20, "some of these days already"),
    ],
)
def test_what_cannot_be_is_refused(area, first, last, objection):
    factories.school_holiday(area, first=10, last=15)
    with pytest.raises(Refused, match=objection):
        factories.school_holiday(area, first=first, last=last)


def test_administrators_alone_enter_them(area, coordinator):
    said = {"starts_on": clock.today(), "until": clock.today(), "name": "A day"}
    with pytest.raises(PermissionDenied):
        add_school_holiday(area, by=coordinator, **said)
    assert not SchoolHoliday.objects.exists()
