"""The endpoints of what is disputed of a case."""

from cases import operations
from cases.forms.dispute import RecordDisputeForm
from cases.models import Case, Dispute
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.api.parts import part
from referrals.forms.own_words import AnswerDisputeForm

# With whatever is disputed.
DisputeSerializer = part(
    Dispute, "reference", "whose", "words", "said_on", "due_on", "outcome", "answer", "answered_at"
)


class RecordDispute(OperationEndpoint):
    model = Case
    operation = operations.record_dispute
    form_class = RecordDisputeForm


class AnswerDispute(OperationEndpoint):
    model = Dispute
    operation = operations.answer_dispute
    form_class = AnswerDisputeForm
