"""What the person or a parent disputes of what was planned for after support: beside it wherever that is shown."""

from datetime import timedelta
from itertools import product

import pytest
from django.urls import reverse

import cases.operations
from prevent_cases import clock
from prevent_cases.operations import Refused
from reports.models import Section
from tests import factories
from tests.cases.raw import refused
from tests.panels.reviews import exit_now, months_on, started_meeting, summary_of
from tests.standing import standing

WORDS, ANSWERED = "Canary: I have no mentor.", "Canary: one was found in May."


@standing
def exited(adopted, coordinator, chair):
    factories.consent(adopted, coordinator)
    return exit_now(adopted, coordinator, chair)


def disputed(case, by):
    return factories.dispute(case, by, case.exit_plan, words=WORDS)


# By hand: every page and endpoint on which the plan is shown.
PLACES = (
    "cases:support",
    "cases_api:support",
    "reports:chronology",
    "reports_api:chronology",
    "reports:statutory_sheet",
    "reports_api:statutory_sheet",
)


def test_it_stands_beside_the_plan_in_every_place_with_its_answer(
    client, exited, panel, coordinator, chair, police, police_representative, text_of, todays
):
    """In a third of the places, by turns, as the chair and as all who may read it."""

    def read(reader, name) -> str:
        if name == "summary":
            return " ".join(text_of(summary_of(exited, reader, "support").read()).split())
        client.force_login(reader)
        return client.get(reverse(name, args=[exited.reference])).content.decode()

    def without(asked, *words) -> set:
        return {each for each in asked for text in [read(*each)] if any(word not in text for word in words)}

    shown, readers = factories.EXIT_PLAN["continues"], (coordinator, chair, police_representative)
    by_chair = [(chair, name) for name in (*todays(PLACES, 3), "summary")]
    by_all = [*todays(product(readers, PLACES), 3), *todays(product(readers, ["summary"]), 3)]
    assert without(by_chair, shown) == set()
    dispute = disputed(exited, police_representative)
    assert without(by_all, WORDS) == set()
    cases.operations.answer_dispute(dispute, by=chair, outcome="stands", answer=ANSWERED)
    assert without(by_chair, WORDS, ANSWERED) == set()
    client.force_login(chair)
    lines = [
        said["words"]
        for part in client.get(reverse("reports_api:statutory_sheet", args=[exited.reference])).json()["parts"]
        for said in part["said"]
    ]
    assert [WORDS in line for line in lines if any(item in line for item in factories.EXIT_PLAN.values())] == [True] * 3
    with clock.at(months_on(6)):
        item = started_meeting(panel, chair, police).items.get()
        client.logout()
        client.force_login(chair)
        page = client.get(reverse("panels:record_review", args=[item.reference])).content.decode()
    assert all(words in page for words in (shown, WORDS, ANSWERED))


def test_copies_that_hold_it_are_not_opened_any_more_and_no_others(client, exited, coordinator, chair, unprinted):
    def opened(copy) -> int:
        return client.get(reverse("reports:open_casesummary", args=[copy.reference])).status_code

    others = [each for each in Section.values if each != "support"]
    said = []
    events = (
        lambda: said.append(disputed(exited, coordinator)),
        lambda: cases.operations.answer_dispute(said[0], by=chair, outcome="wrong", answer=ANSWERED),
    )
    for minutes, happen in enumerate(events, start=1):
        with clock.at(clock.now() + timedelta(minutes=minutes)):
            client.force_login(coordinator)
            holds, other = (summary_of(exited, coordinator, *each) for each in (["support"], others))
            assert (opened(holds), opened(other)) == (200, 200)
            happen()
            assert (opened(holds), opened(other)) == (404, 200)


def test_it_is_kept_by_the_page_and_only_of_its_case(client, exited, coordinator, officer, panel):
    client.force_login(coordinator)
    page = reverse("cases:record_dispute", args=[exited.reference])
    chosen = f"exit_plan-{exited.reference}"
    support = client.get(reverse("cases:support", args=[exited.reference])).content.decode()
    assert f"{page}?of={chosen}" in support
    today = clock.today()
    said = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year}
    assert client.post(page, {"of": chosen, "whose": "parent", "words": WORDS} | said).status_code == 302
    support = client.get(reverse("cases:support", args=[exited.reference])).content.decode()
    assert WORDS in support
    other = factories.case(factories.referral(officer), coordinator, panel)
    with pytest.raises(Refused, match="that you may read"):
        factories.dispute(other, coordinator, exited.exit_plan)
    refused(
        "INSERT INTO cases_dispute (reference, whose, words, said_on, recorded_by_id, recorded_at, due_on, outcome,"
        " answer, case_id, exit_plan_id) SELECT 'x', whose, words, said_on, recorded_by_id, recorded_at, due_on, '',"
        " '', %s, exit_plan_id FROM cases_dispute",
        other.pk,
        match="in its own case",
    )


def test_as_many_queries_at_one_as_at_five(client, exited, coordinator, queries_of, todays):
    client.force_login(coordinator)
    pages = [reverse(name, args=[exited.reference]) for name in todays(PLACES, 3)]
    disputed(exited, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        disputed(exited, coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12, at_one
