"""The proof of first pages at its smallest: what is timed finds what its reader may see, and it notices where not."""

from dataclasses import replace

import pytest

from benchmarks.first_pages import LISTS, first_pages, readers
from benchmarks.pages import Wrong
from benchmarks.people import make_people


def test_what_is_timed_of_a_first_page_finds_what_its_reader_may_see_and_uncut_everything(committed):
    people = make_people()
    everybody = readers(people, 600, sizes=(10,))
    assert len(everybody) == 7
    for address in LISTS:
        for reader in everybody:
            for page in first_pages(reader, address):
                page.go()
    # Of which the first sees every fiftieth, and uncut more than are counted.
    cut, uncut = first_pages(everybody[0], "/cases/?ended")
    assert [row[0] for row in cut.run()[0]] == [*range(551, 0, -50)]
    assert [row[0] for row in uncut.run()[0]] == [*range(600, 99, -1)]
    with pytest.raises(Wrong, match="for agency that sees 2 % finds"):
        cut.check(uncut.run())
    with pytest.raises(Wrong, match="/cases/ shows"):
        first_pages(replace(everybody[0], sees="id <= 10"), "/cases/")
