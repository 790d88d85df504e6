"""What is not asked changes nothing: every page and every endpoint, sent with everything.

Run by `python3 run.py prove what-is-sent`.
"""

from tests.architecture.product import assert_none
from tests.architecture.test_what_is_sent import OPERATING, faults


def test_what_is_not_asked_changes_nothing(world):
    done: set[str] = set()
    assert_none(faults(OPERATING, world, done))
    assert len(done) >= 120
    print(f"    {len(OPERATING)} pages and endpoints, {len(done)} of which did their work: nothing that is not asked")
