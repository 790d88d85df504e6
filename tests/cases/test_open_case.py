"""Opening a case for an accepted referral, or joining the one that is live."""

import pytest
from django.core.exceptions import PermissionDenied

from cases import operations
from cases.models import Case
from tests import factories


@pytest.fixture
def about_the_same_person(case, officer):
    return factories.referral_about(case.individual, officer)


def test_it_begins_with_gathering_information_and_carries_the_referral(referral, coordinator, panel):
    case = operations.open_case(referral, by=coordinator, panel=panel)
    assert (case.stage, case.individual, case.opened_by) == ("information_gathering", referral.individual, coordinator)
    assert [carried.referral for carried in case.carried_referrals.all()] == [referral]


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


def test_only_whoever_triages_opens_one(referral, organiser, panel):
    with pytest.raises(PermissionDenied):
        operations.open_case(referral, by=organiser, panel=panel)
