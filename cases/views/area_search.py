"""Who searched all cases of an area, and for what purpose."""

from cases.models import AreaSearch
from prevent_cases.pages.views import RecordList


class ListAreaSearches(RecordList):
    model = AreaSearch
