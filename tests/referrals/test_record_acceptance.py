"""Recording that a referral is accepted; accepting one, with its case, is an operation of panels."""

import pytest
from django.core.exceptions import PermissionDenied

from prevent_cases.operations import Refused
from referrals import operations
from tests import factories

WORDS = {"rationale": "A pattern over weeks.", "words_for_referrer": "Thank you."}


@pytest.fixture
def assessed(assessed):
    factories.without_gateway(assessed.area)
    return assessed


def test_the_panel_and_the_reasons_are_kept(assessed, coordinator, panel):
    operations.record_acceptance(assessed, by=coordinator, panel=panel, **WORDS)
    assessed.refresh_from_db()
    assert (assessed.stage, assessed.decision.panel, assessed.decision.rationale) == (
        "accepted",
        panel,
        WORDS["rationale"],
    )


def test_not_to_a_panel_of_another_area(assessed, coordinator, other_area):
    with pytest.raises(Refused, match="in another area"):
        operations.record_acceptance(assessed, by=coordinator, panel=factories.panel(other_area), **WORDS)


def test_a_decided_referral_is_not_decided_again(assessed, coordinator, panel):
    operations.record_acceptance(assessed, by=coordinator, panel=panel, **WORDS)
    with pytest.raises(Refused, match="This referral has been decided: accepted"):
        operations.record_acceptance(assessed, by=coordinator, panel=panel, **WORDS)


def test_only_the_coordinator_decides(assessed, organiser, panel):
    with pytest.raises(PermissionDenied):
        operations.record_acceptance(assessed, by=organiser, panel=panel, **WORDS)
