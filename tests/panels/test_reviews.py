"""Looking back 6 and 12 months after support: it follows from the day support ended, and is never lost."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse

import cases.operations
from cases.models import Case
from panels import operations
from panels.models import Review, next_review, to_review
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import AlreadyDone, Refused
from tests import factories
from tests.standing import standing

SAID = {
    "from_partners": "The school: he comes every day. larch & elm mentoring: nothing.",
    "is_concern": False,
    "reason": "Canary-why: nothing has come back.",
}
ON_PAGE = SAID | {"is_concern": "no"}


@standing
def exited(adopted, coordinator, chair):
    """Support has ended today."""
    factories.consent(adopted, coordinator)
    return exit_now(adopted, coordinator, chair)


def exit_now(case, coordinator, chair):
    factories.final_assessment(case, coordinator)
    cases.operations.plan_exit(case, by=chair, **factories.EXIT_PLAN)
    cases.operations.move_case(case, by=chair, stage="exited")
    return case


@standing
def governance(area):
    return factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")


def months_on(months: int, days: int = 0) -> datetime:
    return clock.now() + relativedelta(months=months) + timedelta(days=days)


def started_meeting(panel, chair, police, *, attended=True):
    """The next meeting of the panel, with whatever waits on its agenda."""
    with suppress(AlreadyDone):
        operations.plan_meetings(panel, by=system_user())
    meeting = panel.meetings.filter(started_at=None, starts_at__gt=clock.now()).order_by("starts_at").first()
    coordinator = User.objects.get(name="Cora Coordinator")
    operations.list_waiting_cases(meeting, by=coordinator)
    operations.start_meeting(meeting, by=chair)
    if attended:
        operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    return meeting


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
        assert at_home(chair) == []
        meeting = started_meeting(panel, chair, police, attended=False)
        item = meeting.items.get()
        client.force_login(chair)
        conference = client.get(reverse("panels:conference", args=[meeting.reference])).content.decode()
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


def copied(case: Case, **other) -> Case:
    """An ended case once more with something else in it, which no operation gives it: it never changes itself."""
    other |= {"reference": f"COPY{Case.objects.count()}"}
    columns = [field.column for field in Case._meta.concrete_fields if field.column not in ("id", *other)]
    names = ", ".join([*columns, *other])
    values = ", ".join([*columns, *["%s"] * len(other)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO cases_case ({names}) SELECT {values} FROM cases_case WHERE id = %s RETURNING id",
            [*other.values(), case.pk],
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
            " reviewed_by_id, reviewed_at) VALUES (%s, %s, %s, 'x', false, 'x', '', %s, now())",
            [item.pk, case.pk, months, chair.pk],
        )

    if fault:
        with pytest.raises(fault, match=words), transaction.atomic(), connection.cursor() as cursor:
            insert(cursor)
        return
    with connection.cursor() as cursor:
        insert(cursor)
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


def test_the_day_is_counted_by_the_calendar_alike_in_the_database_and_here(exited):
    """Of the last of a month too, and by the day it is in London."""
    for ended_at, due_on in (
        (datetime(2025, 8, 31, 12, tzinfo=UTC), date(2026, 2, 28)),
        (datetime(2025, 8, 31, 23, 30, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2024, 2, 29, 12, tzinfo=UTC), date(2024, 8, 29)),
        (datetime(2025, 3, 31, 12, tzinfo=UTC), date(2025, 9, 30)),
    ):
        case = copied(exited, ended_at=ended_at)
        assert next_review(case).due_on == due_on
        assert to_review(Case.objects.filter(pk=case.pk)).get().review_due_on == due_on


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
