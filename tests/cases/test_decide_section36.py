"""The section 36 decision."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import DecidedAs
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.operations import confirm_post, give_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import Section36Policy
from tests import factories

YES = {"reasonable_grounds": True, "grounds": "What he wrote, to whom, and what he asked for."}


@pytest.fixture
def shared(case, police, coordinator):
    factories.share(case, police, coordinator)
    return case


def test_yes_sends_the_case_to_its_panel(shared, police_representative):
    decision = operations.decide_section36(shared, by=police_representative, **YES)
    assert decision.decided_as == DecidedAs.POLICE
    assert shared.stage == "awaiting_panel"


def test_no_ends_the_case_with_what_happens_instead(shared, police_representative):
    operations.decide_section36(
        shared, by=police_representative, reasonable_grounds=False, grounds="None.", end_stage="referred_elsewhere"
    )
    assert (shared.stage, bool(shared.ended_at)) == ("referred_elsewhere", True)


def test_no_without_saying_what_instead_is_refused(client, shared, police_representative):
    with pytest.raises(Refused, match="what happens instead"):
        operations.decide_section36(shared, by=police_representative, reasonable_grounds=False, grounds="None.")
    client.force_login(police_representative)
    page = client.post(
        reverse("cases:decide_section36", args=[shared.reference]), {"reasonable_grounds": "no", "grounds": "None."}
    )
    assert page.status_code == 422
    assert "Choose what happens instead." in page.content.decode()


def test_it_is_made_once(shared, police_representative):
    operations.decide_section36(shared, by=police_representative, **YES)
    with pytest.raises(Refused, match="has been made"):
        operations.decide_section36(shared, by=police_representative, **YES)


def test_police_without_a_share_find_nothing(case, police_representative):
    with pytest.raises(NotVisible):
        operations.decide_section36(case, by=police_representative, **YES)


def test_a_council_officer_decides_only_where_the_area_authorised_it(shared, coordinator, area, representative):
    with pytest.raises(PermissionDenied):
        operations.decide_section36(shared, by=coordinator, **YES)


def test_whom_one_decides_for_is_not_settled_by_a_post_elsewhere(case, coordinator, other_area):
    """A coordinator of an area that authorised its council, who also speaks for the police of another area."""
    factories.policy(case.area, Section36Policy, council_decides=True)
    far = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    giver, second = factories.administrators(other_area)
    post = give_post(other_area, by=giver, email=coordinator.email, name="x", kind=PostKind.REPRESENTATIVE, agency=far)
    confirm_post(post, by=second)
    decision = operations.decide_section36(case, by=coordinator, **YES)
    assert decision.decided_as == DecidedAs.COUNCIL


def test_another_agency_with_a_share_does_not_decide(shared, childrens_services, coordinator, representative):
    factories.share(shared, childrens_services, coordinator)
    with pytest.raises(PermissionDenied):
        operations.decide_section36(shared, by=representative, **YES)


def test_by_the_page(client, shared, police_representative):
    client.force_login(police_representative)
    answers = {"reasonable_grounds": "yes", "grounds": "What he wrote."}
    done = client.post(reverse("cases:decide_section36", args=[shared.reference]), answers)
    assert done.url == shared.get_absolute_url()
    assert "What he wrote." in client.get(done.url).content.decode()
