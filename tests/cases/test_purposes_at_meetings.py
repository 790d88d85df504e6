"""Of whoever prepares a meeting, or is at it, nobody asks what for: from when on, until when, and of whom else."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from cases import operations
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.accounts.models import Post, User
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.cases.raw import executed
from tests.cases.test_purposes import SAID, page_of


def test_a_meeting_never_asks_until_its_day_is_over(
    case, meeting, chair, organiser, second_coordinator, governance, childrens_services, opened
):
    item = meeting.items.get()
    assert opened(case, governance) == page_of(case)
    with clock.at(meeting.starts_at):
        panels.start_meeting(meeting, by=chair)
        assert opened(meeting, organiser, "panels:conference") == 200
        for person in (organiser, chair):
            assert opened(case, person) == opened(item, person, "panels:view_agendaitem") == 200
        # Who coordinates in the area and neither prepares it nor owns the case: until they are recorded as being there.
        for presence, answer in (("apologies", page_of(case)), ("present", 200)):
            said = {"agency": childrens_services, "name": second_coordinator.name, "presence": presence}
            panels.record_attendance(meeting, by=chair, **said)
            assert opened(case, second_coordinator) == answer
        # Whose name another has may not be who was there.
        elsewhere = factories.area("Eastvale")
        namesake = factories.person(elsewhere, PostKind.COORDINATOR, second_coordinator.name.upper())
        assert opened(case, second_coordinator) == page_of(case)
        User.objects.filter(pk=namesake.pk).update(is_active=False)
        assert opened(case, second_coordinator) == 200
        operations.move_case(case, by=chair, stage="no_further_action")
        panels.end_meeting(meeting, by=chair)
        assert opened(case, organiser) == 200
    with clock.at(meeting.starts_at + timedelta(days=1)):
        assert opened(case, organiser) == opened(case, second_coordinator) == page_of(case)


@pytest.mark.parametrize("wrong", ["nobody", "somebody else"])
def test_nobody_is_written_in_as_there_once_a_meeting_has_ended_and_asked_no_more(
    case, meeting, chair, organiser, second_coordinator, childrens_services, opened, wrong
):
    said = {"agency": childrens_services, "presence": "present"}
    noon = clock.start_of_today() + timedelta(days=1, hours=12)
    with clock.at(noon):
        panels.start_meeting(meeting, by=chair)
        if wrong == "somebody else":
            panels.record_attendance(meeting, by=chair, name="Una Example", **said)
        operations.move_case(case, by=chair, stage="no_further_action")
    with clock.at(noon + timedelta(hours=1)):
        panels.end_meeting(meeting, by=chair)
    with clock.at(noon + timedelta(hours=1, minutes=5)):
        for attendance in meeting.attendances.all():
            panels.record_attendance_in_error(meeting, by=second_coordinator, attendance=attendance, reason="Not she.")
        panels.record_attendance(meeting, by=second_coordinator, name=second_coordinator.name, **said)
        assert opened(case, second_coordinator) == page_of(case)


def test_whoever_was_recorded_while_it_was_held_is_not_asked_after_its_end_either(
    case, meeting, chair, organiser, second_coordinator, childrens_services, opened
):
    said = {"agency": childrens_services, "name": second_coordinator.name, "presence": "present"}
    noon = clock.start_of_today() + timedelta(days=1, hours=12)
    with clock.at(noon):
        panels.start_meeting(meeting, by=chair)
        panels.record_attendance(meeting, by=chair, **said)
        operations.move_case(case, by=chair, stage="no_further_action")
    with clock.at(noon + timedelta(hours=1)):
        panels.end_meeting(meeting, by=chair)
        assert opened(case, second_coordinator) == 200


def test_whoever_was_recorded_before_it_was_kept_when_is_asked_once_it_has_ended(
    case, meeting, chair, organiser, second_coordinator, childrens_services, opened
):
    said = {"agency": childrens_services, "name": second_coordinator.name, "presence": "present"}
    noon = clock.start_of_today() + timedelta(days=1, hours=12)
    with clock.at(noon):
        panels.start_meeting(meeting, by=chair)
        panels.record_attendance(meeting, by=chair, **said)
        executed("UPDATE panels_attendance SET recorded_at = NULL")
        assert opened(case, second_coordinator) == 200
        operations.move_case(case, by=chair, stage="no_further_action")
    with clock.at(noon + timedelta(hours=1)):
        panels.end_meeting(meeting, by=chair)
        assert opened(case, second_coordinator) == page_of(case)


@pytest.fixture
def in_three_weeks(area, referral, coordinator):
    """A case on the agenda of a panel that asks for no section 36 decision."""
    soon = clock.start_of_today() + timedelta(days=21, hours=12)
    panel = factories.panel(area, "Later Panel", kind="social_inclusion", cadence="FREQ=WEEKLY", first_meeting_at=soon)
    factories.meeting(panel)
    return factories.case(referral, coordinator, panel)


def test_a_meeting_is_prepared_from_the_week_before_it(in_three_weeks, organiser, opened):
    case, meeting = in_three_weeks, in_three_weeks.agenda_items.get().meeting
    monday = meeting.starts_at - timedelta(days=meeting.starts_at.weekday() + 7)
    for moment, asks in (
        (monday - timedelta(days=1), True),
        (monday, False),
        (meeting.starts_at, False),
        # It was never held.
        (meeting.starts_at + timedelta(days=1), True),
    ):
        with clock.at(moment):
            assert opened(case, organiser) == (page_of(case) if asks else 200), moment


def test_a_meeting_that_nobody_ends_asks_from_the_second_day(in_three_weeks, organiser, opened):
    case, meeting = in_three_weeks, in_three_weeks.agenda_items.get().meeting
    with clock.at(meeting.starts_at):
        panels.start_meeting(meeting, by=factories.person(case.panel, PostKind.CHAIR, "Cy Chair"))
    for days, asks in ((1, False), (2, True)):
        with clock.at(meeting.starts_at + timedelta(days=days)):
            assert opened(case, organiser) == (page_of(case) if asks else 200), days


def test_coordinators_prepare_what_they_list_or_all_where_nobody_organises(
    in_three_weeks, second_coordinator, organiser, opened
):
    case, meeting = in_three_weeks, in_three_weeks.agenda_items.get().meeting
    following = case.panel.meetings.filter(starts_at__gt=meeting.starts_at).earliest("starts_at")
    with clock.at(meeting.starts_at):
        assert opened(case, second_coordinator) == page_of(case)
        with transaction.atomic():
            panels.list_case(following, by=second_coordinator, case=case)
            assert opened(case, second_coordinator) == 200
            transaction.set_rollback(True)
        withdraw_post(Post.objects.get(user=organiser), by=factories.administrators(case.area)[0])
        assert opened(case, second_coordinator) == 200


def test_what_was_said_at_a_meeting_that_is_over_is_shown_to_whoever_said_what_for(
    client, in_three_weeks, organiser, governance, coordinator, childrens_services, representative, queries_of
):
    case, item = in_three_weeks, in_three_weeks.agenda_items.get()
    meeting, chair = item.meeting, factories.person(case.panel, PostKind.CHAIR, "Cy Chair")
    factories.share(case, childrens_services, coordinator)
    with clock.at(meeting.starts_at):
        panels.start_meeting(meeting, by=chair)
        shared = factories.contribution(case, childrens_services, representative, text="canary-shared")
        panels.decide_item(item, by=chair, **factories.DEFERRED)
        factories.decision_dispute(item, coordinator, "canary-disputed")
        panels.end_meeting(meeting, by=chair)
    taken = reverse("panels:take_item", args=[item.reference])

    def read(page, person):
        client.force_login(person)
        return client.get(page, follow=True).text

    with clock.at(meeting.starts_at + timedelta(days=1)):
        told = (item.decision.judgement_words, "canary-disputed")
        for page, person, words in (
            (taken, organiser, (*told, "canary-shared")),
            (meeting.get_absolute_url(), governance, told),
        ):
            before = read(page, person)
            assert case.reference in before
            assert [each for each in words if each in before] == []
            asked = 0 if page == taken else queries_of(page)  # That one leads to where it is said.
            operations.say_purpose(case, by=person, **SAID)
            after = read(page, person)
            assert [each for each in words if each not in after] == []
            assert asked <= queries_of(page) <= 12
        assert shared.text in read(taken, chair)
