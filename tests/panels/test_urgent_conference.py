"""An urgent conference: any member asks for it, the organiser calls it within the area's hours."""

from datetime import datetime, time, timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from panels import operations
from panels.models import ConferenceRequest, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from tests import factories

WHY = "He means to travel on Friday."
NOON = datetime(2027, 3, 4, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def lead(school):
    """Answers for the school's referrals and handles its cases."""
    return factories.person(school, PostKind.SAFEGUARDING_LEAD, "Lena Lead")


@pytest.fixture
def asked(referral, lead, school, case):
    """Asked for at noon about a referral whose case is open."""
    with clock.at(NOON):
        operations.ask_for_conference(referral, by=lead, agency=school, reason=WHY)
    return ConferenceRequest.objects.get()


# What it does


def test_the_organiser_is_not_told_who_of_the_referring_agency_asks_where_somebody_could_come_to_harm(
    client, officer, lead, school, organiser, coordinator, panel, meeting
):
    page = "panels:call_conference"
    for at_risk, told in (("no", True), ("yes", False)):
        referral = factories.referral(officer, source_at_risk=at_risk)
        factories.case(referral, coordinator, panel)
        operations.ask_for_conference(referral, by=lead, agency=school, reason=WHY)
        request = ConferenceRequest.objects.get(referral=referral)
        for person, named in ((organiser, told), (coordinator, True)):
            client.force_login(person)
            content = client.get(reverse(page, args=[request.reference])).content.decode()
            assert (lead.name in content) is named
            assert school.name in content


def test_it_is_due_within_the_hours_that_the_area_sets(asked, area, officer, lead, school):
    assert asked.due_at == NOON + timedelta(hours=24)
    factories.policy(area, TriagePolicy, conference_within=6)
    with clock.at(NOON):
        other = factories.referral(officer)
        operations.ask_for_conference(other, by=lead, agency=school, reason=WHY)
    assert ConferenceRequest.objects.get(referral=other).due_at == NOON + timedelta(hours=6)


def test_called_it_is_a_meeting_of_the_panel_with_the_case_on_its_agenda(asked, organiser, case, panel):
    with clock.at(NOON + timedelta(minutes=10)):
        meeting = operations.call_conference(asked, by=organiser, starts_on=NOON.date(), starts_time=time(15))
    assert (meeting.panel, meeting.starts_at) == (panel, NOON + timedelta(hours=3))
    assert [item.case for item in meeting.items.all()] == [case]
    asked.refresh_from_db()
    assert (asked.meeting, asked.called_by) == (meeting, organiser)


def test_where_the_panel_meets_then_already_the_case_is_listed_there(asked, organiser, panel, case):
    with clock.at(NOON):
        first = operations.call_conference(asked, by=organiser, starts_on=NOON.date(), starts_time=time(15))
        operations.ask_for_conference(
            asked.referral, by=asked.asked_by, agency=asked.agency, reason="More has been heard."
        )
        again = operations.call_conference(
            ConferenceRequest.objects.latest("pk"), by=organiser, starts_on=NOON.date(), starts_time=time(15)
        )
    assert again == first
    assert Meeting.objects.filter(panel=panel, starts_at=first.starts_at).count() == 1


def test_organisers_and_then_the_members_are_told_by_e_mail_without_personal_data(
    asked, organiser, coordinator, chair, police, police_representative, gateway, representative, colleague, stranger,
    do_errands, case, client,
):  # fmt: skip
    """Of the police, who are best placed, the gateway too; of other agencies those who speak for them at the panel."""
    factories.person(police, PostKind.GATEWAY_SUPERVISOR, "Gone Supervisor")
    User.objects.filter(name="Gone Supervisor").update(is_active=False)
    judged = {"reason": "He knows the officer.", "urgency": "urgent", "social_care": "children"}
    other = factories.received(
        factories.referral(asked.referral.referred_by), coordinator, best_placed=police, **judged
    )
    do_errands()
    mail.outbox.clear()
    with clock.at(NOON):
        operations.ask_for_conference(other, by=police_representative, agency=police, reason=WHY)
        do_errands()
        assert {each.to[0] for each in mail.outbox} == {organiser.email, coordinator.email}
        mail.outbox.clear()
        accepted = factories.case(other, coordinator, case.panel)
        asked = ConferenceRequest.objects.get(referral=other)
        meeting = operations.call_conference(asked, by=organiser, starts_on=NOON.date(), starts_time=time(15))
        do_errands()
    invited = {each.to[0]: each for each in mail.outbox if "short notice" in each.body}
    people = [chair, police_representative, gateway, representative]
    assert set(invited) == {person.email for person in people}
    assert len(invited) == len([each for each in mail.outbox if "short notice" in each.body])
    for message in invited.values():
        assert settings.PUBLIC_URL + meeting.get_absolute_url() in message.body
        for word in ("Ashwin", "Birch", "Friday", other.reference, accepted.reference, "conference", "Prevent"):
            assert word not in message.subject + message.body
    # Everybody who is invited may open it.
    for person in people:
        assert Meeting.objects.permitted(person, "panels.view_meeting").filter(pk=meeting.pk).exists()
    # Once.
    with pytest.raises(AlreadyDone):
        operations.invite_to_conference(asked, by=system_user())
    with pytest.raises(AlreadyDone):
        operations.tell_organisers(asked, by=system_user())


def test_section_36_still_comes_first(asked, organiser, chair, police):
    with clock.at(NOON):
        meeting = operations.call_conference(asked, by=organiser, starts_on=NOON.date(), starts_time=time(15))
        operations.start_meeting(meeting, by=chair)
    assert "section 36" in meeting.items.get().obstacle_to_decision()


# What it records


def test_an_entry_each_without_the_reason(asked, organiser):
    with clock.at(NOON):
        operations.call_conference(asked, by=organiser, starts_on=NOON.date(), starts_time=time(15))
    for what in ("ask_for_conference", "call_conference"):
        assert "Friday" not in AuditEntry.objects.get(what=f"panels.{what}").changes


# When it refuses


def test_it_is_asked_for_once_at_a_time(asked, lead, school):
    with pytest.raises(Refused, match="asked for already"):
        operations.ask_for_conference(asked.referral, by=lead, agency=school, reason=WHY)


def test_a_referral_is_accepted_first(officer, lead, school, organiser):
    referral = factories.referral(officer)
    operations.ask_for_conference(referral, by=lead, agency=school, reason=WHY)
    with pytest.raises(Refused, match="Accept the referral to a panel first"):
        operations.call_conference(
            ConferenceRequest.objects.get(), by=organiser, starts_on=clock.today(), starts_time=time(23, 59)
        )


def test_what_has_ended_has_no_conference(officer, coordinator, lead, school):
    referral = factories.ended(factories.referral(officer), coordinator)
    with pytest.raises(Refused, match="has been decided: ended"):
        operations.ask_for_conference(referral, by=lead, agency=school, reason=WHY)


def test_it_is_held_in_time(asked, organiser):
    tomorrow = NOON.date() + timedelta(days=1)
    with clock.at(NOON):
        for day, hour, sentence in (
            (NOON.date(), time(11), "still to come"),
            (tomorrow, time(12, 1), "It is held by 5 March at 12:00"),
        ):
            with pytest.raises(Refused, match=sentence):
                operations.call_conference(asked, by=organiser, starts_on=day, starts_time=hour)
    # Late, it is called all the same, and within as many hours again.
    with clock.at(NOON + timedelta(days=2)):
        operations.call_conference(asked, by=organiser, starts_on=NOON.date() + timedelta(days=2), starts_time=time(15))


def test_nobody_asks_for_an_agency_that_is_not_theirs(referral, lead, police):
    with pytest.raises(Refused, match="whose cases you handle"):
        operations.ask_for_conference(referral, by=lead, agency=police, reason=WHY)


# Who may


def test_who_handles_cases_of_an_agency_with_an_interest_asks(
    referral, coordinator, representative, childrens_services, case, officer, colleague, police_representative, police
):
    for person, agency in ((representative, childrens_services), (police_representative, police)):
        with pytest.raises(NotVisible):
            operations.ask_for_conference(referral, by=person, agency=agency, reason=WHY)
    factories.share(case, childrens_services, coordinator)
    with pytest.raises(NotVisible):
        operations.ask_for_conference(referral, by=colleague, agency=childrens_services, reason=WHY)
    operations.ask_for_conference(referral, by=representative, agency=childrens_services, reason=WHY)
    other = factories.received(factories.referral(officer), coordinator, best_placed=police)
    operations.ask_for_conference(other, by=police_representative, agency=police, reason=WHY)


def test_the_organiser_or_the_coordinator_calls_it(asked, lead, stranger, chair, front_door, coordinator):
    when = {"starts_on": NOON.date(), "starts_time": time(15)}
    with clock.at(NOON):
        for person in (lead, chair, front_door):
            with pytest.raises(PermissionDenied):
                operations.call_conference(asked, by=person, **when)
        with pytest.raises(NotVisible):
            operations.call_conference(asked, by=stranger, **when)
        operations.call_conference(asked, by=coordinator, **when)


def test_nobody_but_the_service_writes_and_only_of_what_was_called(asked, organiser, lead):
    for person in (organiser, lead):
        with pytest.raises(PermissionDenied):
            operations.tell_organisers(asked, by=person)
    with pytest.raises(Refused, match="has not been called"):
        operations.invite_to_conference(asked, by=system_user())


def test_a_lead_from_whom_a_referral_is_kept_is_not_offered_it(client, officer, lead, referral):
    kept = factories.referral(officer, lead_may_know="no", kept_from_lead_because="It is about her son.")
    client.force_login(lead)
    page = client.get(reverse("panels:choose_for_conference")).content.decode()
    assert referral.reference in page
    assert kept.reference not in page
    assert client.get(reverse("panels:ask_for_conference", args=[kept.reference])).status_code == 404


# Its pages


def test_it_is_found_from_home_the_case_and_the_followed_referral(
    client, case, referral, representative, childrens_services, coordinator, lead, school, organiser
):
    factories.share(case, childrens_services, coordinator)
    ask = reverse("panels:ask_for_conference", args=[referral.reference])
    client.force_login(representative)
    choose = reverse("panels:choose_for_conference")
    assert choose in client.get("/").content.decode()
    assert ask in client.get(choose).content.decode()
    meetings = reverse("panels:case_meetings", args=[case.reference])
    assert f"{meetings}#urgent" in client.get(case.get_absolute_url()).content.decode()
    assert ask in client.get(meetings).content.decode()
    client.force_login(lead)
    assert ask in client.get(reverse("referrals:follow_referral", args=[referral.reference])).content.decode()
    operations.ask_for_conference(referral, by=lead, agency=school, reason=WHY)
    call = reverse("panels:call_conference", args=[ConferenceRequest.objects.get().reference])
    for person, may_call in ((representative, False), (organiser, True)):
        client.force_login(person)
        assert (call in client.get(meetings).content.decode()) == may_call
    starts = timezone.localtime(clock.now() + timedelta(hours=2))
    operations.call_conference(
        ConferenceRequest.objects.get(), by=organiser, starts_on=starts.date(), starts_time=starts.time()
    )
    client.force_login(representative)
    section = next(each for each in client.get("/").context["sections"] if each.title.startswith("Meetings"))
    assert "Urgent" in {each.badge for each in section.asks}


def test_the_overview_of_the_case_says_that_it_is_asked_for_and_called_until_it_is_held(
    client, asked, case, organiser, chair, representative, childrens_services, coordinator, queries_of
):
    factories.share(case, childrens_services, coordinator)

    def said_to(reader) -> str:
        client.force_login(reader)
        page = client.get(case.get_absolute_url()).content.decode()
        return " ".join(page.partition("What comes next")[2].partition("</ul>")[0].split())

    with clock.at(NOON):
        assert "Asked for, and to be held by 5 March 2027 at 12:00" in said_to(chair)
        assert "Not called yet" in said_to(organiser)
        # Whoever may not know that it was asked for reads what there is to read at any case.
        assert "If it cannot wait for the panel" in said_to(representative)
        at_one = queries_of(case.get_absolute_url())
        meeting = operations.call_conference(asked, by=organiser, starts_on=NOON.date(), starts_time=time(15))
        assert "Called for 4 March 2027 at 15:00" in said_to(chair)
        assert "Not called yet" not in said_to(organiser)
        assert queries_of(case.get_absolute_url()) == at_one
    with clock.at(NOON + timedelta(hours=3)):
        operations.start_meeting(meeting, by=chair)
        operations.end_meeting(meeting, by=chair)
        assert "If it cannot wait for the panel" in said_to(chair)


def test_it_takes_two_presses_from_the_organisers_home_page(client, referral, lead, school, case, organiser):
    client.force_login(lead)
    ask = reverse("panels:ask_for_conference", args=[referral.reference])
    assert client.get(ask).context["form"].initial["agency"] == school.slug
    assert client.post(ask, {"agency": school.slug, "reason": WHY}).status_code == 302
    client.force_login(organiser)
    home = client.get("/").content.decode()
    assert f"Call an urgent conference: referral {referral.reference}" in home
    assert "To be held by" in home
    call = reverse("panels:call_conference", args=[ConferenceRequest.objects.get().reference])
    assert call in home
    form = client.get(call).context["form"]
    day, hour = form.initial["starts_on"], form.initial["starts_time"]
    said = {"starts_on_day": day.day, "starts_on_month": day.month, "starts_on_year": day.year, "starts_time": hour}
    done = client.post(call, said)
    assert done.url == Meeting.objects.latest("pk").get_absolute_url()
    assert f"referral {referral.reference}" not in client.get("/").content.decode()
