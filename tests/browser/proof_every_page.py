"""axe-core on every page and in every state at both widths, and on every form sent empty; every page without scripts,
and with scripts in every text.

`test` looks at a sample of each.

Run by `python3 run.py prove pages`.
"""

import pytest

from tests.browser.test_every_page import (
    WIDTHS,
    faults_of,
    faults_of_empty_answers,
    faults_of_faults,
    faults_on_pages,
    faults_without_scripts,
    find_scripts,
    forms_of_records,
    pages_open_to_all,
    seen,
    world,
)
from tests.browser.test_every_state import busy, longer_than_a_page, referrals_at_each_stage, where_nothing_has_happened

__all__ = ["busy", "seen", "world"]

pytestmark = pytest.mark.xdist_group("browser")


def test_every_page_at_both_widths(service, seen, browser):
    assert "\n".join(faults_on_pages(service, browser, seen, whole=True)) == ""
    print(f"    {sum(map(len, seen.values()))} pages as {len(seen)} people at {WIDTHS} px: nothing found, none cut off")


def test_every_page_without_scripts(service, seen, browser):
    assert "\n".join(faults_without_scripts(service, browser, seen)) == ""
    print("    the same without scripts: each shows what it has, and each form can be sent")


def test_every_page_open_to_all(service, world, browser):
    page, urls = browser.new_context(base_url=service.url).new_page(), pages_open_to_all()
    widths = (*WIDTHS[:1], 768, *WIDTHS[1:])
    assert "\n".join(fault for url in urls for fault in faults_of(page, url, whole=True, widths=widths)) == ""
    assert "\n".join(faults_of_faults(page, whole=True)) == ""
    print(f"    {len(urls)} pages open to all, and those of faults, at {widths} px: nothing found, none cut off")


def test_every_form_sent_empty(service, world, browser):
    forms = forms_of_records()
    assert "\n".join(faults_of_empty_answers(service, browser, world, forms, whole=True)) == ""
    print(f"    {len(forms)} forms sent empty: nothing found")


def test_every_state(service, busy, browser):
    for pages in (where_nothing_has_happened(), longer_than_a_page(busy), referrals_at_each_stage(busy)):
        assert "\n".join(faults_on_pages(service, browser, pages, whole=True)) == ""
    print("    pages with nothing on them, with more than a page, and of a referral at each stage: nothing found")


def test_nothing_that_somebody_wrote_is_run(service, world, seen, browser):
    """The last, as what it writes stays."""
    looked_at = find_scripts(service, world, seen, browser, whole=True)
    print(f"    {looked_at} pages with scripts in every text there is: none was run")
