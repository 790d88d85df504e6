"""Bar charts as inline SVG: the same picture on the page, on paper and in a PDF, without a script or a style."""

import textwrap
from collections.abc import Iterable
from typing import Any

# Pixels. Lengths of bars are percentages, so that letters keep their size at every width.
LINE, GAP_ABOVE_BAR, BAR, GAP = 20, 4, 14, 16
# What fits on a line of a screen 320 pixels wide, the words of the value among it.
LETTERS_A_LINE = 34


def bars(rows: Iterable[tuple]) -> dict[str, Any]:
    """Where each bar and its words stand.

    A row is ``(label, value)`` or ``(label, value, words)``; the words stand for the value where they are given, and a
    value of None (suppressed, not known) has no bar.
    """
    rows = [(str(label), value, words[0] if words else f"{value:,}") for label, value, *words in rows]
    longest = max((value for _, value, _ in rows if value is not None), default=0) or 1
    placed, top = [], 0
    for label, value, words in rows:
        lines = textwrap.wrap(label, max(LETTERS_A_LINE - len(words), 12)) or [""]
        text_tops = [top + LINE * (index + 1) - 5 for index in range(len(lines))]
        bar_top = top + LINE * len(lines) + GAP_ABOVE_BAR
        placed.append(
            {
                "lines": list(zip(lines, text_tops, strict=True)),
                "words": words,
                "words_top": text_tops[-1],
                "bar_top": bar_top,
                "bar_height": BAR,
                "percent": None if value is None else round(100 * value / longest, 1),
            }
        )
        top = bar_top + BAR + GAP
    return {"bars": placed, "height": max(top - GAP, 0) + 2}
