"""A meeting from its agenda to its minutes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from panels import operations
from panels.models import Decision, Minutes
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from tests import factories

ENTER = factories.ADOPTED | {"rationale": "A mentor could help him find other company."}
NOT_PLANNED = dict.fromkeys(factories.PLAN, "") | {"review_on": None}
ON_PAGE = {"review_on_day": "31", "review_on_month": "1", "review_on_year": "2099"}
EXIT = {
    "judgement": "exit", "end_reason": "risk_addressed", "change_since_start": "reduced",
    "change_reason": "He says so, and his school does.",
}  # fmt: skip
NOTHING = {
    "judgement": "no_further_action", "end_reason": "explained", "reached": "unanimous",
    "rationale": "No concern remains.",
}  # fmt: skip


def soon():
    return clock.now() + timedelta(days=1)


@pytest.fixture
def decided_under_section36(case, police, coordinator, police_representative):
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    return case


@pytest.fixture
def item(decided_under_section36, meeting):
    return meeting.items.get(case=decided_under_section36)


@pytest.fixture
def started(case, meeting, chair):
    operations.start_meeting(meeting, by=chair)
    return meeting


@pytest.fixture(params=[("channel", False), ("safeguarding_adults", True)], ids=["is Channel", "acts as Channel"])
def bound(request, area):
    """Sections 36 and 37 bind it: a Channel panel, told to act as one or not, and another in its place."""
    kind, told = request.param
    panel = factories.panel(
        area, "Bound Panel", kind=kind, acts_as_channel=told, cadence="FREQ=WEEKLY", first_meeting_at=soon()
    )
    factories.meeting(panel)
    return panel


@pytest.fixture
def item_of_bound(bound, referral, coordinator):
    return factories.case(referral, coordinator, bound).agenda_items.get()


@pytest.fixture
def chair_of_bound(bound):
    return factories.person(bound, PostKind.CHAIR, "Cy Chair")


@pytest.fixture
def quorate(started, chair, police, item):
    operations.record_attendance(started, by=chair, agency=police, name="Perry Police", presence="present")
    return started


# What it does


def test_enter_leads_to_asking_for_consent(quorate, item, chair):
    operations.decide_item(item, by=chair, **ENTER)
    item.case.refresh_from_db()
    assert item.case.stage == "consent_pending"


def test_support_that_goes_on_is_not_offered_anew(quorate, item, chair, coordinator):
    factories.adopted(item.case, chair)
    factories.consent(item.case, coordinator)
    with pytest.raises(Refused, match="cannot go there") as refusal:
        operations.decide_item(item, by=chair, **ENTER)
    assert refusal.value.field == "judgement"
    item.case.refresh_from_db()
    assert (item.case.stage, bool(item.case.consent_given_on)) == ("active", True)


def test_no_further_action_ends_the_case(quorate, item, chair):
    operations.decide_item(item, by=chair, health_or_care="Adult mental health was considered; not wanted.", **NOTHING)
    item.case.refresh_from_db()
    assert (item.case.stage, bool(item.case.ended_at)) == ("no_further_action", True)


def test_defer_leaves_the_case_where_it_is(quorate, item, chair):
    operations.decide_item(item, by=chair, **factories.DEFERRED)
    item.case.refresh_from_db()
    assert item.case.stage == "awaiting_panel"


def test_a_panel_that_does_not_act_as_channel_takes_a_case_into_support_without_section_36_and_police(
    client, area, referral, coordinator
):
    other = factories.panel(
        area, "Youth Panel", kind="social_inclusion", cadence="FREQ=WEEKLY", first_meeting_at=soon()
    )
    meeting, chair = factories.meeting(other), factories.person(other, PostKind.CHAIR, "Cy Chair")
    case = factories.case(referral, coordinator, other)
    item = case.agenda_items.get()
    operations.start_meeting(meeting, by=chair)
    with pytest.raises(Refused, match="1 of the cases on the agenda have no decision yet"):
        operations.end_meeting(meeting, by=chair)
    client.force_login(chair)
    for page in (
        reverse("panels:take_item", args=[item.reference]),
        reverse("panels:decide_item", args=[item.reference]),
        item.get_absolute_url(),
    ):
        assert "section 36" not in client.get(page).content.decode()
    operations.decide_item(item, by=chair, **ENTER)
    case.refresh_from_db()
    assert case.stage == "consent_pending"
    factories.consent(case, coordinator)
    assert case.stage == "active"
    operations.end_meeting(meeting, by=chair)


def test_the_meeting_ends_when_all_is_decided_and_minutes_are_asked_for_each_item(quorate, item, chair):
    with pytest.raises(Refused, match="1 of the cases on the agenda have no decision yet"):
        operations.end_meeting(quorate, by=chair)
    operations.decide_item(item, by=chair, **ENTER)
    operations.end_meeting(quorate, by=chair)
    assert [minutes.item for minutes in Minutes.objects.all()] == [item]


# When it refuses


def test_not_before_the_meeting_has_started(item, chair):
    with pytest.raises(Refused, match="has not started"):
        operations.decide_item(item, by=chair, **ENTER)


def test_not_without_the_police(started, item, chair):
    with pytest.raises(Refused, match="A police representative for the person's home area must be present"):
        operations.decide_item(item, by=chair, **ENTER)


def test_apologies_are_not_presence(started, item, chair, police):
    operations.record_attendance(started, by=chair, agency=police, name="Perry Police", presence="apologies")
    with pytest.raises(Refused, match="police representative"):
        operations.decide_item(item, by=chair, **ENTER)


def test_not_before_the_section_36_decision_and_then_not_without_the_police(
    item_of_bound, chair_of_bound, police, coordinator, police_representative
):
    meeting, case = item_of_bound.meeting, item_of_bound.case
    operations.start_meeting(meeting, by=chair_of_bound)
    with pytest.raises(Refused, match="section 36 decision has not been made"):
        operations.decide_item(item_of_bound, by=chair_of_bound, **ENTER)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    with pytest.raises(Refused, match="A police representative for the person's home area must be present"):
        operations.decide_item(item_of_bound, by=chair_of_bound, **ENTER)
    operations.record_attendance(meeting, by=chair_of_bound, agency=police, name="Perry Police", presence="present")
    operations.decide_item(item_of_bound, by=chair_of_bound, **ENTER)
    case.refresh_from_db()
    assert case.stage == "consent_pending"


@pytest.mark.parametrize("grounds", [None, False])
def test_the_database_refuses_a_decision_of_a_channel_panel_before_section_36(
    item_of_bound, chair_of_bound, officer, coordinator, bound, police, police_representative, grounds
):
    """Whoever writes it: here somebody who goes round every operation."""
    case = item_of_bound.case
    if grounds is False:
        factories.share(case, police, coordinator)
        factories.case(factories.referral_about(case.individual, officer), coordinator, bound)
        factories.section36(case, police_representative, reasonable_grounds=False)
    with pytest.raises(IntegrityError, match="only after a section 36 decision"), transaction.atomic():
        insert_decision(item_of_bound, chair_of_bound, and_commit=True)


def test_the_database_takes_it_with_grounds_whichever_is_written_first(case, meeting, chair, police, coordinator):
    factories.share(case, police, coordinator)
    by = factories.person(police, PostKind.REPRESENTATIVE)
    insert_decision(meeting.items.get(case=case), chair)
    factories.section36(case, by)
    commit_now()


def test_the_database_leaves_other_panels_to_themselves(referral, area, coordinator, chair):
    other = factories.panel(
        area, "Youth Panel", kind="social_inclusion", cadence="FREQ=WEEKLY", first_meeting_at=soon()
    )
    meeting = factories.meeting(other)
    insert_decision(meeting.items.get(case=factories.case(referral, coordinator, other)), chair, and_commit=True)


def test_an_item_is_not_moved_to_another_case_or_meeting(item, meeting):
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE panels_agendaitem SET case_id = case_id + 1 WHERE id = %s", [item.pk])


def insert_decision(item, by, *, and_commit=False):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, decided_at,"
            " recorded_by_id, change_since_start, change_reason, onward_service, arranged, awaited, awaited_from,"
            " in_error_reason, end_reason)"
            " VALUES (%s, 'enter', 'unanimous', 'x', '', '', now(), %s, '', '', '', '', '', '', '', '')",
            [item.pk, by.pk],
        )
    if and_commit:
        commit_now()


def commit_now():
    """What is asked at a commit is asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_a_further_referral_is_named_at_the_next_item_until_it_is_decided(
    client, quorate, item, chair, officer, coordinator, panel, police_representative
):
    """The case goes on: what brought it to the panel stands."""
    further = factories.referral_about(item.case.individual, officer)
    factories.case(further, coordinator, panel)
    client.force_login(chair)
    pages = [
        reverse("panels:take_item", args=[item.reference]),
        reverse("panels:decide_item", args=[item.reference]),
        item.get_absolute_url(),
    ]
    offered = client.get(pages[1]).text
    assert "Enter: offer support" in offered
    for of_support in ("Remain: go on with support", "Exit: support ends"):  # None is given yet.
        assert of_support not in offered
    missing = f"Referral {further.reference}, which joined this case on"
    assert [missing in client.get(page).content.decode() for page in pages] == [True, True, True]
    factories.section36(item.case, police_representative)
    assert [missing in client.get(page).content.decode() for page in pages] == [False, False, False]
    operations.decide_item(item, by=chair, **ENTER)


def test_a_decision_is_made_once_and_stands(quorate, item, chair):
    operations.decide_item(item, by=chair, **ENTER)
    with pytest.raises(Refused, match="The panel has decided"):
        operations.decide_item(item, by=chair, **ENTER)
    assert Decision.objects.count() == 1


def test_what_a_decision_needs(quorate, item, chair):
    for said, sentence in (
        (NOTHING, "health or social care"),
        (ENTER | {"reached": "majority"}, "who disagreed"),
        (ENTER | {"dissent": "Housing would rather wait."}, "all agreed. Leave this empty"),
        (ENTER | {"judgement": "remain"}, "no support yet"),
        (ENTER | factories.DEFERRED, "planned where it is offered"),
        (ENTER | {"provider": ""}, "Say who gives it"),
        (ENTER | {"review_on": None}, "Choose a day to come"),
        (ENTER | EXIT | NOT_PLANNED, "cannot go there"),
        (ENTER | {"judgement": "exit", "end_reason": "moved"}, "reduced, the same or increased"),
        (ENTER | EXIT | {"change_reason": ""}, "why the panel sees it so"),
        (ENTER | EXIT | factories.DEFERRED | {"end_reason": ""}, "said where it ends only"),
    ):
        with pytest.raises(Refused, match=sentence):
            operations.decide_item(item, by=chair, **said)
    assert not Decision.objects.exists()


# Who may


def test_only_the_chair_starts_and_decides(meeting, item, organiser, stranger, coordinator):
    for person in (organiser, coordinator):
        with pytest.raises(PermissionDenied):
            operations.start_meeting(meeting, by=person)
    with pytest.raises(NotVisible):
        operations.start_meeting(meeting, by=stranger)
    with pytest.raises(PermissionDenied):
        operations.decide_item(item, by=coordinator, **ENTER)


def test_the_agenda_shows_a_member_only_the_cases_they_may_see(
    client, item, meeting, officer, coordinator, panel, police_representative
):
    hidden = factories.case(factories.referral(officer), coordinator, panel)
    assert meeting.items.filter(case=hidden).exists()
    client.force_login(police_representative)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert item.case.reference in page
    assert hidden.reference not in page
    assert client.get(meeting.items.get(case=hidden).get_absolute_url()).status_code == 404


def test_a_board_member_sees_no_meeting(client, meeting, area):
    board = factories.panel(area, "Board", kind="board")
    client.force_login(factories.person(board, PostKind.BOARD_MEMBER, "Bo Board"))
    assert client.get(meeting.get_absolute_url()).status_code == 404
    assert client.get(reverse("panels:conference", args=[meeting.reference])).status_code == 404


# The pages


def test_the_chair_runs_it_from_start_to_end(client, meeting, item, chair, police):
    client.force_login(chair)

    def to(url_name, *args, **answers):
        return client.post(reverse(f"panels:{url_name}", args=args), answers)

    conference = reverse("panels:conference", args=[meeting.reference])
    assert to("start_meeting", meeting.reference, chaired_for="council").url == conference
    blocked = client.get(reverse("panels:decide_item", args=[item.reference])).content.decode()
    assert "A police representative for the person&#x27;s home area must be present" in blocked
    assert (
        to("record_attendance", meeting.reference, agency=police.slug, name="Perry", presence="present").url
        == conference
    )
    taken = reverse("panels:take_item", args=[item.reference])
    page = client.get(conference).text
    assert f'href="{taken}"' in page
    assert "1 of the cases on the agenda have no decision yet" in page
    assert to("decide_item", item.reference, **ENTER | ON_PAGE).url == taken
    page = client.get(taken).text
    assert "Panel&#x27;s decision recorded" in page
    assert "Enter: offer support" in page
    page = client.get(conference).text
    assert "Decided" in page
    assert "End the meeting" in page
    assert to("end_meeting", meeting.reference).url == meeting.get_absolute_url()


def test_a_refusal_stands_beside_its_question(client, quorate, item, chair):
    client.force_login(chair)
    page = client.post(reverse("panels:decide_item", args=[item.reference]), NOTHING)
    assert page.status_code == 409
    assert "Where no support is offered, say whether health or social care was considered." in page.content.decode()
    assert NOTHING["rationale"] in page.content.decode()


def test_a_meeting_that_was_not_ended_stays_in_sight(client, quorate, chair):
    with clock.at(quorate.starts_at + timedelta(days=3)):
        client.force_login(chair)
        for page in ("/", reverse("panels:list_meetings")):
            assert quorate.get_absolute_url() in client.get(page).content.decode()


def test_who_reads_an_item_in_the_conference_stands_in_the_history_of_its_case(client, quorate, item, chair):
    client.force_login(chair)
    before = AuditEntry.objects.about(item.case).count()
    client.get(reverse("panels:conference", args=[quorate.reference]))
    assert AuditEntry.objects.about(item.case).count() == before
    client.get(reverse("panels:take_item", args=[item.reference]))
    entry = AuditEntry.objects.about(item.case).first()
    assert AuditEntry.objects.about(item.case).count() == before + 1
    assert (entry.what, entry.by) == ("panels.take_item", f"accounts.User:{chair.pk}")


# How often it queries


def test_as_many_queries_at_two_items_as_at_twelve(
    client, quorate, item, officer, coordinator, panel, chair, queries_of
):
    pages = [
        reverse("panels:conference", args=[quorate.reference]),
        reverse("panels:take_item", args=[item.reference]),
        quorate.get_absolute_url(),
        reverse("panels:list_meetings"),
        item.get_absolute_url(),
    ]
    client.force_login(chair)

    def list_another():
        case = factories.case(factories.referral(officer), coordinator, panel)
        operations.list_case(quorate, by=coordinator, case=case)

    list_another()
    at_two = [queries_of(page) for page in pages]
    for _ in range(10):
        list_another()
    assert [queries_of(page) for page in pages] == at_two
    assert max(at_two) <= 12
