"""What a page promised is asked of the coordinator once its day has come: who is told, a plan, a panel."""

from datetime import timedelta

import pytest
from django.db import connection

from cases import operations
from home.sections import day
from panels.operations import (
    decide_item,
    end_meeting,
    list_case,
    plan_meetings,
    put_on_next_agenda,
    record_attendance,
    record_decision_in_error,
    start_meeting,
)
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from referrals.models import ADULT_AT, Hold, birthday
from referrals.operations import lift_hold
from tests import factories
from tests.server import as_superuser

NOT_TOLD = {"told": False, "because": "safety", "reason": "His uncle would know."}


@pytest.fixture
def asked(client):
    """What a section of somebody's home asks, on a day so many days ahead."""

    def read(person, title: str, days: int = 0) -> list[tuple[str, str, str]]:
        with clock.at(clock.now() + timedelta(days=days)):
            client.logout()
            client.force_login(person)
            sections = {each.title: each for each in client.get("/").context["sections"]}
        return [(ask.text, ask.hint, ask.badge) for ask in sections[title].asks] if title in sections else []

    return read


# Being told


def test_who_was_not_told_is_asked_about_on_the_day_that_was_said(
    asked, case, coordinator, second_coordinator, organiser, chair
):
    title, days = "Who has not been told", 30
    on = {"on": clock.today(), "ask_again_on": clock.today() + timedelta(days=days)}
    for whom in ("person", "parent"):
        operations.record_being_told(case, by=coordinator, whom=whom, **NOT_TOLD | on)
    assert asked(coordinator, title, days - 1) == []
    due = [text for text, _, _ in asked(coordinator, title, days)]
    assert due == [
        f"Can the person be told now? Case {case.reference}",
        f"Can a parent or guardian be told now? Case {case.reference}",
    ]
    assert len(asked(second_coordinator, title, days + 300)) == 2
    assert asked(organiser, title, days) == asked(chair, title, days) == []
    # Told, or said again that they are not: until the day that is said now.
    operations.record_being_told(case, by=coordinator, whom="person", told=True, on=clock.today(), what="The leaflet.")
    again = operations.record_being_told(
        case, by=coordinator, whom="parent", **NOT_TOLD | on | {"ask_again_on": clock.today() + timedelta(days=60)}
    )
    assert asked(coordinator, title, 59) == []
    assert len(asked(coordinator, title, 60)) == 1
    operations.record_being_told_in_error(again, by=coordinator, reason="Another case.")
    assert len(asked(coordinator, title, days)) == 1
    # Of a parent it is asked no more from the eighteenth birthday on.
    eighteenth = birthday(case.individual.born_on, ADULT_AT)
    until = (eighteenth - clock.today()).days
    assert len(asked(coordinator, title, until - 1)) == 1
    assert asked(coordinator, title, until) == []


def test_of_a_case_that_has_ended_or_is_shut_nobody_is_asked(asked, case, coordinator, second_coordinator, chair):
    on = {"on": clock.today(), "ask_again_on": clock.today() + timedelta(days=1)}
    operations.record_being_told(case, by=coordinator, whom="person", **NOT_TOLD | on)
    operations.restrict_case(case, by=coordinator, reason="A threat.")
    assert asked(second_coordinator, "Who has not been told", 2) == []
    assert len(asked(coordinator, "Who has not been told", 2)) == 1
    operations.lift_restriction(case.restrictions.get(), by=coordinator)
    operations.move_case(case, by=chair, stage="no_further_action")
    assert asked(coordinator, "Who has not been told", 2) == []
    # But for what was promised after that.
    operations.record_being_told(case, by=coordinator, whom="person", **NOT_TOLD | on)
    assert len(asked(coordinator, "Who has not been told", 2)) == 1


# Being asked about support


def test_whoever_has_not_answered_about_support_is_asked_about_on_the_day_that_was_said(
    asked, adopted, coordinator, second_coordinator, organiser, chair
):
    title = "Asked about support, and not answered"

    def ask(again_after: int):
        return factories.asking(adopted, coordinator, ask_again_on=clock.today() + timedelta(days=again_after))

    ask(7)
    assert asked(coordinator, title, 6) == []
    ((text, hint, _),) = asked(coordinator, title, 7)
    assert text == f"Ask again about support: case {adopted.reference}"
    assert hint.startswith("A parent or guardian was asked on ")
    assert len(asked(second_coordinator, title, 300)) == 1
    assert asked(organiser, title, 7) == asked(chair, title, 7) == []
    # Asked again: until the day that is said now.
    again = ask(20)
    assert asked(coordinator, title, 19) == []
    assert len(asked(coordinator, title, 20)) == 1
    operations.record_consent_in_error(again, by=coordinator, reason="Another case.")
    assert len(asked(coordinator, title, 7)) == 1
    operations.restrict_case(adopted, by=coordinator, reason="A threat.")
    assert asked(second_coordinator, title, 7) == []
    operations.lift_restriction(adopted.restrictions.get(), by=coordinator)
    # Answered, or not to be asked any more.
    factories.consent(adopted, coordinator, "refused")
    assert asked(coordinator, title, 300) == []


def test_whoever_knows_of_a_hold_is_not_told_to_ask_again(asked, adopted, officer, police, coordinator, gateway, chair):
    title, today = "Asked about support, and not answered", clock.today()
    factories.asking(adopted, coordinator, asked_of="person", ask_again_on=today + timedelta(days=1))
    further = factories.referral(officer)
    at_gateway = factories.at_gateway(further, coordinator, police)
    factories.answered(at_gateway, gateway, deconfliction="hold", review_on=today + timedelta(days=9))
    assert len(asked(coordinator, title, 1)) == 1
    operations.confirm_same_person(further, by=coordinator, individual=adopted.individual, reason="The same school.")
    assert asked(coordinator, title, 1) == []
    lift_hold(Hold.objects.get(), by=gateway)
    assert len(asked(coordinator, title, 1)) == 1
    held = factories.hold(adopted.individual, gateway)
    assert asked(coordinator, title, 1) == []
    lift_hold(held, by=gateway)
    assert len(asked(coordinator, title, 1)) == 1


# What a panel waits for


def test_what_a_case_was_put_off_for_is_asked_of_whoever_owns_it_until_the_panel_decides(
    client, asked, case, coordinator, second_coordinator, chair, police, police_representative, panel
):
    title, ahead = "What panels wait for", 10
    by = clock.today() + timedelta(days=ahead)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    assert asked(coordinator, title) == []

    def taken(**decision):
        meeting = panel.meetings.filter(started_at=None).earliest("starts_at")
        start_meeting(meeting, by=chair)
        record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        item = meeting.items.filter(case=case).first() or list_case(meeting, by=coordinator, case=case)
        decided = decide_item(item, by=chair, **decision)
        end_meeting(meeting, by=chair)
        return decided

    def on_case(days: int) -> str:
        with clock.at(clock.now() + timedelta(days=days)):
            client.logout()
            client.force_login(coordinator)
            return " ".join(client.get(case.get_absolute_url()).content.decode().split())

    def left(days: int) -> list[tuple[str, str]]:
        return [(hint.partition(".")[0], badge) for _, hint, badge in asked(coordinator, title, days)]

    taken(**factories.DEFERRED | {"awaited_by": by, "awaited_from": "Canary-school"})
    said = f"By {by:%-d %B}"
    assert left(0) == left(ahead) == [(said, "")]
    assert left(ahead + 1) == [(said, "Overdue")]
    assert left(ahead + 300) == [(f"By {by:%-d %B %Y}", "Overdue")]
    assert asked(second_coordinator, title) == asked(chair, title) == []
    assert f"By {by:%-d %B %Y}, from: Canary-school" in on_case(ahead)
    assert ("Overdue" in on_case(ahead), "Overdue" in on_case(ahead + 1)) == (False, True)
    cover = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=1)}
    operations.arrange_cover(case.area, by=coordinator, away=coordinator, covered_by=second_coordinator, **cover)
    assert len(asked(second_coordinator, title)) == 1
    # Put off again: the later day counts; and in error: the earlier one again.
    again = taken(**factories.DEFERRED | {"awaited_by": by + timedelta(days=5)})
    assert left(ahead + 1) == [(f"By {by + timedelta(days=5):%-d %B}", "")]
    record_decision_in_error(again.item, by=chair, reason="Another case.")
    assert left(ahead + 1) == [(said, "Overdue")]
    taken(**factories.ADOPTED)
    assert asked(coordinator, title, ahead + 1) == []
    assert "Canary-school" not in on_case(ahead + 1)


# A plan of support


def test_a_plan_is_to_be_looked_at_again_on_its_day_until_it_is_made_anew(asked, adopted, coordinator, chair):
    title = "Support plans to look at again"
    plan = adopted.support_plans.get()
    ahead = (plan.review_on - clock.today()).days
    assert asked(coordinator, title, ahead - 1) == []
    ((text, hint, badge),) = asked(coordinator, title, ahead)
    assert (text, badge) == (f"Look at the support plan again: case {adopted.reference}", "")
    assert "Listed for no meeting" in hint
    assert asked(coordinator, title, ahead + 1)[0][2] == "Overdue"
    items = dict.fromkeys(("consent_request", "support", "provider", "arrangements"), "As before.")
    operations.plan_support(adopted, by=chair, review_on=plan.review_on + timedelta(days=30), **items)
    assert asked(coordinator, title, ahead + 1) == []
    assert len(asked(coordinator, title, ahead + 30)) == 1


def test_nor_once_the_panel_has_decided_that_it_goes_on_until_the_day_that_it_set(
    asked, adopted, coordinator, chair, panel, police
):
    """Whoever chairs it is asked as well: they make the plan."""
    title = "Support plans to look at again"
    factories.consent(adopted, coordinator)
    ahead = (adopted.support_plans.get().review_on - clock.today()).days
    assert len(asked(chair, title, ahead)) == len(asked(coordinator, title, ahead)) == 1
    with clock.at(clock.now() + timedelta(days=ahead)):
        meeting = panel.meetings.filter(started_at=None).earliest("starts_at")
        start_meeting(meeting, by=chair)
        record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        item = meeting.items.filter(case=adopted).first() or list_case(meeting, by=coordinator, case=adopted)
        again = {"looks_again_on": clock.today() + timedelta(days=30)}
        decide_item(item, by=chair, **factories.GOES_ON | again)
    assert asked(chair, title, ahead + 29) == asked(coordinator, title, ahead + 29) == []
    assert len(asked(chair, title, ahead + 30)) == len(asked(coordinator, title, ahead + 30)) == 1


def test_where_the_panel_named_no_next_day_as_it_was_not_asked_then_nobody_is_late(
    committed, asked, adopted, coordinator, chair, panel
):
    title = "Support plans to look at again"
    factories.consent(adopted, coordinator)
    ahead = (adopted.support_plans.get().review_on - clock.today()).days
    with clock.at(clock.now() + timedelta(days=ahead)):
        meeting = panel.meetings.filter(started_at=None).earliest("starts_at")
        item = meeting.items.filter(case=adopted).first() or list_case(meeting, by=coordinator, case=adopted)
        with as_superuser(connection.settings_dict["NAME"]) as cursor:
            cursor.execute("ALTER TABLE panels_decision DROP CONSTRAINT support_goes_on_until_it_is_looked_at_again")
            cursor.execute(
                "INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care,"
                " decided_at, recorded_by_id, change_since_start, change_reason, onward_service, arranged, awaited,"
                " awaited_from, in_error_reason, end_reason) VALUES (%s, 'remain', 'unanimous', 'x', '', '', %s, %s,"
                " '', '', '', '', '', '', '', '')",
                [item.pk, clock.now(), chair.pk],
            )
        named = f"On {day(clock.now())} the panel named no next day"
    ((_, hint, badge),) = asked(coordinator, title, ahead + 30)
    assert (hint.partition(".")[0], badge) == (named, "")


# Before a panel


def test_a_case_that_waits_for_a_panel_with_no_meeting_is_asked_about(
    client, asked, do_errands, adopted, panel, coordinator, second_coordinator, organiser
):
    title, days = "Cases without a meeting", 800
    factories.consent(adopted, coordinator, "refused")
    assert adopted.stage == "awaiting_panel"
    # It is on the next agenda; but all meetings that were planned go by, and none is held.
    assert asked(coordinator, title) == []
    waits = f"Waits for {panel.name}: case {adopted.reference}"
    assert asked(coordinator, title, days) == [
        (waits, "That panel has no meeting planned. If it cannot wait, ask for an urgent conference", "")
    ]
    for person in (second_coordinator, organiser):
        assert asked(person, title, days) == asked(coordinator, title, days)
    with clock.at(clock.now() + timedelta(days=days)):
        plan_meetings(panel, by=system_user())
        met_on = day(panel.meetings.filter(starts_at__gte=clock.now()).earliest("starts_at").starts_at)
    ((text, hint, _),) = asked(coordinator, title, days)
    assert (text, hint) == (waits, f"Not on the agenda of the meeting on {met_on}: list it there")
    # Where it leads, it can be listed.
    with clock.at(clock.now() + timedelta(days=days)):
        for person in (coordinator, organiser):
            client.logout()
            client.force_login(person)
            (section,) = [each for each in client.get("/").context["sections"] if each.title == title]
            assert "List the cases that wait" in client.get(section.asks[0].url).content.decode()
    with clock.at(clock.now() + timedelta(days=days)):
        put_on_next_agenda(adopted, by=coordinator)
    assert asked(coordinator, title, days) == []
