"""Home says which referrals are past the day by which they were to be decided."""

from datetime import timedelta

import pytest

from prevent_cases import clock
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
