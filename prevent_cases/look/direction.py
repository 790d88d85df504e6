"""Characters that turn the direction of writing, shown as marks: what somebody wrote reads in the order it was written.

All text goes through here, on pages and in PDFs, whatever its template: this is their engine. What somebody goes on
writing in, a box of a form, holds what they wrote.
"""

import re
from typing import Any

from django.template.backends.django import DjangoTemplates, Template
from django.utils.safestring import SafeString

NAMES = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
TURNING = re.compile(f"[{''.join(NAMES)}]")
# Tags, with the values in them, and boxes to write in.
KEPT = re.compile(r"(<textarea\b.*?</textarea>|<[^<>]*>)", re.DOTALL | re.IGNORECASE)


def marked(html: str) -> str:
    """The same HTML with a mark such as ‹RLO› in the place of each such character of its text."""
    if not TURNING.search(html):
        return html
    parts = KEPT.split(html)
    parts[::2] = [TURNING.sub(lambda found: f"‹{NAMES[found[0]]}›", text) for text in parts[::2]]
    return SafeString("".join(parts))


class MarkingTemplate(Template):
    def render(self, context: dict[str, Any] | None = None, request: Any = None) -> SafeString:
        return marked(super().render(context, request))


class Templates(DjangoTemplates):
    """Django's own engine, whose templates mark what they show."""

    def from_string(self, template_code: str) -> MarkingTemplate:
        return MarkingTemplate(super().from_string(template_code).template, self)

    def get_template(self, template_name: str) -> MarkingTemplate:
        return MarkingTemplate(super().get_template(template_name).template, self)
