"""What axe-core does not look for on a page (goal U-02), as lines that a person can act on."""

from playwright.sync_api import Page

# Evaluated in the page: what a link is called says in its row or paragraph where it leads (WCAG 2.4.4), the title says
# what and whose the page is (2.4.2), and text that a reader spaces out stays within the window (1.4.12). And each says
# that nobody here is real.
WHAT_WE_FIND = """() => {
    const faults = [], places = new Map()
    const words = element => element.textContent.replace(/\\s+/g, " ").trim()
    for (const link of document.querySelectorAll("main a[href]")) {
        const said = [link, link.closest("tr, li, dd, p") ?? link].map(words).join(" in "), place = link.pathname
        if (places.has(said) && places.get(said) !== place) faults.push(`two places are called “${said}”`)
        places.set(said, place)
    }
    if (!document.body.textContent.includes("Invented data only")) faults.push("it does not say: invented data only")
    // What a family is handed names no service.
    const title = document.querySelector(".app-letter") ? /^(?!.*Prevent Cases).*\\S/ : /^.+ – Prevent Cases$/
    if (!title.test(document.title)) faults.push(`its title is “${document.title}”`)
    const spaced = new CSSStyleSheet()
    spaced.replaceSync(`p {margin-bottom: 2em !important}
        * {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}`)
    document.adoptedStyleSheets = [spaced]
    if (document.documentElement.scrollWidth > innerWidth) faults.push("spaced out it is wider than the window")
    document.adoptedStyleSheets = []
    return faults
}"""


def own_faults(page: Page) -> list[str]:
    return [f"{page.url}: {fault}" for fault in page.evaluate(WHAT_WE_FIND)]
