"""What the person or a parent disputes of a panel's decision: beside it in every place where that is shown."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from panels import operations
from panels.models import DecisionDispute, Minutes
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays
from reports.models import CaseSummary
from reports.operations import make_case_summary, request_case_summary
from tests import factories
from tests.cases.raw import refused
from tests.cases.transfer import said_at_home

SAID, ANSWERED = "Canary: nobody asked me.", "Canary: he was asked on Monday."


@pytest.fixture
def item(case, meeting, coordinator, chair, police, police_representative):
    """Of a meeting that has started, at which the panel has decided to offer support."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    item = meeting.items.get()
    operations.decide_item(item, by=chair, **factories.ADOPTED)
    return item


@pytest.fixture
def issued(item, chair, do_errands):
    operations.end_meeting(item.meeting, by=chair)
    do_errands()
    return item


# By hand: every page and endpoint on which a decision is shown, with words of it that stand there.
PLACES = {
    "panels:case_meetings": "Enter: offer support",
    "panels:view_meeting": "Enter: offer support",
    "panels:take_item": "Enter: offer support",
    "panels:view_agendaitem": "A mentor could help.",
    "panels_api:view_agendaitem": "A mentor could help.",
    "reports:chronology": "A mentor could help.",
    "reports_api:chronology": "A mentor could help.",
    "reports:statutory_sheet": "Enter: offer support",
    "reports_api:statutory_sheet": "Enter: offer support",
    "reports:transfer_pack": "A mentor could help.",
    "reports_api:transfer_pack": "A mentor could help.",
}


def address(name, item, offer) -> str:
    of = {"view_meeting": item.meeting, "take_item": item, "view_agendaitem": item, "transfer_pack": offer}
    return reverse(name, args=[of.get(name.partition(":")[2], item.case).reference])


def printed(text_of, case, reader) -> str:
    """What stands in the minutes that are opened now, and in a summary of today."""
    summary = request_case_summary(case, by=reader, sections=["meetings"])
    make_case_summary(CaseSummary.objects.get(pk=summary.pk), by=system_user())
    opened = Minutes.objects.permitted(reader, "panels.view_minutes").get()
    pdfs = [opened.read(), CaseSummary.objects.get(pk=summary.pk).read()]
    return [" ".join(text_of(each).split()) for each in pdfs]


def test_it_stands_beside_the_decision_in_every_place_with_its_answer(
    client, issued, other_area, coordinator, chair, text_of, do_errands, stranger, todays
):
    """In a third of the places, by turns, and on paper."""
    places = todays(PLACES, 3)
    offer = factories.transfer(issued.case, other_area, coordinator, signed_by=chair)
    client.force_login(chair)

    def read() -> dict[str, str]:
        pages = {name: client.get(address(name, issued, offer)).content.decode() for name in places}
        return pages | dict(zip(("minutes", "summary"), printed(text_of, issued.case, chair), strict=True))

    shown = PLACES | {"minutes": "A mentor could help.", "summary": "A mentor could help."}
    assert {name for name, text in read().items() if shown[name] not in text} == set()
    dispute = factories.decision_dispute(issued, coordinator, words=SAID)
    do_errands()
    assert {name for name, text in read().items() if SAID not in text} == set()
    operations.answer_decision_dispute(dispute, by=chair, outcome="stands", answer=ANSWERED)
    do_errands()
    for name, text in read().items():
        assert SAID in text, name
        assert ANSWERED in text, name


def test_the_sheet_of_a_case_that_ended_says_it_beside_each_line_of_the_decision(
    client, case, meeting, coordinator, chair, police, police_representative
):
    factories.share(case, police, coordinator)
    grounds = factories.section36(case, police_representative)
    operations.start_meeting(meeting, by=chair)
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    none = {
        "judgement": "no_further_action",
        "end_reason": "explained",
        "reached": "unanimous",
        "rationale": "All is well at home.",
    }
    operations.decide_item(meeting.items.get(), by=chair, **none, health_or_care="Both were considered.")
    factories.decision_dispute(meeting.items.get(), police_representative, words=SAID)
    factories.dispute(case, coordinator, grounds, words="Canary: I never wrote it.")
    client.force_login(coordinator)
    read = client.get(reverse("reports_api:statutory_sheet", args=[case.reference])).json()["parts"]
    lines = [said["words"] for part in read for said in part["said"]]
    for decided in ("No further action", "Both were considered."):
        assert [SAID in line for line in lines if decided in line] == [True], decided
    assert [line for line in lines if "There are reasonable grounds" in line and "I never wrote it" in line]


def test_it_is_kept_and_answered_in_time_and_the_minutes_are_made_anew(
    client, unprinted, area, issued, coordinator, chair, police_representative, do_errands
):
    first = Minutes.objects.get()
    client.force_login(police_representative)
    page = reverse("panels:record_decision_dispute", args=[issued.reference])
    assert page in client.get(issued.get_absolute_url()).content.decode()
    assert (
        reverse("panels:case_meetings", args=[issued.case.reference])
        in client.get(reverse("cases:record_dispute", args=[issued.case.reference])).content.decode()
    )
    unsaid = client.post(page, {"words": "Canary-kept."})
    assert (unsaid.status_code, sorted(unsaid.context["form"].errors)) == (422, ["said_on", "whose"])
    assert "Canary-kept." in unsaid.content.decode()
    today = clock.today()
    said = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year}
    assert client.post(page, {"whose": "parent", "words": SAID} | said).status_code == 302
    dispute = DecisionDispute.objects.get()
    within = TriagePolicy.of(area).disputes_answered_within
    assert (dispute.whose, dispute.due_on) == ("parent", WorkingDays.of(area).due(clock.now(), within))
    # Nobody opens minutes without it, from that moment on.
    assert client.get(first.get_absolute_url()).status_code == 404
    assert "The minutes are being made." in client.get(issued.get_absolute_url()).content.decode()
    do_errands()
    assert client.get(Minutes.objects.latest("pk").get_absolute_url()).status_code == 200
    assert dispute.get_answer_url() not in client.get(issued.get_absolute_url()).content.decode()
    for answers in (coordinator, chair):
        assert said_at_home(answers, f"Answer what is disputed of a decision: case {issued.case.reference}")
    assert not said_at_home(police_representative, "Answer what is disputed")
    client.force_login(coordinator)
    assert dispute.get_answer_url() in client.get(issued.get_absolute_url()).content.decode()
    asked = client.get(dispute.get_answer_url()).content.decode()
    assert all(words in asked for words in (SAID, "A mentor could help."))
    assert client.post(dispute.get_answer_url(), {"outcome": "wrong"}).status_code == 422
    assert client.post(dispute.get_answer_url(), {"outcome": "wrong", "answer": ANSWERED}).status_code == 302
    assert not said_at_home(coordinator, "Answer what is disputed")
    dispute.refresh_from_db()
    with pytest.raises(Refused, match="has been answered"):
        operations.answer_decision_dispute(dispute, by=coordinator, outcome="stands", answer="No.")
    with pytest.raises(Refused, match="future"):
        factories.decision_dispute(issued, coordinator, said_on=today + timedelta(days=1))


def test_before_there_are_minutes_none_are_asked_for_and_what_is_not_decided_is_not_disputed(
    case, item, meeting, panel, coordinator, chair
):
    factories.decision_dispute(item, coordinator)
    assert not Minutes.objects.exists()
    later = panel.meetings.filter(started_at=None).order_by("starts_at").first()
    listed = operations.list_case(later, by=coordinator, case=case)
    with pytest.raises(Refused, match="no decision to dispute"):
        factories.decision_dispute(listed, coordinator)


def test_who_keeps_it_and_who_answers_it(
    client, item, coordinator, chair, organiser, governance, police_representative, representative, stranger
):
    dispute = factories.decision_dispute(item, chair)
    factories.purpose(item.case, governance)
    addresses = ("record_decision_dispute", item), ("answer_decision_dispute", dispute)
    for person, answers in {
        coordinator: [200, 200],
        chair: [200, 200],
        governance: [200, 403],
        police_representative: [200, 403],
        organiser: [403, 403],
        representative: [404, 404],
        stranger: [404, 404],
    }.items():
        client.force_login(person)
        got = [client.get(reverse(f"panels:{name}", args=[of.reference])).status_code for name, of in addresses]
        posted = [
            client.post(reverse(f"panels_api:{name}", args=[of.reference]), {}, content_type="application/json")
            for name, of in addresses
        ]
        assert got == answers, person
        assert [each.status_code for each in posted] == [422 if got == 200 else got for got in answers], person
    for person, refusal in ((organiser, PermissionDenied), (stranger, NotVisible)):
        with pytest.raises(refusal):
            factories.decision_dispute(item, person)


def test_the_database_keeps_it_as_said(item, coordinator):
    dispute = factories.decision_dispute(item, coordinator)
    refused("UPDATE panels_decisiondispute SET words = 'x'", match="Cannot update")
    refused("UPDATE panels_decisiondispute SET answered_at = now()", match="says_what_came_of_it")
    operations.answer_decision_dispute(dispute, by=coordinator, outcome="unclear", answer="Nobody wrote it down.")
    refused("UPDATE panels_decisiondispute SET answer = 'x'", match="Cannot update")


def test_as_many_queries_at_one_as_at_five(
    client, unprinted, issued, other_area, coordinator, chair, queries_of, stranger, todays
):
    offer = factories.transfer(issued.case, other_area, coordinator, signed_by=chair)
    client.force_login(chair)
    pages = todays(["/", *(address(name, issued, offer) for name in PLACES)], 3)
    factories.decision_dispute(issued, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        factories.decision_dispute(issued, coordinator)
    assert [queries_of(page) for page in pages] == at_one
