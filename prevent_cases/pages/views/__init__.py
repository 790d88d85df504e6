"""The page classes: a record, a list of records, an operation. Each asks the permission; none can be told not to.

A page fetches and authorises in one call. What a person may not see is 404; what they may see but not do is 403; what
is not possible now is the page with the sentence of the obstacle.
"""

from prevent_cases.pages.views.listing import PAGE_SIZE, RecordList, day_said, listed_page
from prevent_cases.pages.views.operating import OperationPage, address_after, made_form, said_after
from prevent_cases.pages.views.page import Page, RecordPage
from prevent_cases.pages.views.reading import fetched, permitted_record

__all__ = [
    "PAGE_SIZE",
    "OperationPage",
    "Page",
    "RecordList",
    "RecordPage",
    "address_after",
    "day_said",
    "fetched",
    "listed_page",
    "made_form",
    "permitted_record",
    "said_after",
]
