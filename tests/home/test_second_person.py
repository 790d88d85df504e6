"""Home asks the second person whether something was found untrue: whoever may answer, and did not propose it."""

import pytest
from django.urls import reverse

from referrals import operations
from tests import factories

FOUND = "The neighbour who said it told the school that it was made up."


@pytest.fixture
def proposed(officer, coordinator):
    referral = factories.ended(factories.referral(officer), coordinator)
    operations.propose_found_untrue(referral, by=coordinator, reason=FOUND)
    return referral


@pytest.fixture
def asked_of(client):
    """What somebody is asked about found untrue, as text and hint."""

    def asked(person) -> list[tuple[str, str]]:
        client.force_login(person)
        sections = client.get("/").context["sections"]
        return [(ask.text, ask.hint) for section in sections for ask in section.asks if "untrue" in ask.text]

    return asked


@pytest.mark.parametrize("who", ["governance", "second_coordinator"])
def test_whoever_may_answer_is_asked_and_led_to_the_answer(client, request, asked_of, proposed, school, who):
    person = request.getfixturevalue(who)
    ((text, hint),) = asked_of(person)
    assert text == f"Found untrue? Answer as the second person: referral {proposed.reference}"
    assert hint.startswith(f"From {school}, proposed on ")
    page = client.get(proposed.get_absolute_url()).content.decode()
    assert reverse("referrals:answer_found_untrue", args=[proposed.reference]) in page


@pytest.mark.parametrize("who", ["coordinator", "chair", "organiser", "front_door", "stranger"])
def test_neither_whoever_proposed_it_nor_anybody_who_may_not_answer_is_asked(request, asked_of, proposed, who):
    assert asked_of(request.getfixturevalue(who)) == []


@pytest.mark.parametrize("agreed", [True, False])
def test_answered_it_is_asked_of_nobody_and_proposed_again_of_whoever_proposed_before(
    asked_of, proposed, coordinator, governance, second_coordinator, agreed
):
    operations.answer_found_untrue(proposed, by=governance, agreed=agreed, answer_reason="I asked too.")
    assert asked_of(governance) == asked_of(second_coordinator) == []
    if not agreed:
        operations.propose_found_untrue(proposed, by=second_coordinator, reason=FOUND)
        assert len(asked_of(coordinator)) == len(asked_of(governance)) == 1
        assert asked_of(second_coordinator) == []


def test_it_presses_from_the_day_it_was_proposed_and_is_not_lost_behind_what_is_due_later(
    client, officer, proposed, second_coordinator
):
    for _ in range(9):
        factories.referral(officer)
    client.force_login(second_coordinator)
    section = next(each for each in client.get("/").context["sections"] if each.title == "Referrals to triage")
    assert "untrue" in section.shown[0].text
    assert "untrue" not in "".join(ask.text for ask in section.asks[1:])


@pytest.mark.parametrize("who", ["governance", "second_coordinator"])
def test_it_takes_no_query_more(request, client, officer, coordinator, proposed, queries_of, who):
    client.force_login(request.getfixturevalue(who))
    at_one = queries_of("/")
    for _ in range(8):
        referral = factories.ended(factories.referral(officer), coordinator)
        operations.propose_found_untrue(referral, by=coordinator, reason=FOUND)
    assert queries_of("/") == at_one <= 12
