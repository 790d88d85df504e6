"""Everybody who may not know of a hold on a case, by every post and standing, at every address.

Run by `python3 run.py prove hold`.
"""

from tests.test_nobody_else_knows_of_a_hold import compare_over_a_case, made_once, others, world

__all__ = ["made_once", "world"]


def test_over_a_case_as_everybody(world):
    people = others(world)
    compare_over_a_case(world, people)
    print(f"    {len(people)} people: no page, endpoint or header differs with a hold")
