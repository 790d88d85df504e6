"""Whatever three hundred people try with a referral, it takes no way that is not in the table.

Run by `python3 run.py prove ways`.
"""

import pytest

from referrals.models import TRANSITIONS
from tests.referrals.test_ways import let_them_try, people

__all__ = ["let_them_try", "people"]


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_whatever_is_tried_no_referral_takes_another_way(let_them_try):
    taken = let_them_try(300)
    there_are = sum(map(len, TRANSITIONS.values()))
    print(f"    {len(taken)} of the {there_are} ways were taken, and no other")
    assert len(taken) > there_are * 2 / 3
