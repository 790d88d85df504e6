"""What axe-core finds on a page, as lines that a person can act on."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
WHAT_IT_FINDS = """async wanted => (await axe.run(document, wanted)).violations.flatMap(
    ({id, impact, help, nodes}) => nodes.map(({html}) => `${id} (${impact}): ${help}: ${html}`))"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


# Each element by what it looks like and is said to be, in the one around it.
WHAT_IT_SHOWS = """() => {
    const kind = element => [element.localName, ...element.classList, element.role, element.type].join(" ")
    const inside = element => `${kind(element.parentElement)} > ${kind(element)}`
    return [...new Set([...document.querySelectorAll("body *")].map(inside))]
}"""
_shown: set[str] = set()


def violations(page: Page) -> list[str]:
    """Every violation of WCAG 2.0 to 2.2, A and AA, and of axe's best practice; no rule and no element is left out.

    The source is evaluated and not inserted, so that the page's content policy stays as it is. It is itself a script:
    of a page without any, a copy is asked about.
    """
    if page.evaluate("document.body.classList.contains('js-enabled')"):
        return [f"{page.url} {found}" for found in found_on(page)]
    copy = copies(page.context.browser, urljoin(page.url, "/health/live"))
    copy.set_viewport_size(page.viewport_size)
    copy.set_content(re.sub("<script.*?</script>", "", page.content()))
    return [f"{page.url} without scripts {found}" for found in found_on(copy)]


@cache
def copies(browser: Browser, url: str) -> Page:
    """Where copies are looked at: an address of the service, so that they find their style sheet."""
    page = browser.new_page()
    page.goto(url)
    return page


def found_on(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    wanted = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "selectors": False}
    return page.evaluate(WHAT_IT_FINDS, wanted)


def shows_something_new(page: Page) -> bool:
    """Whether it has an element of a kind, or inside another of a kind, that no page asked about before had.

    For a sample, since most pages are put together of the same parts. `python3 run.py prove pages` looks at all.
    """
    shown = set(page.evaluate(WHAT_IT_SHOWS)) - _shown
    _shown.update(shown)
    return bool(shown)


def violations_if_new(page: Page) -> list[str]:
    return violations(page) if shows_something_new(page) else []
