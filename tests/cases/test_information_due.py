"""By when agencies answer, who is reminded, and whose silence is none."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from cases import operations, tasks
from cases.models import Cover
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.reference.models import InformationPolicy
from prevent_cases.reference.operations import override_day, withdraw_school_holiday
from tests import factories
from tests.cases.information import address, opened, recipients

# The first Wednesday of July next year, when everybody has been long in post.
NOON = next(
    day
    for day in (datetime(clock.today().year + 1, 7, number, 12, tzinfo=UTC) for number in range(1, 8))
    if day.weekday() == 2
)


def day(number: int) -> date:
    """So many days after it."""
    return NOON.date() + timedelta(days=number)


# When it is due, and whose silence is none


def test_due_in_working_days_and_for_schools_after_their_holidays(
    client, case, school, lead, nhs, nora, coordinator, area
):
    with clock.at(NOON):
        factories.policy(area, InformationPolicy, answered_within=5)
        factories.school_holiday(area, first=5, last=40)  # From a Monday to a Monday.
        of_nhs, of_school = (factories.information_request(case, each, coordinator) for each in (nhs, school))
        assert of_nhs.due_on == day(7)
        assert of_school.due_on == day(43)  # Two days before the holidays, and three after them.
    with clock.at(NOON + timedelta(days=10)):
        client.force_login(coordinator)
        until = f"School holidays until {day(40):%-d %B}"
        page = opened(client, address("information", case))
        assert until in page
        assert page.count("School holidays") == page.count("No answer") == 1
        assert until in opened(client, of_school.get_absolute_url())
        home = opened(client, "/")
        assert until in home
        assert home.count("No answer") == 1
    # Entered late, holidays move what is due; a day set by hand stays.
    with clock.at(NOON + timedelta(days=1)):
        override_day(area, by=factories.administrators(area)[0], day=day(6), is_worked=False, name="Strike")
        operations.move_information_request(of_school, by=coordinator, due_on=day(62), reason="A new head.")
        tasks.see_to_information_requests()
        of_nhs.refresh_from_db()
        of_school.refresh_from_db()
        assert (of_nhs.due_on, of_school.due_on) == (day(8), day(62))
        with pytest.raises(AlreadyDone):
            operations.move_information_deadline(of_nhs, by=system_user())


def test_whoever_is_overdue_is_reminded_once_but_no_school_in_its_holidays(
    case, school, lead, nhs, nora, police, police_representative, coordinator, area, mailoutbox, do_errands
):
    with clock.at(NOON):
        of_nhs, of_school = (factories.information_request(case, each, coordinator) for each in (nhs, school))
        of_police = factories.information_request(case, police, coordinator, until=of_nhs.due_on)
        do_errands()
    mailoutbox.clear()
    with clock.at(NOON + timedelta(days=20)):
        # Holidays that begin behind the day it was due: that one was missed before them.
        holiday = factories.school_holiday(area, first=-2, last=10)
        tasks.see_to_information_requests()
        tasks.see_to_information_requests()
        do_errands()
        assert recipients(mailoutbox) == [nora.email]
        assert "overdue" not in mailoutbox[0].subject
        # Nor is anybody sent to what they can no longer read.
        with pytest.raises(AlreadyDone, match="no longer read"):
            operations.remind_of_information_request(of_police, by=system_user())
        withdraw_school_holiday(holiday, by=factories.administrators(area)[0])
        tasks.see_to_information_requests()
        do_errands()
        tasks.see_to_information_requests()
        do_errands()
        assert recipients(mailoutbox) == sorted([lead.email, nora.email])
        with pytest.raises(AlreadyDone):
            operations.remind_of_information_request(of_nhs, by=system_user())
        # Answered, nobody is told of it any more, however late the errand comes.
        factories.information_answer(of_school, lead)
        with pytest.raises(AlreadyDone):
            operations.tell_of_information_request(of_school, by=system_user())


def test_who_stands_in_is_told_instead_and_shown_to_who_asks(
    client, case, school, lead, second_lead, officer, coordinator, representative, mailoutbox, do_errands
):
    client.force_login(lead)
    named = {"away": lead.reference, "covered_by": second_lead.reference}
    days = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=9)}
    boxes = {f"{name}_{part}": getattr(day, part) for name, day in days.items() for part in ("day", "month", "year")}
    name_cover = reverse("cases:name_cover", args=[school.slug])
    assert "Olive Officer" not in opened(client, name_cover)
    assert client.post(name_cover, named | boxes).url == reverse("cases:agency_cover", args=[school.slug])
    cover = Cover.objects.get()
    assert "Kim Keystone" in opened(client, cover.get_absolute_url())
    do_errands()
    mailoutbox.clear()
    request = factories.information_request(case, school, coordinator)
    do_errands()
    assert recipients(mailoutbox) == [second_lead.email]
    client.force_login(coordinator)
    said = f"Lee Lead is away until {days['until']:%-d %B}; ask Kim Keystone."
    assert said in opened(client, address("information", case))
    assert said in opened(client, request.get_absolute_url())
    assert client.get(cover.get_absolute_url()).status_code == 403
    client.force_login(representative)
    assert client.get(cover.get_absolute_url()).status_code == 403
    assert client.get(reverse("cases_api:list_covers")).json()["results"] == []
    client.force_login(lead)
    for wrong, field in (
        ({"covered_by": lead}, "covered_by"),
        ({"covered_by": officer}, "covered_by"),
        ({"until": clock.today() - timedelta(days=1)}, "until"),
        ({}, "away"),
    ):
        with pytest.raises(Refused) as refused:
            operations.name_cover(school, by=lead, **{"away": lead, "covered_by": second_lead} | days | wrong)
        assert refused.value.field == field
    with pytest.raises(NotVisible):
        operations.end_cover(cover, by=officer)
    assert client.post(reverse("cases:end_cover", args=[cover.reference])).status_code == 302
    client.force_login(coordinator)
    assert "ask Kim Keystone" not in opened(client, address("information", case))
    # Who came to the agency after it was asked, and stands in, finds it on their home page.
    newcomer = factories.person(school, PostKind.SAFEGUARDING_LEAD, "Nia Newcomer")
    operations.name_cover(school, by=lead, away=lead, covered_by=newcomer, **days)
    client.force_login(newcomer)
    assert request.get_absolute_url() in opened(client, "/")
