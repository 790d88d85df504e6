"""Sessions that are agreed for a day: one of which nothing is reported is seen, and by whom."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations
from cases.models import Intervention
from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.raw import refused
from tests.cases.support import text


def ledger(given) -> Intervention:
    return Intervention.objects.with_ledger().select_related("case").get(pk=given.pk)


def at_day(days: int):
    return clock.at(clock.now() + timedelta(days=days))


def test_a_session_that_was_agreed_and_not_reported_is_seen_from_the_next_day_on(client, given, giver, coordinator):
    client.force_login(giver)
    day = clock.today() + timedelta(days=3)
    boxes = {"meets_on_day": day.day, "meets_on_month": day.month, "meets_on_year": day.year}
    page = reverse("cases:agree_session", args=[given.reference])
    assert page in client.get(given.get_absolute_url()).content.decode()
    assert client.post(page, boxes).url == given.get_absolute_url()
    assert f"Agreed: {day:%-d %B %Y}" in text(client.get(given.get_absolute_url()))
    with at_day(3):
        assert (ledger(given).unreported, ledger(given).to_see_to) == (0, "")
    with at_day(4):
        seen = ledger(given)
        assert (seen.delivered, seen.missed, seen.reported, seen.unreported, seen.unreported_since) == (0, 0, 0, 1, day)
        assert seen.to_see_to == f"Not reported: 1, the first agreed for {day:%-d %B}"
        assert given in Intervention.objects.to_see_to()
        client.logout()
        client.force_login(coordinator)
        assert "Not reported: 1" in text(client.get("/"))
        read = client.get(reverse("cases_api:support", args=[given.case.reference])).json()["ledger"]
        assert read == [
            {
                "reference": given.reference,
                "commissioned": given.sessions,
                "delivered": 0,
                "missed": 0,
                "reported": 0,
                "unreported": 1,
                "unreported_since": day.isoformat(),
                "last_delivered_on": None,
                "to_see_to": seen.to_see_to,
            }
        ]
        assert "not reported: 1" in text(client.get(reverse("reports:statutory_sheet", args=[given.case.reference])))
        factories.session(given, giver, held_on=day, came=False)
        assert (ledger(given).missed, ledger(given).unreported, ledger(given).to_see_to) == (1, 0, "")
        wrong = given.held_sessions.get()
        operations.record_session_in_error(wrong, by=giver, reason="Another day.")
        assert ledger(given).unreported == 1


def test_the_next_day_is_kept_with_a_report_and_whoever_gives_it_reads_their_ledger(client, given, giver):
    day = clock.today() + timedelta(days=7)
    factories.session(given, giver, next_on=day)
    client.force_login(giver)
    read = client.get(reverse("cases_api:view_intervention", args=[given.reference])).json()
    assert (read["agreed_sessions"], read["ledger"]["delivered"]) == ([day.isoformat()], 1)


def test_what_ended_before_its_day_is_not_missing(given, giver, coordinator):
    operations.agree_session(given, by=giver, meets_on=clock.today() + timedelta(days=3))
    operations.end_intervention(given, by=coordinator, reason="They moved away.")
    with at_day(5):
        assert ledger(given).unreported == 0


def test_when_no_day_is_agreed(given, giver, other_giver, coordinator):
    with pytest.raises(NotVisible):
        operations.agree_session(given, by=other_giver, meets_on=clock.today())
    with pytest.raises(Refused, match="today or later"):
        operations.agree_session(given, by=giver, meets_on=clock.today() - timedelta(days=1))
    operations.agree_session(given, by=giver, meets_on=clock.today())
    with pytest.raises(Refused, match="agreed already"):
        operations.agree_session(given, by=giver, meets_on=clock.today())
    refused("UPDATE cases_agreedsession SET meets_on = meets_on + 1", match="Cannot update")
    factories.consent(given.case, coordinator, "withdrawn")
    given.refresh_from_db()
    with pytest.raises(Refused, match="Support has stopped for now"):
        operations.agree_session(given, by=giver, meets_on=clock.today() + timedelta(days=1))
