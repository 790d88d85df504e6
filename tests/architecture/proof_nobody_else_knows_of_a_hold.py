"""Everybody who may not know of a hold, on a case or set with the answer about a referral, at every address.

Run by `python3 run.py prove hold`.
"""

import pytest

from tests.architecture.test_nobody_else_knows_of_a_hold import (
    compare_over_a_case,
    compare_over_a_referral,
    others,
    world,
)

__all__ = ["world"]


@pytest.mark.parametrize("compare", [compare_over_a_case, compare_over_a_referral])
def test_as_everybody(world, compare):
    people = others(world)
    compare(world, people)
    print(f"    {compare.__name__}, {len(people)} people: no page, endpoint or header differs with a hold")
