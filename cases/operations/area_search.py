"""Searching beyond the cases that one works on."""

from cases.models import AreaSearch
from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.operations import Refused, operation


@operation("cases.search_area", locked=False)
def search_area(area: Area, *, by: User, purpose: str) -> AreaSearch:
    """All cases of the area searched for words, for a purpose that is kept."""
    if not purpose:
        raise Refused("Say for what purpose you search all cases of this area.", field="purpose")
    return AreaSearch.objects.create(area=area, purpose=purpose, searched_by=by, searched_at=clock.now())
