"""Opening a case for an accepted referral, or joining the one that is live."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Case
from prevent_cases.accounts.models import PanelKind
from prevent_cases.operations import Refused
from tests import factories


@pytest.fixture
def other_panel(area):
    """Neither is Channel nor acts as one."""
    return factories.panel(area, "Youth Panel", kind=PanelKind.SOCIAL_INCLUSION)


@pytest.fixture
def about_the_same_person(case, officer):
    return factories.referral_about(case.individual, officer)


def test_at_a_panel_acting_as_channel_it_gathers_information_until_section_36(referral, coordinator, panel):
    case = operations.open_case(referral, by=coordinator, panel=panel)
    assert (case.stage, case.individual, case.opened_by) == ("information_gathering", referral.individual, coordinator)
    assert [carried.referral for carried in case.carried_referrals.all()] == [referral]
    assert case.awaits_section36
    assert [carried.referral for carried in case.carried_referrals.to_decide()] == [referral]


def test_at_another_panel_it_awaits_the_panel_and_no_section_36_decision(referral, officer, coordinator, other_panel):
    case = operations.open_case(referral, by=coordinator, panel=other_panel)
    further = factories.referral_about(case.individual, officer)
    assert operations.open_case(further, by=coordinator, panel=other_panel) == case
    case.refresh_from_db()
    assert (case.stage, case.awaits_section36, case.carried_referrals.count()) == ("awaiting_panel", False, 2)
    assert not case.carried_referrals.to_decide().exists()


def test_a_further_referral_goes_to_the_panel_that_has_the_case(
    client, case, about_the_same_person, coordinator, panel, other_panel
):
    factories.assessed(about_the_same_person, coordinator)
    client.force_login(coordinator)
    url = reverse("panels:accept_referral", args=[about_the_same_person.reference])
    page = client.get(url).content.decode()
    assert "The person has a live case with Channel Panel, which this joins." in page
    with pytest.raises(Refused, match="a live case with Channel Panel") as refusal:
        operations.open_case(about_the_same_person, by=coordinator, panel=other_panel)
    assert refusal.value.field == "panel"
    assert case.carried_referrals.count() == 1


def test_a_new_referral_joins_the_live_case_of_the_person(case, about_the_same_person, coordinator, panel):
    assert operations.open_case(about_the_same_person, by=coordinator, panel=panel) == case
    assert case.carried_referrals.count() == 2


def test_after_the_case_has_ended_another_is_opened(
    case, about_the_same_person, coordinator, panel, police, police_representative
):
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    opened = operations.open_case(about_the_same_person, by=coordinator, panel=panel)
    assert opened != case
    assert Case.objects.filter(individual=case.individual, ended_at=None).get() == opened


def test_one_that_is_opened_again_leads_back_to_the_earlier_case_whoever_may_see_that(
    client, case, about_the_same_person, coordinator, panel, police, police_representative, childrens_services,
    representative,
):  # fmt: skip
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    opened = operations.open_case(about_the_same_person, by=coordinator, panel=panel)
    factories.share(opened, childrens_services, coordinator)
    for reader, seen in ((coordinator, opened), (coordinator, case), (representative, opened)):
        client.force_login(reader)
        page = client.get(seen.get_absolute_url()).content.decode()
        leads = reader == coordinator and seen == opened
        assert (f'href="{case.get_absolute_url()}">{case.reference}</a>, ended on' in page) is leads
        read = client.get(reverse("cases_api:view_case", args=[seen.reference])).json()
        assert read["earlier_cases"] == ([case.reference] if leads else [])
        # Nobody learns of it who does not see it.
        assert (case.reference in page) is (reader == coordinator)


def test_only_whoever_triages_opens_one(referral, organiser, panel):
    with pytest.raises(PermissionDenied):
        operations.open_case(referral, by=organiser, panel=panel)


def test_the_referral_leads_to_its_case_whoever_may_see_that(client, case, referral, coordinator, front_door):
    for reader, led in ((coordinator, True), (front_door, False)):
        client.force_login(reader)
        page = client.get(referral.get_absolute_url()).content.decode()
        assert (f'href="{case.get_absolute_url()}"' in page) is led
