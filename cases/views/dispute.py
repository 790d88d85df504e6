"""The pages of what is disputed of a case."""

from cases import operations
from cases.forms.dispute import RecordDisputeForm
from cases.models import Case, Dispute
from cases.permissions.dispute import reading_of
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.views import OperationPage
from referrals.forms.own_words import AnswerDisputeForm


class RecordDispute(OperationPage):
    """What ``of`` in the address names, as the links beside it do, is chosen already."""

    model = Case
    operation = operations.record_dispute
    form_class = RecordDisputeForm

    def form(self, request, record, *data):
        form = super().form(request, record, *data)
        form.initial = {"of": request.GET.get("of")}
        return form


class AnswerDispute(OperationPage):
    """What is disputed stands here as well: it is written to the trail as read."""

    model = Dispute
    operation = operations.answer_dispute
    form_class = AnswerDisputeForm

    def context(self, request, record):
        AuditEntry.view(record.disputed, by=request.user, what=reading_of(record.disputed).name)
        return {}
