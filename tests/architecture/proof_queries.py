"""Every page and endpoint that shows anything, where there is little of everything and where there is twenty times it.

Run by `python3 run.py prove queries`.
"""

from tests.architecture.product import assert_none
from tests.architecture.shown import SHOWN
from tests.architecture.test_queries import faults, world

__all__ = ["world"]
TIMES = 20


def test_every_address(world):
    assert_none(faults(world, SHOWN, TIMES))
    print(f"    {len(SHOWN)} pages and endpoints ask no more queries of {TIMES + 1} than of one, and no page too many")
