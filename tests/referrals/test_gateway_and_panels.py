"""What the police gateway has said, or has not said yet, when a referral is to go to a panel."""

import pytest
from django.urls import reverse

from panels.operations import accept_referral
from prevent_cases.operations import Refused
from prevent_cases.reference.models import GatewayPolicy
from referrals import operations
from referrals.models import GatewayCategory, TriageDecision
from tests import factories

ACCEPTED = {"rationale": "A pattern over weeks.", "words_for_referrer": "Thank you."}
# What the police may say to end something.
AGAINST = [{"category": GatewayCategory.NOT_APPROPRIATE}, {"category": GatewayCategory.LIMITED, "proposes_end": True}]


@pytest.fixture
def against(request, referral, coordinator, police, gateway, supervisor):
    """The answer of the police with which they end something, signed."""
    asked = factories.at_gateway(referral, coordinator, police)
    answer = factories.answered(asked, gateway, **request.param)
    operations.sign_gateway_answer(answer, by=supervisor, agrees=True)
    referral.refresh_from_db()
    return answer


@pytest.mark.parametrize("against", AGAINST, indirect=True)
def test_against_the_answer_of_the_police_a_panel_takes_it_only_with_a_reason(against, referral, coordinator, panel):
    with pytest.raises(Refused, match="The police gateway answered that this is not for a panel") as refused:
        accept_referral(referral, by=coordinator, panel=panel, **ACCEPTED)
    assert refused.value.field == "panel_reason"
    accept_referral(referral, by=coordinator, panel=panel, panel_reason="The school asks for it.", **ACCEPTED)
    assert TriageDecision.objects.get(referral=referral).panel_reason == "The school asks for it."


@pytest.mark.parametrize("against", AGAINST, indirect=True)
def test_the_page_says_so_before_anything_is_written(client, against, referral, coordinator, panel):
    client.force_login(coordinator)
    page = client.get(reverse("panels:accept_referral", args=[referral.reference])).content.decode()
    assert "The police gateway answered that this is not for a panel." in page


def test_the_last_answer_counts(referral, coordinator, police, gateway, supervisor, panel):
    for said in (AGAINST[0], {}):
        answer = factories.answered(factories.at_gateway(referral, coordinator, police), gateway, **said)
        if said:
            operations.sign_gateway_answer(answer, by=supervisor, agrees=True)
        referral.refresh_from_db()
    assert accept_referral(referral, by=coordinator, panel=panel, **ACCEPTED)


PAGES = ("referrals:assess_referral", "panels:accept_referral")


@pytest.mark.parametrize("page", PAGES)
def test_while_the_police_are_to_be_asked_first_the_pages_lead_there(client, assessed, coordinator, panel, page):
    client.force_login(coordinator)
    shown = client.get(reverse(page, args=[assessed.reference])).content.decode()
    assert "once the police gateway has answered" in shown
    assert reverse("referrals:ask_gateway", args=[assessed.reference]) in shown


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("how", ["answered", "left out"])
def test_afterwards_and_where_they_are_not_asked_they_do_not(
    client, assessed, coordinator, panel, area, police, gateway, page, how
):
    if how == "answered":
        factories.answered(factories.at_gateway(assessed, coordinator, police), gateway)
    else:
        factories.policy(area, GatewayPolicy, used=False, agreement="Signed by the council and the police, 3 May.")
    client.force_login(coordinator)
    shown = client.get(reverse(page, args=[assessed.reference])).content.decode()
    assert "once the police gateway has answered" not in shown
