"""The endpoints of a second reader."""

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import second_reading as forms
from referrals.models import Referral


class AskSecondReader(OperationEndpoint):
    model = Referral
    operation = operations.ask_second_reader
    form_class = forms.AskSecondReaderForm


class GiveSecondReading(OperationEndpoint):
    model = Referral
    operation = operations.give_second_reading
    form_class = forms.GiveSecondReadingForm

    def destination(self, record, result):
        # Whoever was asked to read it and nothing else no longer sees it.
        return "/"
