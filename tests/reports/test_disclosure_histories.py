"""The ledger of disclosures lists what the audit trail says was disclosed, and nothing else, in random histories."""

from datetime import date

import pytest

from tests import factories
from tests.reports.disclosure_deeds import Cast, cast
from tests.reports.disclosure_histories import OF_TWO_CASES, compare_histories, differences
from tests.reports.disclosure_trail import DISCLOSES, Disclosed
from tests.reports.test_ledger_is_whole import IN_THE_LEDGER


@pytest.fixture
def supported(adopted, coordinator):
    """A case in which support was agreed to: everything that can be done in one can be done."""
    factories.consent(adopted, coordinator)
    return adopted


@pytest.fixture
def people(area, panel, coordinator, chair, officer, police, police_representative, there, stranger, thea) -> Cast:
    here = {"panel": panel, "coordinator": coordinator, "chair": chair, "officer": officer}
    elsewhere = {"there": there, "coordinator_there": stranger, "chair_there": thea}
    return cast(area, police, police_representative, **here, **elsewhere)


def test_the_ledger_lists_what_the_trail_says_in_some_histories(supported, people, unprinted):
    """`python3 run.py prove disclosures` compares a hundred."""
    assert compare_histories(supported, people, 3, deeds=20)["lines"] > 10


def test_a_line_too_few_and_one_too_many_are_found():
    shared = Disclosed(date(2027, 5, 3), "Shared", "Housing", "Read", "Cora Coordinator")
    later = shared._replace(day=date(2027, 5, 4))
    assert differences([shared, later], [later, shared]) == []
    assert differences([shared, shared], [shared]) == [f"in the trail alone: {shared}"]
    assert differences([shared], [later]) == [f"in the trail alone: {shared}", f"in the ledger alone: {later}"]


def test_whatever_is_in_the_ledger_can_be_done_in_a_history():
    # That one calls the operation of the cases of this name, which is there.
    assert set(IN_THE_LEDGER) - {"panels.answer_transfer"} - OF_TWO_CASES <= set(DISCLOSES)
