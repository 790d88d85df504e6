"""The other ways out of a panel: elsewhere, to the police, where support is not agreed to any more; and putting off."""

from datetime import timedelta

import pypdfium2
import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from dateutil.relativedelta import relativedelta
from django.urls import reverse

import cases.operations
from cases.models import Case
from panels import operations
from panels.judgements import LEADS_TO
from panels.models import Minutes
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from reports.figures.counts import count
from tests import factories
from tests.cases.raw import executed, refused
from tests.panels.reviews import SAID, months_on, started_meeting
from tests.panels.test_conference import soon
from tests.standing import standing

SAYING = {"reached": "unanimous", "rationale": "Canary-why.", "health_or_care": "Canary-health: the clinic was asked."}
ELSEWHERE = SAYING | {"judgement": "refer_elsewhere", "onward_service": "early_help", "arranged": "Canary-arranged."}
ELSEWHERE |= {"end_reason": "other_need"}
POLICE = SAYING | {"judgement": "police_led", "end_reason": "police"}
NOTHING = SAYING | {"judgement": "no_further_action", "end_reason": "died"}
CHANGE = {"change_since_start": "cannot_say", "change_reason": "Canary-change."}
NO_MORE = SAYING | CHANGE | {"judgement": "agreed_no_more", "end_reason": "disengaged"}
AWAITED = {"awaited": "Canary-awaited.", "awaited_from": "Canary-from"}
DEFER = factories.DEFERRED | AWAITED
BY_PAGE = {"awaited_by_day": "31", "awaited_by_month": "1", "awaited_by_year": "2099"}
INSERT = """
    INSERT INTO panels_decision (item_id, judgement, reached, rationale, dissent, health_or_care, onward_service,
        arranged, awaited, awaited_from, in_error_reason, change_since_start, change_reason, end_reason,
        decided_at, recorded_by_id)
    VALUES (%s, %s, 'unanimous', 'x', '', %s, %s, %s, '', '', '', %s, %s, %s, now(), %s)
"""


@standing
def item(case, meeting, chair, coordinator, police, police_representative):
    """Taken at a meeting that has started, the police of the area being there."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    return meeting.items.get()


@standing
def given_up(item, panel, coordinator, chair, police):
    """Taken at the next meeting: support has been given and is not agreed to any more."""
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    operations.end_meeting(item.meeting, by=chair)
    case = now(item)
    factories.consent(case, coordinator)
    factories.consent(case, coordinator, "withdrawn")
    return started_meeting(panel, chair, police).items.get(case=case)


def now(item) -> Case:
    return Case.objects.get(pk=item.case_id)


def outcome_of(case) -> str:
    """Where the figures have its referral stand, at this moment."""
    moment = clock.now() + timedelta(days=1)
    groups = count(case.area, case.opened_at - timedelta(days=1), moment, untrue_by=moment).groups
    return next(group.outcome for group in groups)


def read_everywhere(client, item, chair, *words):
    """At the item, by its endpoint, in the chronology and in the minutes."""
    operations.end_meeting(item.meeting, by=chair)
    minutes = Minutes.objects.get(item=item)
    operations.make_minutes(minutes, by=system_user())
    pages = pypdfium2.PdfDocument(minutes.read())
    read = {"minutes": " ".join(page.get_textpage().get_text_range() for page in pages)}
    client.force_login(chair)
    for name, key in (
        ("panels:view_agendaitem", item.reference),
        ("panels_api:view_agendaitem", item.reference),
        ("reports:chronology", item.case.reference),
    ):
        read[name] = client.get(reverse(name, args=[key])).content.decode()
    assert [(name, word) for name, text in read.items() for word in words if word not in text] == []


def test_a_case_is_referred_elsewhere_and_it_is_read_to_whom_and_for_what(client, item, chair):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[item.reference])
    wrong = client.post(page, ELSEWHERE | {"onward_service": "", "arranged": ""})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["onward_service", "arranged"])
    assert client.post(page, ELSEWHERE).status_code == 302
    case = now(item)
    assert (case.stage, bool(case.ended_at), case.review_after_support_on) == ("referred_elsewhere", True, None)
    assert outcome_of(case) == "elsewhere"
    why = "A safeguarding need, but not this one"
    sheet = client.get(reverse("reports:statutory_sheet", args=[case.reference])).content.decode()
    assert [words for words in ("Canary-health", why) if words not in sheet] == []
    read_everywhere(client, item, chair, "Canary-arranged.", "Canary-health", why)


def test_a_case_becomes_police_led_only_where_the_police_are_there(area, referral, coordinator, police):
    """Also at a panel that does not act as Channel, and needs nobody of the police otherwise."""
    panel = factories.panel(
        area, "Youth Panel", kind="social_inclusion", cadence="FREQ=WEEKLY", first_meeting_at=soon()
    )
    meeting, chair = factories.meeting(panel), factories.person(panel, PostKind.CHAIR, "Cy Chair")
    item = factories.case(referral, coordinator, panel).agenda_items.get()
    operations.start_meeting(meeting, by=chair)
    for presence in (None, "apologies"):
        if presence:
            operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence=presence)
        with pytest.raises(Refused, match="only where their representative for the person's home area is present"):
            operations.decide_item(item, by=chair, **POLICE)
        raw = (item.pk, "police_led", "x", "", "", "", "", "police", chair.pk)
        refused(INSERT, *raw, match="only where the police of the person's home area are present")
    said = {"agency": police, "name": "Perry Police", "presence": "present"}
    operations.record_attendance(meeting, by=chair, **said)
    wrong = meeting.attendances.get()
    operations.record_attendance_in_error(meeting, by=chair, attendance=wrong, reason="He was ill.")
    with pytest.raises(Refused, match="only where their representative for the person's home area is present"):
        operations.decide_item(item, by=chair, **POLICE)
    refused(INSERT, *raw, match="only where the police of the person's home area are present")
    operations.record_attendance(meeting, by=chair, **said)
    operations.decide_item(item, by=chair, **POLICE)
    executed("SELECT 1")
    assert (now(item).stage, outcome_of(now(item))) == ("police_led", "police_led")


def test_what_the_police_lead_stands_on_the_pages_of_its_panels_meetings_for_those_who_may_see_it(
    client, item, chair, panel, coordinator, officer, representative, queries_of
):
    later = panel.meetings.filter(started_at=None).earliest("starts_at")
    client.force_login(chair)
    assert "led by the police" not in client.get(later.get_absolute_url()).text
    operations.decide_item(item, by=chair, **POLICE)
    operations.end_meeting(item.meeting, by=chair)
    # To whoever sees no case of it not even the number is told; nor what is so today of a meeting that is over.
    for person, meeting, led in ((chair, later, 1), (representative, later, 0), (chair, item.meeting, 0)):
        client.force_login(person)
        page = client.get(meeting.get_absolute_url()).text
        assert ("1 case of this panel that you may see is led by the police" in page) == bool(led), person
        assert (f"Case {item.case.reference}</a>, since" in page) == bool(led), person
        read = client.get(reverse("panels_api:view_meeting", args=[meeting.reference])).json()["led_by_police"]
        assert [each["reference"] for each in read] == [item.case.reference] * led, person
    client.force_login(chair)
    at_one = queries_of(later.get_absolute_url())
    for name in ("Rowan", "Hazel"):
        case = factories.case(factories.referral(officer, given_names=name), coordinator, panel)
        cases.operations.move_case(case, by=chair, stage="police_led")
    assert queries_of(later.get_absolute_url()) == at_one <= 12
    assert "3 cases of this panel that you may see are led by the police" in client.get(later.get_absolute_url()).text


def test_support_that_is_not_agreed_to_any_more_ends_as_support_and_the_panel_looks_back_on_it(
    client, given_up, chair, panel, police
):
    client.force_login(chair)
    page = reverse("panels:decide_item", args=[given_up.reference])
    offered = [value for value, _ in client.get(page).context["form"].fields["judgement"].choices]
    assert offered == ["enter", "agreed_no_more", "refer_elsewhere", "police_led", "defer"]
    with pytest.raises(Refused, match="That is how it ends: the panel looks back on it"):
        operations.decide_item(given_up, by=chair, **NOTHING)
    wrong = client.post(page, SAYING | {"judgement": "agreed_no_more", "end_reason": "disengaged"})
    assert list(wrong.context["form"].errors) == ["change_since_start", "change_reason"]
    assert client.post(page, NO_MORE).status_code == 302
    executed("SELECT 1")
    case = now(given_up)
    assert (case.stage, outcome_of(case)) == ("exited", "withdrawn")
    assert case.review_after_support_on == clock.today() + relativedelta(months=6)
    sheet = client.get(reverse("reports:statutory_sheet", args=[case.reference])).content.decode()
    assert "It was not agreed to any more" in sheet
    assert "No final assessment is recorded" not in sheet
    read_everywhere(client, given_up, chair, "Canary-change.", "Canary-health")
    with clock.at(months_on(6)):
        held = started_meeting(panel, chair, police).items.get(case=case)
        client.logout()
        client.force_login(chair)
        asked = client.get(reverse("panels:record_review", args=[held.reference])).content.decode()
        assert "Ask them and their family for nothing" in asked
        operations.record_review(held, by=chair, **SAID)


def test_only_support_that_was_given_ends_so(item, chair):
    with pytest.raises(Refused, match="No support was given here that is not agreed to any more"):
        operations.decide_item(item, by=chair, **NO_MORE)
    exited = (
        "UPDATE cases_case SET stage = 'exited', ended_at = now(), retention_review_on = now(), review_after_support_on"
        " = ((now() AT TIME ZONE 'Europe/London')::date + interval '6 months')::date WHERE id = %s"
    )
    refused(exited, item.case_id, match="A case exits only where support was agreed to")


def test_nothing_stands_open_when_it_ends_so(given_up, chair, police):
    factories.action(given_up.case, police, chair)
    with pytest.raises(Refused, match="no action open"):
        operations.decide_item(given_up, by=chair, **NO_MORE)


def test_no_way_out_leaves_an_action_that_is_neither_done_nor_handed_over(item, chair, police):
    factories.action(item.case, police, chair)
    ended = "UPDATE cases_case SET stage = %s, ended_at = now(), retention_review_on = now() WHERE id = %s"
    for said in (ELSEWHERE, POLICE, NOTHING):
        with pytest.raises(Refused, match="neither done nor handed over: 1"):
            operations.decide_item(item, by=chair, **said)
        refused(ended, LEADS_TO[said["judgement"]], item.case_id, match="with no action open")


def test_what_a_way_out_needs(item, chair):
    for way, said, sentence in (
        (DEFER, {"awaited": ""}, "Say what the panel waits for"),
        (DEFER, {"awaited_from": ""}, "Say from whom"),
        (DEFER, {"awaited_by": None}, "Choose a day by which"),
        (DEFER, {"judgement": "enter"}, "said of a deferral only"),
        (DEFER, {"end_reason": "died"}, "Why a case ends is said where it ends"),
        (ELSEWHERE, {"onward_service": ""}, "Choose who helps instead"),
        (ELSEWHERE, {"arranged": ""}, "what was arranged"),
        (ELSEWHERE, {"health_or_care": ""}, "health or social care was considered"),
        (ELSEWHERE, {"end_reason": "risk_addressed"}, "a reason that goes with this judgement"),
        (POLICE, {"end_reason": ""}, "Choose why the case ends"),
        (POLICE, {"health_or_care": ""}, "health or social care was considered"),
        (POLICE, {"arranged": "x"}, "where the case is referred elsewhere"),
    ):
        with pytest.raises(Refused, match=sentence):
            operations.decide_item(item, by=chair, **way | said)


def test_the_database_wants_it_too(item, chair):
    for said, constraint in (
        (("refer_elsewhere", "x", "", "", "", "", "moved"), "elsewhere_says_who_helps"),
        (("remain", "", "housing", "x", "", "", ""), "elsewhere_says_who_helps"),
        (("defer", "", "", "", "", "", ""), "a_deferral_says_what_is_awaited"),
        (("agreed_no_more", "x", "", "", "", "", "moved"), "said what changed and why, unless nothing follows"),
        (("agreed_no_more", "", "", "", "same", "x", "moved"), "no_support_only_with_health_or_care"),
        (("police_led", "", "", "", "", "", "police"), "no_support_only_with_health_or_care"),
        (("no_further_action", "x", "", "", "", "", ""), "a_decision_that_ends_a_case_says_why"),
        (("enter", "", "", "", "", "", "died"), "a_decision_that_ends_a_case_says_why"),
        (("no_further_action", "x", "", "", "", "", "nobody"), "one of the reasons that are kept"),
    ):
        refused(INSERT, item.pk, *said, chair.pk, match=constraint)


def test_what_is_awaited_is_shown_with_how_often_at_the_next_meeting(client, item, chair, panel, police):
    client.force_login(chair)
    by_page = DEFER | BY_PAGE
    del by_page["awaited_by"]
    assert client.post(reverse("panels:decide_item", args=[item.reference]), by_page).status_code == 302
    read_everywhere(client, item, chair, "Canary-awaited.", "Canary-from")
    with clock.at(months_on(1)):
        meeting = started_meeting(panel, chair, police)
        again = meeting.items.get(case=item.case)
        client.logout()
        client.force_login(chair)
        for name, key in (
            ("panels:take_item", again.reference),
            ("panels:decide_item", again.reference),
            ("panels:view_agendaitem", again.reference),
        ):
            page = client.get(reverse(name, args=[key])).content.decode()
            assert [w for w in ("1 time.", "Canary-awaited.") if w in page] == ["1 time.", "Canary-awaited."], name
        found = client.get(reverse("panels_api:view_agendaitem", args=[again.reference])).json()["earlier_deferrals"]
        assert [each["awaited"] for each in found] == ["Canary-awaited."]
        operations.decide_item(again, by=chair, **DEFER)
        operations.end_meeting(meeting, by=chair)
    assert outcome_of(item.case) == "undecided"
