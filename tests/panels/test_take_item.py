"""One case of a conference, beside the agenda: what stands on its page, who may open it, and where it leads."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from cases.operations import exclude_person
from panels import operations
from prevent_cases import clock
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from tests import factories
from tests.cases.test_purposes import SAID, page_of
from tests.panels.test_conference import ENTER, ON_PAGE


def address(item, name="take_item") -> str:
    return reverse(f"panels:{name}", args=[item.reference])


@pytest.fixture
def cases(case, officer, coordinator, panel, meeting, chair, police, police_representative):
    """Three on the agenda of a meeting that is being held."""
    made = [case, *(factories.case(factories.referral(officer), coordinator, panel) for _ in range(2))]
    for each in made:
        factories.share(each, police, coordinator)
        factories.section36(each, police_representative)
    operations.start_meeting(meeting, by=chair, chaired_for="council")
    return made


@pytest.fixture
def items(cases, meeting, police, chair):
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    return list(meeting.items.order_by("position"))


def agenda_on(text: str) -> list[tuple[str, str, str]]:
    """Of each line of the agenda at the side: whether it is marked as where we are, its words, and where it stands."""
    (nav,) = re.findall(r'<nav class="moj-side-navigation".*?</nav>', text, re.DOTALL)
    lines = re.findall(r"<a href[^>]*?( aria-current=\"page\")?>(.*?)<span.*?app-side-note\">(.*?)</span>", nav)
    return [("here" if current else "", words, state) for current, words, state in lines]


# What it shows


def test_the_agenda_stands_beside_it_and_leads_on(client, items, chair, meeting):
    first, second, last = items
    operations.decide_item(first, by=chair, **ENTER)
    client.force_login(chair)
    names = [f"{item.position}. {item.case.reference}" for item in items]
    assert agenda_on(client.get(address(second)).text) == [
        ("", names[0], "Decided"),
        ("here", names[1], "To decide"),
        ("", names[2], "To decide"),
    ]
    for here, following in ((first, second), (second, last)):
        assert f'href="{address(following)}" rel="next"' in client.get(address(here)).text
    page = client.get(address(last)).text
    assert "Next case" not in page
    assert f'href="{address(meeting, "conference")}">Back to the conference' in page
    read = client.get(address(meeting, "conference")).text
    assert [(item.case.reference in read, address(item) in read) for item in items] == [(True, True)] * 3
    assert (read.count(">To decide<"), read.count(">Decided<")) == (2, 1)


def test_of_other_cases_nothing_stands_on_it_but_their_references(
    client, items, childrens_services, representative, coordinator, chair
):
    first, second, _ = items
    for item, text in ((first, "Canary-of-first."), (second, "Canary-of-second.")):
        factories.share(item.case, childrens_services, coordinator)
        factories.contribution(item.case, childrens_services, representative, text=text)
    client.force_login(chair)
    page = client.get(address(second)).text
    assert "Canary-of-second." in page
    assert "Canary-of-first." not in page
    assert "Canary-of" not in client.get(address(second.meeting, "conference")).text


def test_it_says_whom_the_law_asks_for_until_they_are_there(client, cases, meeting, chair, police):
    client.force_login(chair)
    item = meeting.items.first()
    missing = "A police representative for the person&#x27;s home area must be present"
    assert missing in client.get(address(item)).text
    operations.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    page = client.get(address(item)).text
    assert missing not in page
    assert str(police) in page


def test_what_is_done_there_leads_back_there(client, items, chair, childrens_services, coordinator):
    item = items[1]
    factories.share(item.case, childrens_services, coordinator)
    client.force_login(chair)
    day = clock.today() + timedelta(days=9)
    action = {"agency": childrens_services.slug, "what": "Ring his aunt.", "due_on_day": day.day}
    action |= {"due_on_month": day.month, "due_on_year": day.year}
    agreed = client.post(address(item, "agree_action_at_item"), action)
    assert agreed.url == address(item)
    assert client.post(address(item, "decide_item"), ENTER | ON_PAGE).url == address(item)
    page = client.get(address(item)).text
    assert [words for words in ("Ring his aunt.", "Enter: offer support") if words not in page] == []
    assert address(item, "decide_item") not in page


@pytest.mark.parametrize(("begun", "ended"), [(False, False), (True, False), (True, True)])
def test_what_is_done_at_a_meeting_is_offered_while_it_goes_on(client, case, meeting, chair, begun, ended):
    item = meeting.items.get()
    if begun:
        operations.start_meeting(meeting, by=chair)
    if ended:
        operations.end_meeting(meeting, by=chair)
    client.force_login(chair)
    page = client.get(address(item)).text
    offered = [address(item, name) in page for name in ("decide_item", "agree_action_at_item")]
    assert offered == [begun and not ended] * 2
    assert agenda_on(page) == [("here", f"{item.position}. {case.reference}", "Not taken")]


def test_whoever_knows_of_a_hold_is_led_to_nothing_that_it_stops(client, items, chair, organiser, gateway):
    item = items[0]
    agree = address(item, "agree_action_at_item")
    factories.hold(item.case.individual, gateway)
    for person, offered in ((chair, False), (organiser, True)):
        client.force_login(person)
        page = client.get(address(item)).text
        assert (agree in page) is offered, person
        assert "On hold" not in page  # The screen may hang on a wall.
        told = "put on hold" in client.get(agree).text or "on hold" in client.get(agree).text
        assert told is not offered, person


# What it records


def test_opening_one_is_a_view_of_that_one_alone(client, items, chair, meeting):
    client.force_login(chair)
    before = AuditEntry.objects.count()
    client.get(address(items[1]))
    (entry,) = AuditEntry.objects.order_by("pk")[before:]
    assert entry.what == "panels.take_item"
    assert [item for item in items if entry in AuditEntry.objects.about(item)] == [items[1]]
    client.get(address(meeting, "conference"))
    (entry,) = AuditEntry.objects.order_by("pk")[before + 1 :]
    assert [item for item in items if entry in AuditEntry.objects.about(item)] == []


# Who may


def test_whoever_runs_the_meeting_and_sees_the_case(
    client, items, area, chair, organiser, coordinator, police_representative, representative, stranger
):
    item = items[0]
    elsewhere = factories.person(factories.panel(area, "Another panel"), PostKind.CHAIR, "Another Chair")
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gail Governance")
    for person, status in (
        (chair, 200),
        (organiser, 200),
        (coordinator, 200),
        (police_representative, 403),
        (governance, 403),
        (representative, 404),
        (elsewhere, 404),
        (stranger, 404),
    ):
        client.force_login(person)
        assert client.get(address(item)).status_code == status, person


def test_it_is_not_there_for_a_chair_who_is_kept_from_its_case_or_whose_panel_has_it_no_more(
    client, items, area, chair, coordinator, meeting
):
    kept, gone, stays = items
    exclude_person(kept.case, by=coordinator, person=chair, kind="relative", reason="His aunt.")
    other = factories.panel(area, "Another Panel", kind="social_inclusion")
    other_chair = factories.person(other, PostKind.CHAIR, "Cy Chair")
    operations.answer_panel_offer(factories.panel_offer(gone.case, other, coordinator), by=other_chair, accepted=True)
    client.force_login(chair)
    assert [client.get(address(item)).status_code for item in items] == [404, 404, 200]
    for page in (address(stays), address(meeting, "conference")):
        text = client.get(page).text
        assert [item.case.reference in text for item in items] == [False, False, True]


def test_a_purpose_is_asked_first(client, items, organiser, meeting):
    item = items[0]
    with clock.at(meeting.starts_at + timedelta(days=3)):
        client.force_login(organiser)
        conference = client.get(address(meeting, "conference")).text
        assert conference.count("You say first what you open it for") == 3
        answer = client.get(address(item))
        assert answer.status_code == 302
        assert answer.url == page_of(item.case, address(item))
        client.post(answer.url, SAID)
        read = client.get(address(item))
        assert read.status_code == 200
        # Of those about which nothing was said the agenda does not even say whether they are decided.
        assert [state for _, _, state in agenda_on(read.text)] == ["To decide"]
