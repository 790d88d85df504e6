"""Coming to something by the Tab key alone."""

from playwright.sync_api import Locator

MOST = 120
# How many stops of the Tab key lie between where somebody is and an element behind it. Of radio buttons, which are one
# stop, the one counts that is chosen, or else the first; whatever is a stop besides these is found on the way.
STOPS_BETWEEN = """element => {
    const here = document.activeElement, behind = Node.DOCUMENT_POSITION_FOLLOWING
    const first = ({name}) =>
        document.querySelector(`input[name='${name}']:checked`) || document.getElementsByName(name)[0]
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(each =>
        here.compareDocumentPosition(each) & behind && each.compareDocumentPosition(element) & behind
        && each.type !== "hidden" && !each.disabled && each.tabIndex >= 0
        && each.checkVisibility({visibilityProperty: true}) && (each.type !== "radio" || each === first(each))).length
}"""
IS_THERE = "element => element === document.activeElement"
IS_PAST = "element => element.compareDocumentPosition(document.activeElement) === Node.DOCUMENT_POSITION_FOLLOWING"


def tab_to(wanted: Locator) -> int:
    """Press Tab until it is there; how often that was.

    It is not asked after each key whether it is there, where it cannot be yet: that takes longer than the key.
    """
    element, pressed = wanted.element_handle(), 0
    while not element.evaluate(IS_THERE):
        was_past = element.evaluate(IS_PAST)
        for _ in range(element.evaluate(STOPS_BETWEEN) + 1):
            wanted.page.keyboard.press("Tab")
            pressed += 1
        assert pressed < MOST, f"Tab does not lead to {wanted}."
        assert was_past or not element.evaluate(IS_PAST), f"There are fewer stops before {wanted} than are counted."
    return pressed
