"""The pages of somebody's own words."""

from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import own_words as forms
from referrals.models import OwnWords, Referral


class RecordOwnWords(OperationPage):
    model = Referral
    operation = operations.record_own_words
    form_class = forms.OwnWordsForm


class AnswerDispute(OperationPage):
    model = OwnWords
    operation = operations.answer_dispute
    form_class = forms.AnswerDisputeForm
