"""``{% load contacts %}{% danger_first area %}``: whom to ring before anything is written, 999 first."""

from collections.abc import Iterable
from typing import Any

from django import template

from prevent_cases.accounts.models import Area
from prevent_cases.reference import directory

register = template.Library()


@register.inclusion_tag("reference/_danger_first.html")
def danger_first(areas: Area | Iterable[Area], folded: bool = False) -> dict[str, Any]:
    """The contacts of one area, or of several; ``folded`` where people are in the middle of something."""
    areas = [areas] if isinstance(areas, Area) else areas
    return {"lines": directory.danger_first(areas), "folded": folded}


@register.inclusion_tag("reference/_whom_to_ring.html")
def whom_to_ring(area: Area, *kinds: str) -> dict[str, Any]:
    """An area's contacts of these kinds: ``{% whom_to_ring area "material" "emergency" %}``."""
    return {"lines": directory.lines([directory.Directory.of(area)], *kinds)}


@register.simple_tag
def numbers_of(area: Area) -> dict[str, str]:
    """Whom to ring for each kind of thing, within a sentence: ``{% numbers_of area as ring %}{{ ring.emergency }}``."""
    return directory.Directory.of(area).in_words()
