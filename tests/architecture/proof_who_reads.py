"""Every page and endpoint about a case, asked by everybody, against the table written by hand.

Run by `python3 run.py prove who-reads`.
"""

from tests.architecture.product import assert_none
from tests.architecture.test_who_reads_the_file import asked_about, not_asked_first, otherwise, written_by_hand
from tests.architecture.world import the_case


def test_all_of_it_is_as_written(world):
    asked = list(asked_about(the_case()))
    assert_none(otherwise(world, asked, written_by_hand()))
    assert_none(not_asked_first(world, asked))
    print(f"    {len(asked)} pages and endpoints about a case, asked by everybody: as the table says")
