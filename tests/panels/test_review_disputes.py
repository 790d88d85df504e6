"""What the person or a parent disputes of a review after support: beside it in every place where that is shown."""

from itertools import product

import pytest
from django.urls import reverse

from panels import operations
from panels.models import DecisionDispute, Minutes
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from reports.models import Section
from tests import factories
from tests.cases.raw import refused
from tests.cases.transfer import said_at_home
from tests.panels.reviews import SAID, exit_now, months_on, started_meeting, summary_of
from tests.standing import standing

WORDS, ANSWERED = "Canary: nobody came to see me.", "Canary: they came in May."


@standing
def item(adopted, coordinator, chair, panel, police):
    """Where the panel has looked back on support, at a meeting that has ended; seven months on."""
    factories.consent(adopted, coordinator)
    exit_now(adopted, coordinator, chair)
    with clock.at(months_on(7)):
        item = started_meeting(panel, chair, police).items.get()
        operations.record_review(item, by=chair, **SAID)
        operations.end_meeting(item.meeting, by=chair)
        operations.make_minutes(item.minutes.get(), by=system_user())
    return item


@pytest.fixture(autouse=True)
def seven_months_on(item):
    with clock.at(months_on(7)):
        yield


def disputed(item, by, **said) -> DecisionDispute:
    return factories.decision_dispute(item, by, review=item.reviews.first(), **{"words": WORDS} | said)


# By hand: every page and endpoint on which what a review found is shown.
PLACES = (
    "panels:case_meetings",
    "panels:view_agendaitem",
    "panels_api:view_agendaitem",
    "reports:chronology",
    "reports_api:chronology",
    "reports:statutory_sheet",
    "reports_api:statutory_sheet",
)
PAPERS = ("minutes", "summary")


def address(name, item) -> str:
    return reverse(name, args=[(item if name.endswith("agendaitem") else item.case).reference])


def test_it_stands_beside_the_review_in_every_place_with_its_answer(
    client, item, coordinator, chair, police_representative, text_of, do_errands, todays
):
    """In a third of the places, by turns, as the chair and as all who may read it."""

    def read(reader, name) -> str:
        if name in PAPERS:
            minutes = Minutes.objects.permitted(reader, "panels.view_minutes")
            pdf = minutes.get() if name == "minutes" else summary_of(item.case, reader, "support")
            return " ".join(text_of(pdf.read()).split())
        client.force_login(reader)
        return client.get(address(name, item)).content.decode()

    def without(asked, *words) -> set:
        return {each for each in asked for text in [read(*each)] if any(word not in text for word in words)}

    readers = (coordinator, chair, police_representative)
    by_chair = [(chair, name) for name in (*todays(PLACES, 3), *PAPERS)]
    by_all = [*todays(product(readers, PLACES), 3), *todays(product(readers, PAPERS), 3)]
    assert without(by_chair, "Canary-why") == set()
    dispute = disputed(item, coordinator)
    do_errands()
    assert without(by_all, WORDS) == set()
    operations.answer_decision_dispute(dispute, by=chair, outcome="stands", answer=ANSWERED)
    do_errands()
    assert without(by_chair, WORDS, ANSWERED) == set()


def test_copies_that_hold_it_are_not_opened_any_more_and_no_others(client, item, coordinator, chair, unprinted):
    def opened(copy) -> int:
        return client.get(reverse("reports:open_casesummary", args=[copy.reference])).status_code

    others = [each for each in Section.values if each != "support"]
    said = []
    events = (
        lambda: said.append(disputed(item, coordinator)),
        lambda: operations.answer_decision_dispute(said[0], by=chair, outcome="wrong", answer=ANSWERED),
    )
    for days, happen in enumerate(events, start=1):
        with clock.at(months_on(7, days)):
            client.logout()
            client.force_login(coordinator)
            first = Minutes.objects.last().get_absolute_url()
            holds, other = (summary_of(item.case, coordinator, *each) for each in (["support"], others))
            assert (client.get(first).status_code, opened(holds), opened(other)) == (200, 200, 200)
            happen()
            assert (client.get(first).status_code, opened(holds), opened(other)) == (404, 404, 200)
            operations.make_minutes(Minutes.objects.last(), by=system_user())


def test_it_is_kept_by_the_page_and_answered(client, item, coordinator, police_representative):
    client.force_login(police_representative)
    page = reverse("panels:record_decision_dispute", args=[item.reference])
    assert f"{page}?review=6" in client.get(item.get_absolute_url()).content.decode()
    form = client.get(page, {"review": 6}).context["form"]
    assert str(form["review"].value()) == "6"
    unsaid = client.post(page, {"words": WORDS, "whose": "parent"})
    assert (unsaid.status_code, sorted(unsaid.context["form"].errors)) == (422, ["review", "said_on"])
    day = item.case.opened_at
    said = {"said_on_day": day.day, "said_on_month": day.month, "said_on_year": day.year}
    assert client.post(page, {"review": 6, "whose": "parent", "words": WORDS} | said).status_code == 302
    dispute = DecisionDispute.objects.get()
    assert (dispute.review, dispute.decision, dispute.whose) == (item.reviews.get(), None, "parent")
    assert said_at_home(coordinator, f"Answer what is disputed of a review: case {item.case.reference}")
    client.force_login(coordinator)
    asked = client.get(dispute.get_answer_url()).content.decode()
    assert all(words in asked for words in (WORDS, "Canary-why", "Review 6 months after support: no concern"))
    assert client.post(dispute.get_answer_url(), {"outcome": "wrong", "answer": ANSWERED}).status_code == 302
    assert not said_at_home(coordinator, "Answer what is disputed")


def test_only_what_was_held_there_is_disputed_there(item, panel, coordinator, chair, police):
    with pytest.raises(Refused, match="Choose a review that was held here"):
        factories.decision_dispute(item, coordinator)
    disputed(item, coordinator)
    with clock.at(months_on(12)):
        other = started_meeting(panel, chair, police).items.get()
        with pytest.raises(Refused, match="no decision to dispute"):
            disputed(other, coordinator)
        operations.record_review(other, by=chair, **SAID)
        with pytest.raises(Refused, match="Choose a review that was held here"):
            factories.decision_dispute(other, coordinator, review=item.reviews.get())
    copied = (
        "INSERT INTO panels_decisiondispute (reference, whose, words, said_on, recorded_by_id, recorded_at, due_on,"
        " outcome, answer, item_id, review_id, decision_id) SELECT 'x', whose, words, said_on, recorded_by_id,"
        " recorded_at, due_on, '', '', %s, review_id, %s FROM panels_decisiondispute"
    )
    refused(copied, other.pk, None, match="at its own item")
    refused(copied, item.pk, 1, match="a_decision_or_of_a_review")


def test_whoever_may_not_see_the_review_does_not_notice(
    client, item, coordinator, chair, officer, organiser, representative, area, police_representative
):
    dispute = disputed(item, coordinator)
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    factories.purpose(item.case, governance)
    for person, answers in {
        coordinator: [200, 200],
        chair: [200, 200],
        governance: [200, 403],
        police_representative: [200, 403],
        organiser: [403, 403],
        representative: [404, 404],
        officer: [404, 404],
    }.items():
        client.force_login(person)
        addresses = ("record_decision_dispute", item), ("answer_decision_dispute", dispute)
        got = [client.get(reverse(f"panels:{name}", args=[of.reference])).status_code for name, of in addresses]
        assert got == answers, person


def test_as_many_queries_at_one_as_at_five(client, item, coordinator, chair, queries_of, todays):
    client.force_login(chair)
    pages = todays(["/", *(address(name, item) for name in PLACES)], 3)
    disputed(item, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(4):
        disputed(item, coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12, at_one
