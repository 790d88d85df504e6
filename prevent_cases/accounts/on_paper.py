"""Words that go from hand to hand: no provider is named in them, whoever wrote the name and wherever."""

import re
from collections.abc import Callable

from django.utils.html import escape

from prevent_cases.accounts.models import Agency, AgencyType


def without_providers() -> Callable[[str], str]:
    """Puts its reference in the place of every provider's name, in text and in the text of HTML."""
    by_name = {
        name: agency.name_on_paper
        for agency in Agency.objects.filter(type=AgencyType.PROVIDER)
        for name in (agency.name, escape(agency.name))
    }
    if not by_name:
        return str
    longest_first = sorted(by_name, key=len, reverse=True)
    # Each in a group of its own: letters that are alike in no other way but large and small find it too. Tags are met
    # first, and left as they are.
    names = re.compile(
        "|".join([r"(<[^<>]*>)", *(rf"(?<!\w)({re.escape(name)})(?!\w)" for name in longest_first)]), re.IGNORECASE
    )
    references = [by_name[name] for name in longest_first]
    return lambda words: names.sub(lambda found: found[0] if found[1] else references[found.lastindex - 2], words)
