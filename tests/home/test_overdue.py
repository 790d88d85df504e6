"""Home says which referrals are past the day by which they were to be decided."""

from datetime import timedelta

import pytest

from prevent_cases import clock
from referrals import operations
from tests import factories

pytestmark = pytest.mark.made_anew


@pytest.mark.parametrize("urgency", ["normal", "urgent"])
def test_a_referral_is_overdue_the_day_after_and_an_urgent_one_stays_urgent(client, officer, coordinator, urgency):
    referral = factories.referral(officer, urgency=urgency, urgency_reason="He has packed a bag.")
    badges = []
    for moment in (clock.now(), clock.now() + timedelta(days=60)):
        with clock.at(moment):
            client.logout()
            client.force_login(coordinator)
            sections = client.get("/").context["sections"]
            badges += [ask.badge for section in sections for ask in section.asks if referral.reference in ask.text]
    assert badges == (["Urgent", "Urgent"] if urgency == "urgent" else ["", "Overdue"])


def test_the_area_that_sent_it_away_for_an_answer_still_answers_for_it(client, officer, coordinator, other_area):
    returned, offered = (factories.received(factories.referral(officer), coordinator) for _ in range(2))
    operations.return_to_referrer(returned, by=coordinator, questions=["Who saw it?"])
    operations.offer_transfer(offered, by=coordinator, to_area=other_area, reason="He has moved.")
    with clock.at(clock.now() + timedelta(days=60)):
        client.force_login(coordinator)
        section = next(each for each in client.get("/").context["sections"] if each.title == "Referrals to triage")
    assert {(ask.text, ask.badge) for ask in section.asks} == {
        (f"With the referrer, to answer: referral {returned.reference}", "Overdue"),
        (f"Offered to {other_area}, not answered yet: referral {offered.reference}", "Overdue"),
    }
