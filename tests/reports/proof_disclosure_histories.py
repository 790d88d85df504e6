"""The ledger of disclosures lists what the audit trail says was disclosed, and nothing else, in a hundred histories.

Run by `python3 run.py prove disclosures`.
"""

from tests.reports.disclosure_histories import OF_TWO_CASES, compare_histories
from tests.reports.disclosure_trail import DISCLOSES
from tests.reports.test_disclosure_histories import people, supported
from tests.reports.test_ledger_is_whole import IN_THE_LEDGER

__all__ = ["people", "supported"]

HOW_MANY = 100


def test_the_ledger_lists_what_the_trail_says_in_a_hundred_histories(supported, people, unprinted):
    counted = compare_histories(supported, people, HOW_MANY, deeds=60)
    # Nothing was left out by the lot.
    assert [name for name in {*DISCLOSES, *IN_THE_LEDGER} - OF_TWO_CASES if not counted[name]] == []
    lines, readers = counted["lines"], counted["readers"]
    print(f"    {HOW_MANY} histories of a case, {lines} disclosures by {len(IN_THE_LEDGER)} operations: its page and")
    print("    its endpoint list each on its day, and nothing else, as a walk through the audit trail finds them;")
    print(f"    {readers} times somebody of an agency had opened it: it is there that it was open to them")
