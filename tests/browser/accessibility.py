"""What axe-core finds on a page, as lines that a person can act on."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """Every violation of WCAG 2.0 to 2.2, A and AA, and of axe's best practice; no rule and no element is left out.

    The source is evaluated and not inserted, so that the page's content policy stays as it is.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    wanted = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("wanted => axe.run(document, wanted)", wanted)
    return [
        f"{page.url} {violation['id']} ({violation['impact']}): {violation['help']}: {node['html']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
