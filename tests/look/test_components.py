"""The page of components shows every one, and is what the browser and axe-core make of it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from prevent_cases.look.templatetags import look
from tests.browser.accessibility import violations

pytestmark = pytest.mark.urls("prevent_cases.look.urls")


@pytest.fixture
def html(client) -> str:
    return client.get(reverse("components")).content.decode()


def test_every_component_is_on_the_page(html):
    shown = set(re.findall(r"<code>(\w+)</code>", html))
    assert shown >= set(look.register.tags) - {"marking"}
    assert 'class="app-marking"' in html


def test_every_tag_has_a_template_of_its_name_and_every_template_a_tag():
    templates = {path.stem for path in Path(settings.BASE_DIR, "templates", "components").glob("*.html")}
    assert templates == set(look.register.tags)


def test_a_badge_says_how_soon_and_never_how_great_a_risk():
    assert {
        "Urgent", "Now", "Today", "Overdue", "Review due", "No answer", "Not reported", "Not seen yet", "Lapsed",
    } == look.URGENCIES  # fmt: skip
    with pytest.raises(ValueError, match="“High risk” says nothing of how soon"):
        look.urgency("High risk")


def test_no_id_stands_twice(html):
    assert [name for name, times in Counter(re.findall(r' id="([^"]+)"', html)).items() if times > 1] == []


def test_whatever_is_pointed_at_is_there(html):
    ids = set(re.findall(r' id="([^"]+)"', html))
    pointed_at = re.findall(r' (?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"', html)
    assert {name for names in pointed_at for name in names.split()} - ids == set()


def test_axe_finds_nothing_and_nothing_sticks_out(visit):
    page = visit(1280, reverse("components"))
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        if width != 768:  # There axe-core looks with `run.py prove pages`.
            assert violations(page) == []


def test_axe_finds_nothing_in_forced_colours(visit):
    assert violations(visit(1280, reverse("components"), forced_colors="active")) == []


def test_a_table_takes_the_tab_key_only_where_it_has_to_be_scrolled(visit):
    stops = "document.querySelectorAll('.app-table[tabindex]').length"
    narrow, wide = visit(320, reverse("components")), visit(1280, reverse("components"))
    narrow.wait_for_timeout(100)
    assert (narrow.evaluate(stops), wide.evaluate(stops)) == (1, 0)


def test_on_paper_stands_no_address_and_nothing_that_could_be_pressed(visit):
    page = visit(1280, reverse("components"))
    page.emulate_media(media="print")
    behind = "[...document.querySelectorAll('a[href]')].map((each) => getComputedStyle(each, '::after').content)"
    assert set(page.evaluate(behind)) == {"none"}
    for words, printed in (("Check and send", True), ("Ask a colleague to go on", False)):
        assert page.get_by_text(words).is_visible() is printed


def test_stacked_on_a_narrow_screen_a_table_is_one_still(visit):
    wide, narrow = (visit(width, reverse("components")) for width in (1280, 320))
    tables = [page.get_by_role("table", name="What happened") for page in (wide, narrow)]
    assert tables[0].aria_snapshot() == tables[1].aria_snapshot()
    cells = [table.get_by_role("row").nth(1).get_by_role("cell").all() for table in tables]
    assert [len({cell.bounding_box()["y"] for cell in each}) for each in cells] == [1, 2]


def test_each_cell_says_in_which_column_it_stands_unless_it_speaks_for_itself():
    head = '<tr><th scope="col">Who</th><th scope="col">Why <b>now</b></th><th scope="col">Until</th></tr>'
    body = '<tr><td colspan="2">A</td><td>B</td></tr><tr><th scope="row">C</th><td>D</td><td data-column="">E</td></tr>'
    told = re.findall(r'<td role="cell"(?: data-column="(.*?)")?', look.stacked(head + body))
    assert told == ["", "Until", "Why now", ""]


def test_a_document_being_made_becomes_ready_without_a_reload_and_keeps_nobody_signed_in(visit):
    page = visit(1280, reverse("components"))
    with page.expect_request(lambda request: request.headers.get("x-background") == "yes"):
        pass
    waiting = page.get_by_text("is being made")
    waiting.wait_for(state="detached", timeout=5000)
    assert page.get_by_role("button", name="Open the meeting's pack").count() == 2


def test_without_javascript_the_page_says_the_same(visit):
    with_script = visit(1280, reverse("components")).inner_text("main")
    without = visit(1280, reverse("components"), java_script_enabled=False).inner_text("main")
    differs = set(without.splitlines()) ^ set(with_script.splitlines())
    assert differs == {"You have 2,000 characters remaining", "Show"}
