"""The pages of who stands in at an agency."""

from cases import operations
from cases.forms.cover import NameCoverForm
from cases.models import Cover
from cases.shown.areas import covers
from prevent_cases.accounts.models import Agency
from prevent_cases.pages.views import OperationPage, RecordPage


class AgencyCover(RecordPage):
    """Who is away, and who stands in, now and to come."""

    model = Agency
    permission = "cases.name_cover"

    def context(self, request, record):
        return {"covers": covers(record, request.user)}


class NameCover(OperationPage):
    model = Agency
    operation = operations.name_cover
    form_class = NameCoverForm


class EndCover(OperationPage):
    model = Cover
    operation = operations.end_cover
