"""Sessions that are agreed for a day: one of which nothing is reported is seen, and by whom."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations
from cases.models import Case, Intervention
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
                "disputed": 0,
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


def test_a_day_before_which_support_stopped_is_taken_back_with_the_reason(client, given, giver, coordinator, chair):
    day = clock.today() + timedelta(days=3)
    operations.agree_session(given, by=giver, meets_on=day)
    factories.consent(given.case, coordinator, "withdrawn")
    page = reverse("cases:take_back_session", args=[given.reference])
    with at_day(10):
        factories.consent(factories.adopted(Case.objects.get(pk=given.case_id), chair), coordinator)
        assert ledger(given).unreported == 0
        client.force_login(coordinator)
        assert page not in client.get(given.get_absolute_url()).content.decode()
        said = {"day": day.isoformat(), "reason": "Canary-stopped: support rested."}
        assert client.post(page, said).status_code == 403
        client.logout()
        client.force_login(giver)
        assert page in client.get(given.get_absolute_url()).content.decode()
        assert f"no report is asked for: {day:%-d %B %Y}." in text(client.get(given.get_absolute_url()))
        assert f"{day:%-d %B %Y}" in text(client.get(page))
        assert client.post(page, said | {"reason": ""}).status_code == 422
        assert client.post(page, said).url == given.get_absolute_url()
        assert (ledger(given).unreported, ledger(given).to_see_to) == (0, "")
        shown = client.get(given.get_absolute_url())
        assert "Canary-stopped" in text(shown)
        assert page not in shown.content.decode()
        read = client.get(reverse("cases_api:view_intervention", args=[given.reference])).json()
        taken_back = [(each["meets_on"], each["taken_back_because"]) for each in read["sessions_taken_back"]]
        assert (read["agreed_sessions"], taken_back) == ([], [(day.isoformat(), said["reason"])])
        refused("UPDATE cases_agreedsession SET taken_back_because = 'x'", match="Cannot update")


def test_of_days_that_were_agreed_those_in_a_pause_are_not_asked_for(given, giver, coordinator, chair):
    """Before it, on the day on which it begins, in it, on the day on which support goes on, and after that."""
    today = clock.today()
    for days in (2, 4, 7, 10, 12):
        operations.agree_session(given, by=giver, meets_on=today + timedelta(days=days))
    with at_day(4):
        factories.consent(given.case, coordinator, "withdrawn")
    with at_day(10):
        assert (ledger(given).unreported, ledger(given).to_see_to) == (1, "")  # Nobody is asked while it rests.
        case = factories.adopted(Case.objects.get(pk=given.case_id), chair)
        factories.consent(case, coordinator)
    for day, unreported in ((11, 2), (13, 3)):
        with at_day(day):
            assert (ledger(given).unreported, ledger(given).unreported_since) == (unreported, today + timedelta(days=2))
            assert given in Intervention.objects.to_see_to()


def test_what_was_reported_or_taken_back_is_not_taken_back_and_the_day_can_be_agreed_again(given, giver):
    today = {"by": giver, "meets_on": clock.today()}
    reported = operations.agree_session(given, **today)
    report = factories.session(given, giver, held_on=clock.today())
    with pytest.raises(Refused, match="of which nothing is reported"):
        operations.take_back_session(given, by=giver, day=reported, reason="x")
    operations.record_session_in_error(report, by=giver, reason="Another day.")
    operations.take_back_session(given, by=giver, day=reported, reason="x")
    with pytest.raises(Refused, match="of which nothing is reported"):
        operations.take_back_session(given, by=giver, day=reported, reason="x")
    operations.agree_session(given, **today)


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
