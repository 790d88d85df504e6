"""Words that go from hand to hand: no provider is named in them, whoever wrote the name and wherever."""

import re
from collections.abc import Callable

from django.utils.html import escape

from prevent_cases.accounts.models import Agency, AgencyType


def without_providers() -> Callable[[str], str]:
    """Puts its reference in the place of every provider's name, in text and in HTML."""
    by_name = {
        name.casefold(): agency.name_on_paper
        for agency in Agency.objects.filter(type=AgencyType.PROVIDER)
        for name in (agency.name, escape(agency.name))
    }
    if not by_name:
        return str
    longest_first = sorted(by_name, key=len, reverse=True)
    names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first), re.IGNORECASE)
    return lambda words: names.sub(lambda found: by_name[found[0].casefold()], words)
