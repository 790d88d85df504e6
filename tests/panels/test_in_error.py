"""What of a panel, of its plans and of section 36 can be said to be recorded in error, and what others rest on."""

from datetime import timedelta

import pypdfium2
import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

import cases.operations
from cases.models import Case, Dispute
from panels import operations
from panels.models import AgendaItem, Decision, next_review
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.test_after_a_transfer import held_until_waited_for
from tests.cases.test_record_asking import ask
from tests.panels.reviews import SAID, exit_now, months_on, started_meeting, summary_of
from tests.standing import standing

WRONG = {"reason": "Canary-wrong: it was about his cousin."}


@standing
def shared(case, coordinator, police):
    factories.share(case, police, coordinator)
    return case


@standing
def item(shared, meeting, chair, police, police_representative):
    """Taken at a meeting that has started, the police of the area being there."""
    factories.section36(shared, police_representative)
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    return meeting.items.get()


def now(case) -> Case:
    return Case.objects.get(pk=case.pk)


# A section 36 decision


def test_a_section_36_decision_in_error_is_asked_for_anew_and_the_panel_waits_for_it(
    client, item, chair, police_representative
):
    case = now(item.case)
    client.force_login(police_representative)
    page = reverse("panels:record_section36_in_error", args=[case.reference])
    assert page in client.get(case.get_absolute_url()).content.decode()
    decision = case.section36_decisions.get()
    assert client.post(page, WRONG | {"decision": decision.pk}).status_code == 302
    case = now(case)
    assert (case.stage, case.awaits_section36, case.has_reasonable_grounds) == ("awaiting_panel", True, False)
    assert "Canary-wrong" in client.get(case.get_absolute_url()).content.decode()
    (read,) = client.get(reverse("cases_api:view_case", args=[case.reference])).json()["section36_decisions"]
    assert read["in_error_reason"] == WRONG["reason"]
    with pytest.raises(Refused, match="section 36 decision has not been made"):
        operations.decide_item(item, by=chair, **factories.ADOPTED)
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="referred_elsewhere")
    assert now(case).stage == "referred_elsewhere"
    with pytest.raises(Refused, match="This case has ended"):
        operations.record_section36_in_error(
            now(case), by=police_representative, decision=case.section36_decisions.last(), **WRONG
        )


def test_what_a_panel_acting_as_channel_has_decided_on_stands(item, chair, police_representative, coordinator):
    operations.decide_item(item, by=chair, **factories.DEFERRED)
    case, decision = now(item.case), item.case.section36_decisions.get()
    said = {"by": police_representative, "decision": decision} | WRONG
    with pytest.raises(Refused, match="The panel has decided on the strength of it"):
        operations.record_section36_in_error(case, **said)
    with pytest.raises(PermissionDenied):
        operations.record_section36_in_error(case, **said | {"by": coordinator})
    operations.record_decision_in_error(item, by=chair, **WRONG)
    operations.record_section36_in_error(case, **said)
    executed("SELECT")


def test_one_in_error_is_disputed_no_more_and_what_disputes_the_later_one_is_beside_that(
    client, item, chair, coordinator, police_representative
):
    case, wrong = now(item.case), item.case.section36_decisions.get()
    link = f"?of=decision-{wrong.referral.reference}"
    client.force_login(coordinator)
    assert client.get(case.get_absolute_url()).content.decode().count(link) == 1
    operations.record_section36_in_error(case, by=police_representative, decision=wrong, **WRONG)
    assert link not in client.get(case.get_absolute_url()).content.decode()
    right = factories.section36(case, police_representative)
    assert client.get(case.get_absolute_url()).content.decode().count(link) == 1
    said = {"of": link.removeprefix("?of="), "whose": "person", "words": "I never said so."}
    day = clock.today()
    said |= {"said_on_day": day.day, "said_on_month": day.month, "said_on_year": day.year}
    page = reverse("cases:record_dispute", args=[case.reference])
    assert client.get(page).content.decode().count(f'value="{said["of"]}"') == 1
    assert client.post(page, said).url == case.get_absolute_url()
    assert Dispute.objects.get().decision == right


def test_no_panel_defers_beside_a_section_36_decision_that_is_being_said_to_be_in_error(
    committed, item, chair, police_representative
):
    case, decision = now(item.case), item.case.section36_decisions.get()
    refusal = held_until_waited_for(
        lambda: operations.record_section36_in_error(case, by=police_representative, decision=decision, **WRONG),
        lambda: operations.decide_item(AgendaItem.objects.get(pk=item.pk), by=chair, **factories.DEFERRED),
    )
    assert "section 36 decision has not been made" in str(refusal)


# A panel's decision


def test_a_decision_in_error_says_so_wherever_it_is_read_and_is_decided_anew_at_the_next_meeting(
    client, item, chair, panel, police, coordinator
):
    client.force_login(chair)
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    operations.end_meeting(item.meeting, by=chair)
    executed("SELECT")
    copy = summary_of(now(item.case), chair, "meetings")
    assert not copy.says_what_is_so_no_more()
    page = reverse("panels:record_decision_in_error", args=[item.reference])
    assert page in client.get(item.get_absolute_url()).content.decode()
    assert client.post(page, WRONG).status_code == 302
    executed("SELECT")
    case = now(item.case)
    assert case.stage == "awaiting_panel"
    assert not case.support_plans.standing().exists()
    assert copy.says_what_is_so_no_more()
    for name, key in (
        ("panels:view_agendaitem", item.reference),
        ("panels:case_meetings", case.reference),
        ("panels:view_meeting", item.meeting.reference),
        ("reports:chronology", case.reference),
        ("reports:statutory_sheet", case.reference),
    ):
        assert "recorded in error" in client.get(reverse(name, args=[key])).content.decode().lower(), name
    read = client.get(reverse("panels_api:view_agendaitem", args=[item.reference])).json()["decision"]
    assert read["in_error_reason"] == WRONG["reason"]
    (read,) = (
        each
        for each in client.get(reverse("panels_api:case_meetings", args=[case.reference])).json()["items"]
        if each["reference"] == item.reference
    )
    assert (bool(read["in_error_at"]), read["in_error_reason"]) == (True, WRONG["reason"])
    minutes = item.minutes.order_by("pk").last()
    operations.make_minutes(minutes, by=system_user())
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(minutes.read()))
    assert "Canary-wrong" in text
    again = started_meeting(panel, chair, police).items.get(case=case)
    operations.decide_item(again, by=chair, **factories.ADOPTED)
    assert now(case).stage == "consent_pending"


def test_that_support_was_asked_about_is_no_answer_yet(item, panel, police, chair, coordinator):
    """Only what was answered has gone on from a decision: an asking, or a refusal in error, has not."""
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    ask(now(item.case), coordinator)
    answer = factories.consent(now(item.case), coordinator, "unable")
    cases.operations.record_consent_in_error(answer, by=coordinator, **WRONG)
    item.refresh_from_db()
    operations.record_decision_in_error(item, by=chair, **WRONG)
    assert now(item.case).stage == "awaiting_panel"
    # What was asked was about another plan than the one that is offered then.
    again = started_meeting(panel, chair, police).items.get(case=item.case)
    operations.decide_item(again, by=chair, **factories.ADOPTED)
    assert now(item.case).consent_words == "To be asked"


def test_what_was_asked_about_a_plan_in_error_counts_for_no_earlier_one(item, panel, police, chair, coordinator):
    """Support was refused, offered anew in error, asked about, and offered anew: nobody has been asked about that."""
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    factories.consent(now(item.case), coordinator, "refused")
    wrong = started_meeting(panel, chair, police).items.get(case=item.case)
    operations.decide_item(wrong, by=chair, **factories.ADOPTED)
    ask(now(item.case), coordinator)
    wrong.refresh_from_db()
    operations.record_decision_in_error(wrong, by=chair, **WRONG)
    right = started_meeting(panel, chair, police).items.get(case=item.case)
    operations.decide_item(right, by=chair, **factories.ADOPTED)
    assert now(item.case).consent_words == "To be asked"


def test_where_support_began_it_stays_a_decision_though_the_agreement_was_in_error(item, chair, coordinator):
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    given = factories.consent(now(item.case), coordinator)
    cases.operations.record_consent_in_error(given, by=coordinator, **WRONG)
    item.refresh_from_db()
    assert now(item.case).stage == "consent_pending"
    with pytest.raises(Refused, match="An answer about support was recorded since"):
        operations.record_decision_in_error(item, by=chair, **WRONG)


def test_what_a_decision_led_to_is_not_undone(item, chair, coordinator):
    with pytest.raises(Refused, match="The panel has not decided here"):
        operations.record_decision_in_error(item, by=chair, **WRONG)
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    factories.consent(now(item.case), coordinator)
    item.refresh_from_db()
    with pytest.raises(Refused, match="An answer about support was recorded since"):
        operations.record_decision_in_error(item, by=chair, **WRONG)


def test_nor_what_has_gone_on_from_it_though_nobody_answered(item, chair, coordinator):
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    cases.operations.move_case(now(item.case), by=chair, stage="referred_elsewhere")
    item.refresh_from_db()
    with pytest.raises(Refused, match="The case has gone on since this decision"):
        operations.record_decision_in_error(item, by=chair, **WRONG)


def test_a_deferral_from_before_it_said_what_is_awaited_can_be_in_error_too(item, chair):
    said = {"awaited": "His own view.", "awaited_from": "The school", "awaited_by": clock.today() + timedelta(days=7)}
    operations.decide_item(item, by=chair, judgement="defer", reached="unanimous", rationale="Little is known.", **said)
    (asked,) = [each for each in Decision._meta.constraints if each.name.startswith("a_deferral_says_what")]
    before = item.decision
    before.awaited, before.awaited_from, before.awaited_by = "", "", None
    with pytest.raises(ValidationError):
        asked.validate(Decision, before)
    before.in_error_at = clock.now()
    asked.validate(Decision, before)


def test_a_decision_that_was_answered_while_its_error_waited_stands(item, chair, coordinator, monkeypatch):
    """Asked again of the case once it is locked: the first answer was given before consent was."""
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    item.refresh_from_db()
    first = iter([""])
    monkeypatch.setattr(operations.record_decision_in_error, "obstacle", lambda _: next(first))
    factories.consent(now(item.case), coordinator)
    with pytest.raises(Refused, match="An answer about support was recorded since"):
        operations.record_decision_in_error(item, by=chair, **WRONG)
    assert now(item.case).stage == "active"


def test_nor_an_end(item, chair):
    ends = {
        "judgement": "no_further_action",
        "end_reason": "explained",
        "reached": "unanimous",
        "rationale": "x",
        "health_or_care": "Asked.",
    }
    operations.decide_item(item, by=chair, **ends)
    item.refresh_from_db()
    with pytest.raises(Refused, match="The case ended with this decision"):
        operations.record_decision_in_error(item, by=chair, **WRONG)


# Reviews after support


@standing
def exited(adopted, coordinator, chair):
    factories.consent(adopted, coordinator)
    return exit_now(adopted, coordinator, chair)


def test_a_review_in_error_frees_its_place_and_is_due_again(client, exited, panel, chair, police, coordinator):
    with clock.at(months_on(6)):
        item = started_meeting(panel, chair, police).items.get()
        cases.operations.record_exit_plan_in_error(now(exited), by=chair, reason="Canary-plan: of his cousin.")
        client.force_login(chair)
        looks_back = client.get(reverse("panels:record_review", args=[item.reference])).content.decode()
        assert [each for each in ("Recorded in error", "Canary-plan") if each not in looks_back] == []
        client.logout()
        operations.record_review(item, by=chair, **SAID)
        case = now(exited)
        assert next_review(case).months == 12
        client.force_login(chair)
        page = reverse("panels:record_review_in_error", args=[item.reference])
        assert page in client.get(item.get_absolute_url()).content.decode()
        assert client.post(page, WRONG | {"review": "6"}).status_code == 302
        executed("SELECT")
        case = now(exited)
        assert next_review(case).months == 6
        # Without the six months the twelve are not held, whoever writes.
        twelve = (
            "INSERT INTO panels_review (item_id, case_id, months, from_partners, is_concern, reason, what_follows,"
            " in_error_reason, reviewed_by_id, reviewed_at) VALUES (%s, %s, 12, 'x', false, 'x', '', '', %s, now())"
        )
        refused(twelve, item.pk, case.pk, chair.pk, match="passed over")
        item.refresh_from_db()
        operations.record_review(item, by=chair, **SAID | {"reason": "Canary-right."})
        executed("SELECT")
        assert next_review(now(exited)).months == 12
        for name, key in (("panels:view_agendaitem", item.reference), ("reports:statutory_sheet", case.reference)):
            shown = client.get(reverse(name, args=[key])).content.decode()
            assert [word for word in ("recorded in error", "Canary-right.") if word not in shown] == [], name
        read = client.get(reverse("panels_api:view_agendaitem", args=[item.reference])).json()["reviews"]
        assert [each["in_error_reason"] for each in read] == [WRONG["reason"], ""]


# Who was at a meeting


@standing
def taken(item, meeting, chair):
    """Decided on, at a meeting that has ended: what was recorded of the police is wrong."""
    operations.decide_item(item, by=chair, **factories.DEFERRED)
    operations.end_meeting(meeting, by=chair)
    return item


NOT_THERE = {"reason": "Canary-wrong: he had rung to say that he was ill."}
GAP = "no police of the person’s home area are recorded as present."


def sheet_of(client, item) -> str:
    page = client.get(reverse("reports:statutory_sheet", args=[item.case.reference]))
    return " ".join(page.content.decode().split())


def test_who_was_recorded_as_there_in_error_is_a_gap_until_the_right_one_stands_beside_it(
    client, taken, coordinator, chair, police, text_of, do_errands
):
    meeting = taken.meeting
    do_errands()
    client.force_login(chair)
    assert GAP not in sheet_of(client, taken)
    with pytest.raises(Refused, match="Say first what is wrong"):
        operations.record_attendance(meeting, by=chair, agency=police, name="Ann Police", presence="present")
    conference = reverse("panels:conference", args=[meeting.reference])
    assert conference in client.get(meeting.get_absolute_url()).content.decode()
    page = reverse("panels:record_attendance_in_error", args=[meeting.reference])
    assert page in client.get(conference).content.decode()
    assert "Perry Police: present" in client.get(page).content.decode()
    wrong = meeting.attendances.get()
    assert client.post(page, {"attendance": wrong.pk}).status_code == 422
    assert client.post(page, NOT_THERE | {"attendance": wrong.pk}).url == conference
    assert "Canary-wrong" in client.get(conference).content.decode()
    sheet = sheet_of(client, taken)
    assert GAP in sheet
    assert f"Recorded as there in error: {police}, Perry Police." in sheet
    do_errands()
    assert taken.minutes.count() == 2
    # Why is said where the meeting is run: it may be of another case, and nobody reads that in the minutes of this one.
    printed = " ".join(text_of(taken.minutes.last().read()).split())
    assert ("Present (recorded in error)" in printed, "Canary-wrong" in printed) == (True, False)
    with pytest.raises(Refused, match="No attendance is left here"):
        operations.record_attendance_in_error(meeting, by=chair, attendance=wrong, **NOT_THERE)
    operations.record_attendance(meeting, by=chair, agency=police, name="Ann Police", presence="present")
    sheet = sheet_of(client, taken)
    assert GAP not in sheet
    assert "Recorded as there in error" in sheet
    do_errands()
    assert taken.minutes.count() == 3
    last = " ".join(text_of(taken.minutes.last().read()).split())
    assert "Perry Police" in last
    assert "Ann Police" in last
    with pytest.raises(Refused, match="Choose one that is recorded here"):
        operations.record_attendance_in_error(meeting, by=chair, attendance=wrong, **NOT_THERE)


def test_those_run_a_meeting_who_say_so_of_it(client, taken, coordinator, organiser, police_representative, stranger):
    meeting, wrong = taken.meeting, taken.meeting.attendances.get()
    page = reverse("panels:record_attendance_in_error", args=[meeting.reference])
    for who, code in ((coordinator, 200), (organiser, 200), (police_representative, 403), (stranger, 404)):
        client.force_login(who)
        assert client.get(page).status_code == code, who
    assert page not in client.get(meeting.get_absolute_url()).content.decode()
    client.force_login(organiser)
    endpoint = reverse("panels_api:record_attendance_in_error", args=[meeting.reference])
    said = NOT_THERE | {"attendance": wrong.pk}
    assert client.post(endpoint, said, content_type="application/json").status_code == 200
    wrong.refresh_from_db()
    assert (wrong.in_error_by, wrong.in_error_reason) == (organiser, NOT_THERE["reason"])


def test_behind_django_it_is_said_once_and_why_and_an_agency_stands_there_once(taken, meeting, chair, police):
    refused("UPDATE panels_attendance SET in_error_at = now()", match="attendance_in_error_says_why")
    wrong = taken.meeting.attendances.get()
    operations.record_attendance_in_error(taken.meeting, by=chair, attendance=wrong, **NOT_THERE)
    refused("UPDATE panels_attendance SET in_error_reason = 'Otherwise.'", match="Cannot update rows")
    operations.record_attendance(taken.meeting, by=chair, agency=police, name="Ann Police", presence="present")
    again = "INSERT INTO panels_attendance (meeting_id, agency_id, name, presence, in_error_reason)"
    refused(f"{again} VALUES (%s, %s, 'x', 'present', '')", meeting.pk, police.pk, match="attends_a_meeting_once")
