"""The time that an answer takes does not say whether there is what somebody may not see."""

import time

import pytest
from django.urls import reverse

from prevent_cases.even_time import to_end_of_step

STEP = 40


@pytest.fixture
def waits(settings, monkeypatch):
    """For how long answers have waited."""
    settings.EVEN_TIME_MILLISECONDS, waited = STEP, []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


def test_what_is_not_there_waits(client, case, stranger, coordinator, waits):
    client.force_login(stranger)
    for reference in (case.reference, "BCDFGHJKLM"):
        for name in ("cases:view_case", "cases_api:view_case"):
            assert client.get(reverse(name, args=[reference])).status_code == 404
    assert len(waits) == 4
    assert all(0 < each <= STEP / 1000 for each in waits)

    client.force_login(coordinator)
    assert client.get(reverse("home:home")).status_code == 200
    assert len(waits) == 4


def test_who_looks_for_somebody_waits(client, area, stranger, second_coordinator, waits):
    asked = {"words": "Rowan Hazel", "where": "name"}
    client.force_login(stranger)
    assert client.post(reverse("home:search"), asked).status_code == 200
    assert client.post(reverse("home_api:search"), asked, "application/json").status_code == 200
    client.force_login(second_coordinator)
    for name in ("cases:look_for_case", "cases_api:look_for_case"):
        client.post(reverse(name, args=[area.slug]), {"reference": "BCDFGHJKLM"})
    assert len(waits) == 4


@pytest.mark.parametrize(("taken", "left"), [(0.001, 0.039), (0.03, 0.01), (0.041, 0.039), (0.13, 0.03)])
def test_steps(settings, taken, left):
    settings.EVEN_TIME_MILLISECONDS = STEP
    assert to_end_of_step(taken) == pytest.approx(left)
    settings.EVEN_TIME_MILLISECONDS = 0
    assert to_end_of_step(taken) == 0
