"""axe-core on every page at both widths, and on every form sent empty: of which `test` looks at half.

Run by `python3 run.py prove pages`.
"""

import itertools

import pytest

from tests.browser.test_every_page import (
    WIDTHS,
    faults_of_empty_answers,
    faults_on_pages,
    forms_of_records,
    seen,
    world,
)

__all__ = ["seen", "world"]

pytestmark = pytest.mark.xdist_group("browser")


def test_every_page_at_both_widths(service, seen, browser):
    assert "\n".join(faults_on_pages(service, browser, seen, itertools.repeat(WIDTHS))) == ""
    print(f"    {sum(map(len, seen.values()))} pages as {len(seen)} people at {WIDTHS} px: nothing found, none cut off")


def test_every_form_sent_empty(service, world, browser):
    forms = forms_of_records()
    assert "\n".join(faults_of_empty_answers(service, browser, world, forms)) == ""
    print(f"    {len(forms)} forms sent empty: nothing found")
