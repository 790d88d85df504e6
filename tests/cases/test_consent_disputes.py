"""What the person or a parent disputes of an answer about support: beside it wherever that is shown."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cases import operations
from panels.operations import list_waiting_cases, start_meeting
from prevent_cases import clock
from prevent_cases.operations import Refused
from reports.models import Section
from tests import factories
from tests.cases.raw import refused
from tests.panels.reviews import summary_of

WORDS, ANSWERED = "Canary: I never said yes.", "Canary: his mother did."


@pytest.fixture
def line(supported):
    return supported.consents.get()


def disputed(line, by, words=WORDS):
    return factories.dispute(line.case, by, line, words=words)


# By hand: every page and endpoint on which an answer is shown, with words of it that stand there.
PLACES = {
    "cases:consent": "A mentor, weekly.",
    "cases_api:consent": "A mentor, weekly.",
    "reports:chronology": "Agreement to support: given",
    "reports_api:chronology": "Agreement to support: given",
    "reports:statutory_sheet": "Given: a parent",
    "reports_api:statutory_sheet": "Given: a parent",
    "reports:transfer_pack": "A mentor, weekly.",
    "reports_api:transfer_pack": "A mentor, weekly.",
}


def address(name, case, offer) -> str:
    return reverse(name, args=[(offer if name.endswith("transfer_pack") else case).reference])


def test_it_stands_beside_the_answer_in_every_place_with_its_own(
    client, line, other_area, coordinator, chair, stranger, text_of, todays
):
    """In a third of the places, by turns, and on paper."""
    case, places = line.case, todays(PLACES, 3)
    offer = factories.transfer(case, other_area, coordinator, signed_by=chair)
    client.force_login(chair)

    def read() -> dict[str, str]:
        pages = {name: client.get(address(name, case, offer)).content.decode() for name in places}
        return pages | {"summary": " ".join(text_of(summary_of(case, chair, "agreement").read()).split())}

    shown = PLACES | {"summary": "A mentor, weekly."}
    assert {name for name, text in read().items() if shown[name] not in text} == set()
    dispute = disputed(line, coordinator)
    assert {name for name, text in read().items() if WORDS not in text} == set()
    operations.answer_dispute(dispute, by=chair, outcome="stands", answer=ANSWERED)
    assert {name for name, text in read().items() if WORDS not in text or ANSWERED not in text} == set()
    # Beside what is in force, in the ledger, and of the day that somebody asks for.
    day = {"on_day": line.answered_on.day, "on_month": line.answered_on.month, "on_year": line.answered_on.year}
    assert client.get(reverse("cases:consent", args=[case.reference]), day).content.decode().count(WORDS) == 3
    in_error = reverse("cases:record_consent_in_error", args=[line.reference])
    assert WORDS in client.get(in_error).content.decode()
    operations.record_consent_in_error(line, by=coordinator, reason="Of his brother.")
    places = ["cases:consent"]
    assert {name for name, text in read().items() if WORDS not in text} == set()


def test_where_only_its_day_is_said_it_says_disputed(client, line, panel, coordinator, chair):
    case = line.case
    meeting = factories.meeting(panel)
    list_waiting_cases(meeting, by=coordinator)
    start_meeting(meeting, by=chair)
    client.force_login(chair)
    pages = [case.get_absolute_url(), reverse("panels:take_item", args=[case.agenda_items.get().reference])]
    said = f"Given on {line.answered_on:%-d %B %Y}"
    for text in (client.get(page).content.decode() for page in pages):
        assert said in text
        assert f"{said}, disputed" not in text
    dispute = disputed(line, coordinator)
    assert all(f"{said}, disputed" in client.get(page).content.decode() for page in pages)
    operations.answer_dispute(dispute, by=chair, outcome="stands", answer=ANSWERED)
    assert all(f"{said}, disputed" in client.get(page).content.decode() for page in pages)


def test_copies_that_hold_it_are_not_opened_any_more_and_no_others(client, line, coordinator, chair, unprinted):
    def opened(copy) -> int:
        return client.get(reverse("reports:open_casesummary", args=[copy.reference])).status_code

    others = [each for each in Section.values if each != "agreement"]
    said = []
    events = (
        lambda: said.append(disputed(line, coordinator)),
        lambda: operations.answer_dispute(said[0], by=chair, outcome="wrong", answer=ANSWERED),
    )
    for minutes, happen in enumerate(events, start=1):
        with clock.at(clock.now() + timedelta(minutes=minutes)):
            client.force_login(coordinator)
            holds, other = (summary_of(line.case, coordinator, *each) for each in (["agreement"], others))
            assert (opened(holds), opened(other)) == (200, 200)
            happen()
            assert (opened(holds), opened(other)) == (404, 200)


def test_it_is_kept_by_the_page_and_only_of_its_case(client, line, coordinator, officer, panel):
    client.force_login(coordinator)
    page = reverse("cases:record_dispute", args=[line.case.reference])
    ledger = reverse("cases:consent", args=[line.case.reference])
    assert f"{page}?of=consent-{line.reference}" in client.get(ledger).content.decode()
    today = clock.today()
    said = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year}
    sent = client.post(page, {"of": f"consent-{line.reference}", "whose": "person", "words": WORDS} | said)
    assert sent.status_code == 302
    assert WORDS in client.get(ledger).content.decode()
    other = factories.case(factories.referral(officer), coordinator, panel)
    with pytest.raises(Refused, match="that you may read"):
        factories.dispute(other, coordinator, line)
    refused(
        "INSERT INTO cases_dispute (reference, whose, words, said_on, recorded_by_id, recorded_at, due_on, outcome,"
        " answer, case_id, consent_id) SELECT 'x', whose, words, said_on, recorded_by_id, recorded_at, due_on, '', '',"
        " %s, consent_id FROM cases_dispute",
        other.pk,
        match="in its own case",
    )


def test_as_many_queries_at_one_as_at_five(
    client, line, other_area, panel, coordinator, chair, stranger, queries_of, todays
):
    meeting = factories.meeting(panel)
    list_waiting_cases(meeting, by=coordinator)
    start_meeting(meeting, by=chair)
    offer = factories.transfer(line.case, other_area, coordinator, signed_by=chair)
    client.force_login(chair)
    pages = [address(name, line.case, offer) for name in PLACES]
    pages += [line.case.get_absolute_url(), reverse("panels:take_item", args=[line.case.agenda_items.get().reference])]
    pages = todays(pages, 3)
    disputed(line, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        disputed(line, coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12, at_one
