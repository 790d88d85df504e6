"""Ten thousand questions drawn by lot to every list and search: out comes what answers to it of all that is seen.

Run by `python3 run.py prove unseen`.
"""

from random import Random

from prevent_cases import clock
from tests.architecture.asking_lists import ask
from tests.architecture.product import assert_none
from tests.architecture.test_nobody_else_knows_of_a_hold import world
from tests.architecture.test_seen_and_unseen import drawn, in_small_pages, lots

__all__ = ["in_small_pages", "world"]

MANY, REFERRALS, CASES = 10_000, 40, 25


def test_what_is_shown_is_what_answers_of_all_that_is_seen(world, in_small_pages):
    dice = Random(str(clock.today()))
    with clock.at(clock.now()):
        readers = drawn(world, dice, REFERRALS, CASES)
    outcome = ask(readers, lots(readers, dice, MANY))
    assert_none(iter(outcome.faults))
    print(f"    {MANY:,} combinations of filters, orders, words and pages, asked of every list and search by")
    print(f"    {len(readers.people)} people: {outcome}; each as it is right by hand")
