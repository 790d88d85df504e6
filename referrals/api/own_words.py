"""The endpoints of somebody's own words."""

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import own_words as forms
from referrals.models import OwnWords, Referral


class RecordOwnWords(OperationEndpoint):
    model = Referral
    operation = operations.record_own_words
    form_class = forms.OwnWordsForm


class AnswerDispute(OperationEndpoint):
    model = OwnWords
    operation = operations.answer_dispute
    form_class = forms.AnswerDisputeForm
