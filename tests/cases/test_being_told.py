"""Having been told: who was told what, or why not and when it is asked again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases import operations
from prevent_cases import clock
from prevent_cases.operations import Refused
from tests import factories


def keep(case, by, **said):
    asked = {"whom": "person", "told": True, "on": clock.today(), "what": "The leaflet, at home."}
    return operations.record_being_told(case, by=by, **asked | said)


NOT_TOLD = {"told": False, "what": "", "because": "safety", "reason": "His uncle would know."}


def test_told_or_not_and_asked_again(client, case, coordinator):
    keep(case, coordinator)
    keep(case, coordinator, whom="parent", ask_again_on=clock.today() + timedelta(days=30), **NOT_TOLD)
    client.force_login(coordinator)
    page = " ".join(client.get(reverse("cases:consent", args=[case.reference])).content.decode().split())
    assert "The leaflet, at home." in page
    assert "His uncle would know." in page
    assert "Asked again" in page
    read = client.get(reverse("cases_api:consent", args=[case.reference])).json()
    assert [each["told"] for each in read["being_told"]] == [True, False]


def test_it_says_why_and_when_it_is_asked_again(case, coordinator):
    later = clock.today() + timedelta(days=30)
    for field, said in {
        "what": {"what": ""},
        "because": NOT_TOLD | {"because": "", "ask_again_on": later},
        "reason": NOT_TOLD | {"reason": "", "ask_again_on": later},
        "ask_again_on": NOT_TOLD | {"ask_again_on": clock.today()},
        "on": {"on": later},
    }.items():
        with pytest.raises(Refused) as refusal:
            keep(case, coordinator, **said)
        assert refusal.value.field == field
    told = keep(case, coordinator)
    wrong = pytest.raises((IntegrityError, Exception), match="Cannot update")
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_beingtold SET told = false WHERE id = %s", [told.pk])


def test_recorded_in_error_it_says_so(client, case, coordinator):
    told = keep(case, coordinator, what="canary-told")
    operations.record_being_told_in_error(told, by=coordinator, reason="He was not at home.")
    client.force_login(coordinator)
    page = client.get(reverse("cases:consent", args=[case.reference])).content.decode()
    assert "Recorded in error." in page
    assert "He was not at home." in page


def test_by_the_page_only_what_follows_from_the_answer_counts(
    client, case, chair, police, police_representative, coordinator
):
    factories.share(case, police, coordinator)
    page = reverse("cases:record_being_told", args=[case.reference])
    today = clock.today()
    day = {"on_day": today.day, "on_month": today.month, "on_year": today.year}
    client.force_login(chair)
    assert client.post(page, day | {"whom": "person", "told": "no"}).status_code == 422
    said = {"whom": "person", "told": "yes", "what": "All of it.", "because": "safety", "reason": "Left over."}
    assert client.post(page, day | said).status_code == 302
    assert (case.being_told.get().because, case.being_told.get().reason) == ("", "")
    with pytest.raises(PermissionDenied):
        keep(case, police_representative)
