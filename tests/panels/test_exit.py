"""Exit: how what gave concern stands against the start of support, as the panel says it, and why."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

import cases.operations
from panels import operations
from panels.models import Decision
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.test_conference import ENTER, EXIT
from tests.standing import standing

AGAIN = {"looks_again_on_day": "28", "looks_again_on_month": "2", "looks_again_on_year": "2099"}


@standing
def supported(case, meeting, panel, chair, coordinator, police, police_representative):
    """A case that receives support is taken at a meeting that has started: its item."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    start(meeting, chair, police)
    operations.decide_item(meeting.items.get(), by=chair, **ENTER)
    operations.end_meeting(meeting, by=chair)
    case.refresh_from_db()
    factories.consent(case, coordinator)
    later = panel.meetings.filter(started_at=None).order_by("starts_at").first()
    operations.list_case(later, by=coordinator, case=case)
    start(later, chair, police)
    return later.items.get()


def start(meeting, chair, police):
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")


def test_exit_is_asked_how_things_stand_against_the_start_and_says_it_wherever_the_decision_is_read(
    client, supported, chair, coordinator, text_of
):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    without = client.post(page, ENTER | {"judgement": "exit", "end_reason": "moved"})
    asked = ["change_since_start", "change_reason", "continues", "turn_to", "handed_over_to"]
    assert (without.status_code, list(without.context["form"].errors)) == (422, asked)
    # Support ends with a final assessment: the page says so beforehand, and says no without.
    assert "No final assessment has been made since support began" in client.get(page).content.decode()
    too_soon = client.post(page, ENTER | EXIT | factories.EXIT_PLAN)
    assert too_soon.status_code == 409
    assert "Assess first" in too_soon.content.decode()
    factories.final_assessment(supported.case, coordinator)
    concern = worried(supported.case, coordinator)
    assert "Somebody is worried now" in client.post(page, ENTER | EXIT | factories.EXIT_PLAN).content.decode()
    cases.operations.answer_urgent_concern(concern, by=coordinator, what_was_done="I rang his mother.")
    assert client.post(page, ENTER | EXIT | factories.EXIT_PLAN).status_code == 302
    plan = supported.case.exit_plan
    assert {name: getattr(plan, name) for name in factories.EXIT_PLAN} == factories.EXIT_PLAN
    support = client.get(reverse("cases:support", args=[supported.case.reference])).content.decode()
    assert all(words in support for words in factories.EXIT_PLAN.values())
    read = client.get(reverse("cases_api:support", args=[supported.case.reference])).json()
    assert read["exit_plan"]["turn_to"] == factories.EXIT_PLAN["turn_to"]
    decision = supported.decision
    assert (decision.change_since_start, decision.change_reason) == ("reduced", EXIT["change_reason"])
    item = client.get(supported.get_absolute_url()).content.decode()
    assert "Against the start of support" in item
    assert EXIT["change_reason"] in item
    meetings = client.get(reverse("panels:case_meetings", args=[supported.case.reference])).content.decode()
    assert "Against the start of support: reduced" in meetings
    assert client.get(reverse("panels_api:view_agendaitem", args=[supported.reference])).json()["decision"] == {
        **EXIT,
        "end_reason_name": "What gave concern is gone, or much less",
        "reached": "unanimous",
        "rationale": ENTER["rationale"],
        "dissent": "",
        "health_or_care": "",
        **dict.fromkeys(("onward_service", "onward_service_name", "arranged", "awaited", "awaited_from"), ""),
        "awaited_by": None,
        "looks_again_on": None,
        "reassess_on": None,
        "in_error_at": None,
        "in_error_reason": "",
        "decided_at": decision.decided_at.isoformat().replace("+00:00", "Z"),
        "disputes": [],
    }
    operations.end_meeting(supported.meeting, by=chair)
    minutes = supported.minutes.get()
    operations.make_minutes(minutes, by=system_user())
    text = " ".join(text_of(minutes.read()).split())
    assert f"Against the start of support Reduced {EXIT['change_reason']}" in text


def worried(case, coordinator):
    """Whoever gives support is worried, and nobody has answered yet."""
    provider = factories.agency(case.area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    giver = factories.person(provider, PostKind.PROVIDER, "Gil Giver")
    given = factories.intervention(case, provider, coordinator, giver)
    return cases.operations.raise_urgent_concern(given, by=giver, words="He has packed a bag.")


def test_the_police_take_no_case_over_while_somebody_is_worried_now(supported, chair, coordinator):
    concern = worried(supported.case, coordinator)
    police_led = {
        "judgement": "police_led",
        "end_reason": "arrested",
        "reached": "unanimous",
        "rationale": "He is charged.",
        "health_or_care": "x",
    }
    with pytest.raises(Refused, match="Somebody is worried now"):
        operations.decide_item(supported, by=chair, **police_led)
    ended = "UPDATE cases_case SET stage = 'police_led', ended_at = now(), retention_review_on = now() WHERE id = %s"
    refused(ended, supported.case_id, match="no urgent concern unanswered")
    cases.operations.answer_urgent_concern(concern, by=coordinator, what_was_done="The police saw him.")
    operations.decide_item(supported, by=chair, **police_led)
    executed("SELECT 1")


@pytest.mark.parametrize("missing", ["exit_plan", "assessment"])
def test_the_database_lets_nobody_exit_without_a_plan_and_a_final_assessment(supported, chair, coordinator, missing):
    case = supported.case
    before_support = clock.today() - timedelta(days=1)
    factories.assessment(case, coordinator, factories.framework(case.area), assessed_on=before_support)
    words = "a plan for afterwards"
    if missing == "assessment":
        words = "made since support began"
        with pytest.raises(Refused, match="Assess first"):
            cases.operations.plan_exit(case, by=chair, **factories.EXIT_PLAN)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO cases_exitplan (case_id, continues, turn_to, handed_over_to, in_error_reason, made_by_id,"
                " made_at) VALUES (%s, 'x', 'x', 'x', '', %s, now())",
                [case.pk, chair.pk],
            )
    wrong = pytest.raises(IntegrityError, match=words)
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_case SET stage = 'exited', ended_at = now(), retention_review_on = now(),"
            " review_after_support_on = (now() AT TIME ZONE 'Europe/London')::date + interval '6 months' WHERE id = %s",
            [case.pk],
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_what_is_written_there_for_another_judgement_does_not_count(client, supported, chair):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    assert client.post(page, ENTER | EXIT | {"judgement": "remain"} | AGAIN).status_code == 302
    assert (supported.decision.change_since_start, supported.decision.change_reason) == ("", "")


def test_support_goes_on_until_a_day_on_which_the_panel_looks_again(client, supported, chair):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[supported.reference])
    offered = client.get(page).text
    assert "Remain: go on with support" in offered
    assert "Exit: support ends" in offered
    without = client.post(page, ENTER | {"judgement": "remain"})
    assert (without.status_code, list(without.context["form"].errors)) == (422, ["looks_again_on"])
    for day in (None, clock.today()):
        with pytest.raises(Refused, match="a day to come"):
            operations.decide_item(supported, by=chair, **factories.GOES_ON | {"looks_again_on": day})
    with pytest.raises(Refused, match="said of support that goes on"):
        operations.decide_item(supported, by=chair, **factories.DEFERRED | {"looks_again_on": clock.today()})
    insert = (
        "INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, decided_at,"
        " recorded_by_id, change_since_start, change_reason, onward_service, arranged, awaited, awaited_from,"
        " in_error_reason, end_reason, looks_again_on) VALUES (%s, 'remain', 'unanimous', 'x', '', '', now(), %s, '',"
        " '', '', '', '', '', '', '', %s)"
    )
    refused(insert, supported.pk, chair.pk, None, match="support_goes_on_until_it_is_looked_at_again")
    refused(insert, supported.pk, chair.pk, factories.GOES_ON["looks_again_on"], match="its plan is looked at again")
    assert client.post(page, ENTER | {"judgement": "remain"} | AGAIN).status_code == 302
    executed("SELECT 1")
    decision = Decision.objects.get(item=supported)
    assert supported.case.support_plans.get().review_on == decision.looks_again_on == date(2099, 2, 28)
    assert "28 February 2099" in client.get(supported.get_absolute_url()).content.decode()


def test_in_error_it_no_longer_sets_the_day_nor_is_its_source(client, supported, panel, chair, coordinator, police):
    case = supported.case
    made_for = case.support_plans.get().review_on

    def goes_on(item, day):
        operations.decide_item(item, by=chair, **factories.GOES_ON | {"looks_again_on": day})
        executed("SELECT 1")
        operations.end_meeting(item.meeting, by=chair)
        return item

    def next_look() -> tuple[date, str]:
        sheet = client.get(reverse("reports_api:statutory_sheet", args=[case.reference])).json()
        ((words, on),) = [
            (each["words"], each["on"])
            for part in sheet["parts"]
            for each in part["said"]
            if "looks at it next" in each["words"]
        ]
        plan = case.support_plans.get()
        assert f"{plan.review_on:%-d %B %Y}" in words
        return plan.review_on, on

    client.force_login(chair)
    begun = f"{clock.today():%-d %B %Y}"
    first = goes_on(supported, date(2099, 2, 28))
    with clock.at(clock.now() + timedelta(days=20)):
        second, third = (another(panel, case, chair, coordinator, police) for _ in range(2))
        goes_on(second, date(2099, 2, 28))
        goes_on(third, date(2099, 3, 31))
        client.force_login(chair)
        assert next_look()[0] == date(2099, 3, 31)
        for item in (third, second):
            operations.record_decision_in_error(item, by=chair, reason="Another case.")
        assert next_look() == (date(2099, 2, 28), begun)
        operations.record_decision_in_error(first, by=chair, reason="Another case.")
        assert next_look() == (made_for, begun)


def another(panel, case, chair, coordinator, police):
    meeting = panel.meetings.filter(started_at=None).order_by("starts_at").first()
    item = meeting.items.filter(case=case).first() or operations.list_case(meeting, by=coordinator, case=case)
    start(meeting, chair, police)
    return item


def test_the_database_wants_it_of_every_exit_from_now_on_and_of_nothing_else(supported, chair):
    insert = (
        "INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, decided_at,"
        " recorded_by_id, change_since_start, change_reason, onward_service, arranged, awaited, awaited_from,"
        " in_error_reason, end_reason)"
        " VALUES (%s, %s, 'unanimous', 'x', '', '', now(), %s, %s, %s, '', '', '', '', '', %s)"
    )

    def execute(judgement, change, reason):
        why = "moved" if judgement == "exit" else ""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(insert, [supported.pk, judgement, chair.pk, change, reason, why])

    with pytest.raises(IntegrityError, match="said what changed and why, unless nothing follows"):
        execute("exit", "", "")
    for said in (("exit", "same", ""), ("exit", "worse", "x"), ("remain", "same", "x")):
        with pytest.raises(IntegrityError, match="exit_and_only_exit_says_what_changed"):
            execute(*said)
    execute("exit", "cannot_say", "x")
    # Rows of before stand as they are: nobody was asked.
    with connection.cursor() as cursor:
        name = "exit_and_only_exit_says_what_changed_and_why"
        cursor.execute("SELECT convalidated FROM pg_constraint WHERE conname = %s", [name])
        assert cursor.fetchone() == (False,)
    assert Decision(judgement="exit").change_words == "Not asked at that time"
