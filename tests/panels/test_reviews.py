"""Looking back 6 and 12 months after support: it follows from the day support ended, and is never lost."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse

import cases.operations
from benchmarks.measuring import rows_of, steps_of
from cases.models import Case
from home.asked.support import missed, to_prepare
from panels import operations
from panels.models import Review, next_review, to_review
from panels.models.review import NextReview
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.operations import Refused
from prevent_cases.reference.models import SupportPolicy
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.reviews import SAID, exit_now, months_on, started_meeting
from tests.standing import standing

ON_PAGE = SAID | {"is_concern": "no"}


@standing
def exited(adopted, coordinator, chair):
    """Support has ended today."""
    factories.consent(adopted, coordinator)
    return exit_now(adopted, coordinator, chair)


@pytest.fixture
def at_home(client):
    def read(person) -> list[tuple[str, str]]:
        """What somebody is told of reviews, with its badge."""
        client.logout()
        client.force_login(person)
        sections = client.get("/").context["sections"]
        return [(ask.text, ask.badge) for section in sections if "eviews" in section.title for ask in section.asks]

    return read


def test_due_it_is_proposed_recorded_by_the_page_and_the_next_one_follows(
    client, exited, panel, chair, coordinator, police, text_of, at_home
):
    with clock.at(months_on(5)):
        assert at_home(coordinator) == []
        assert not started_meeting(panel, chair, police).items.exists()
    with clock.at(months_on(6, days=-20)):
        assert at_home(coordinator) == [(f"Review 6 months after support: case {exited.reference}", "")]
        client.force_login(coordinator)
        day = f"{exited.review_after_support_on:%-d %B %Y}"
        assert f"things are after support by {day}." in client.get(exited.get_absolute_url()).content.decode()
        assert at_home(chair) == []
        meeting = started_meeting(panel, chair, police, attended=False)
        item = meeting.items.get()
        client.force_login(chair)
        conference = client.get(reverse("panels:take_item", args=[item.reference])).content.decode()
        page = reverse("panels:record_review", args=[item.reference])
        assert page in conference
        assert "police representative" in client.get(page).content.decode()
        decision = client.get(reverse("panels:decide_item", args=[item.reference])).content.decode()
        assert "This case has ended" in decision
        operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
        provider = factories.agency(panel.area, "Larch & Elm Mentoring", AgencyType.PROVIDER, Sector.OTHER)
        operations.record_attendance(meeting, by=chair, agency=provider, name="Gil Giver", presence="present")
        shown = client.get(page).content.decode()
        assert factories.EXIT_PLAN["turn_to"] in shown
        wrong = client.post(page, ON_PAGE | {"is_concern": "yes"})
        assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["what_follows"])
        assert client.post(page, ON_PAGE).status_code == 302
        with pytest.raises(Refused, match="The next review is due on"):
            operations.record_review(item, by=chair, **SAID)
        assert at_home(coordinator) == []
        read = client.get(reverse("panels_api:view_agendaitem", args=[item.reference])).json()
        assert [(each["months"], each["is_concern"], each["reason"]) for each in read["reviews"]] == [
            (6, False, SAID["reason"])
        ]
        client.force_login(chair)
        for name in ("panels:case_meetings", "reports:statutory_sheet"):
            assert "Canary-why" in client.get(reverse(name, args=[exited.reference])).content.decode(), name
        operations.end_meeting(meeting, by=chair)
        minutes = item.minutes.get()
        operations.make_minutes(minutes, by=system_user())
        text = " ".join(text_of(minutes.read()).split())
        assert "Looking back 6 months after support" in text
        assert "Canary-why" in text
        # On paper whoever gives support is not named, whoever wrote the name: in a table, and in words.
        assert text.count(f"Provider {provider.provider_reference}") == 2
        assert not any(name in text for name in ("Mentoring", "mentoring", "Gil Giver"))
    exited.refresh_from_db()
    assert next_review(exited).months == 12


def test_missed_it_is_told_higher_up_and_never_passed_over(
    exited, panel, chair, coordinator, police, governance, stranger, at_home
):
    overdue = [(f"Review 6 months after support: case {exited.reference}", "Overdue")]
    with clock.at(months_on(20)):
        for person in (coordinator, chair, governance):
            assert at_home(person) == overdue, person
        assert at_home(stranger) == []
        item = started_meeting(panel, chair, police).items.get()
        with pytest.raises(Refused, match="what follows") as refusal:
            operations.record_review(item, by=chair, **SAID | {"is_concern": True})
        assert refusal.value.field == "what_follows"
        first = operations.record_review(item, by=chair, **SAID | {"is_concern": True}, what_follows="School refers.")
        assert at_home(chair) == [(f"Review 12 months after support: case {exited.reference}", "Overdue")]
        last = operations.record_review(item, by=chair, **SAID)
        assert (first.months, last.months) == (6, 12)
        with pytest.raises(Refused, match="for the last time"):
            operations.record_review(item, by=chair, **SAID)
        assert at_home(coordinator) == at_home(chair) == []
        # A case that is not to be looked back on is listed no more.
        later = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).last()
        with pytest.raises(Refused, match="This case has ended"):
            operations.list_case(later, by=coordinator, case=exited)


def copied(case: Case, number: int = 1, **other) -> Case:
    """An ended case some times more with something else in it, which no operation gives it: it never changes itself."""
    other |= {"consent_given_on": None, "consent_ends_on": None}  # Its ledger is not copied.
    columns = [field.column for field in Case._meta.concrete_fields if field.column not in ("id", "reference", *other)]
    names = ", ".join([*columns, *other])
    values = ", ".join([*columns, *["%s"] * len(other)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO cases_case (reference, {names}) SELECT 'C' || %s + number, {values}"
            " FROM cases_case, generate_series(1, %s) AS number WHERE id = %s RETURNING id",
            [Case.objects.count(), *other.values(), number, case.pk],
        )
        (key,) = cursor.fetchone()
    return Case.objects.get(pk=key)


@pytest.mark.parametrize(
    ("months", "case_stage", "fault", "words"),
    [
        (12, "exited", IntegrityError, "passed over"),
        (9, "exited", IntegrityError, "after_6_or_12_months"),
        (6, "police_led", IntegrityError, "once support in it has ended"),
        (6, "exited", None, ""),
    ],
)
def test_the_database_keeps_their_order_and_what_was_found(
    exited, panel, chair, police, months, case_stage, fault, words
):
    with clock.at(months_on(20)):
        item = started_meeting(panel, chair, police).items.get()

    def insert(cursor):
        case = exited if case_stage == exited.stage else copied(exited, stage=case_stage)
        cursor.execute(
            "INSERT INTO panels_review (item_id, case_id, months, from_partners, is_concern, reason, what_follows,"
            " in_error_reason, reviewed_by_id, reviewed_at) VALUES (%s, %s, %s, 'x', false, 'x', '', '', %s, now())",
            [item.pk, case.pk, months, chair.pk],
        )

    if fault:
        with pytest.raises(fault, match=words), transaction.atomic(), connection.cursor() as cursor:
            insert(cursor)
        return
    with clock.at(months_on(20)):
        operations.record_review(item, by=chair, **SAID)
    with pytest.raises(IntegrityError, match="held_once"), transaction.atomic(), connection.cursor() as cursor:
        insert(cursor)
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE panels_review SET reason = 'y'")


def test_who_may(client, exited, panel, chair, police, police_representative, coordinator, officer, stranger):
    with clock.at(months_on(6)):
        item = started_meeting(panel, chair, police).items.get()
        page = reverse("panels:record_review", args=[item.reference])
        endpoint = reverse("panels_api:record_review", args=[item.reference])
        for person, answers in {
            chair: [200, 422],
            coordinator: [403, 403],
            police_representative: [403, 403],
            officer: [404, 404],
            stranger: [404, 404],
        }.items():
            client.logout()
            client.force_login(person)
            posted = client.post(endpoint, {}, content_type="application/json").status_code
            assert [client.get(page).status_code, posted] == answers, person
    assert not Review.objects.exists()


# When it is due is kept with the case


@pytest.mark.parametrize(
    ("ended_at", "due_on"),
    [
        (datetime(2025, 8, 31, 12, tzinfo=UTC), date(2026, 2, 28)),
        (datetime(2025, 8, 31, 23, 30, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2024, 2, 29, 12, tzinfo=UTC), date(2024, 8, 29)),
        (datetime(2025, 3, 31, 12, tzinfo=UTC), date(2025, 9, 30)),
    ],
)
def test_the_day_is_counted_by_the_calendar_alike_in_the_database_and_here(exited, ended_at, due_on):
    """Of the last of a month too, and by the day it is in London."""
    case = copied(exited, ended_at=ended_at, review_after_support_on=due_on)
    executed("SELECT")
    assert next_review(case) == NextReview(6, due_on)
    for wrong in (due_on + timedelta(1), None):
        refused("UPDATE cases_case SET review_after_support_on = %s WHERE id = %s", wrong, case.pk, match="by what it")


def test_the_database_keeps_it_to_what_was_held(exited, panel, chair, police):
    moved = "UPDATE cases_case SET review_after_support_on = %s WHERE id = %s"
    with clock.at(months_on(20)):
        item = started_meeting(panel, chair, police).items.get()
    held = (
        "INSERT INTO panels_review (item_id, case_id, months, from_partners, is_concern, reason, what_follows,"
        " in_error_reason, reviewed_by_id, reviewed_at) VALUES (%s, %s, 6, 'x', false, 'x', '', '', %s, now())"
    )
    refused(held, item.pk, exited.pk, chair.pk, match="by what it has held")
    refused(moved, months_on(12).date(), exited.pk, match="by what it has held")
    with clock.at(months_on(20)):
        for _ in (6, 12):
            operations.record_review(item, by=chair, **SAID)
            executed("SELECT")
    refused(moved, months_on(12).date(), exited.pk, match="by what it has held")


def by_the_facts(case: Case) -> NextReview | None:
    """The first, by the day on which support ended, that has not been held."""
    if case.stage != "exited":
        return None
    held, ended_on = {review.months for review in case.reviews.all()}, clock.day_of(case.ended_at)
    return next((NextReview(each, ended_on + relativedelta(months=each)) for each in (6, 12) if each not in held), None)


def test_what_is_due_is_what_follows_from_the_facts_whatever_the_history(
    exited, area, officer, panel, chair, coordinator, police, police_representative
):
    def supported():
        case = factories.case(factories.referral(officer), coordinator, panel)
        factories.share(case, police, coordinator)
        factories.section36(case, police_representative)
        factories.consent(factories.adopted(case, chair), coordinator)
        return case

    supported()
    cases.operations.move_case(supported(), by=chair, stage="police_led")
    # A month's last evening in UTC is the next month in London's summer.
    for ended_at in (datetime(2027, 8, 31, 12, tzinfo=UTC), datetime(2027, 8, 31, 23, 30, tzinfo=UTC)):
        with clock.at(ended_at):
            exit_now(supported(), coordinator, chair)

    def agree() -> None:
        executed("SELECT")
        of_cases = {case: by_the_facts(case) for case in Case.objects.order_by("pk")}
        assert {case: next_review(case) for case in of_cases} == of_cases
        for due_on in {each.due_on for each in of_cases.values() if each}:
            for days in (-61, -60, -59, -29, -28, -27, -1, 0, 1):
                day = due_on + timedelta(days)
                with clock.at(datetime.combine(day, time(12), UTC)):
                    prepared = day + timedelta(SupportPolicy.of(area).prepared_before)
                    due = [case for case, review in of_cases.items() if review and review.due_on <= prepared]
                    assert list(to_review(Case.objects.order_by("pk"))) == due, day

    agree()
    factories.policy(area, SupportPolicy, prepared_before=60)
    agree()
    for months in (8, 13, 20):
        with clock.at(months_on(months)):
            for item in started_meeting(panel, chair, police).items.filter(case__stage="exited"):
                operations.record_review(item, by=chair, **SAID)
        agree()
    assert {case.reviews.count() for case in Case.objects.filter(stage="exited")} == {1, 2}


def test_no_area_prepares_them_earlier_than_what_is_looked_for(area):
    with pytest.raises(IntegrityError, match="prepared_in_its_last_months"), transaction.atomic():
        factories.policy(area, SupportPolicy, prepared_before=91)


def test_what_is_due_is_found_without_going_through_all_that_has_ended(exited, coordinator, chair):
    """Of three thousand more the day is months away; three more are due, and found by theirs."""
    for ended_at, number in ((months_on(5), 3000), (exited.ended_at, 3)):
        other = {"ended_at": ended_at, "review_after_support_on": clock.day_of(ended_at) + relativedelta(months=6)}
        copied(exited, number, **other)
    for asked_of, person, months in ((to_prepare, coordinator, 6), (missed, chair, 7)):
        with clock.at(months_on(months)):
            due = asked_of(person)
            assert len(due) == 4
            (plan,) = json.loads(due.explain(format="json", analyze=True))
        steps = list(steps_of(plan["Plan"]))
        assert "cases_to_look_back_on" in {step.get("Index Name") for step in steps}
        assert max(rows_of(step) for step in steps if step.get("Relation Name") == "cases_case") == 4


def test_home_asks_as_often_for_many_as_for_one(client, exited, officer, coordinator, chair, panel, queries_of,
                                                police, police_representative):  # fmt: skip
    def of_home():
        counted = []
        with clock.at(months_on(7)):
            for person in (coordinator, chair):
                client.logout()
                client.force_login(person)
                counted.append(queries_of("/"))
        return counted

    one = of_home()
    case = factories.case(factories.referral(officer), coordinator, panel)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    factories.consent(factories.adopted(case, chair), coordinator)
    exit_now(case, coordinator, chair)
    assert of_home() == one
    assert max(one) <= 12, one
