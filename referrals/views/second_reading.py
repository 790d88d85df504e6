"""The pages of a second reader, and on which one is asked."""

from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import second_reading as forms
from referrals.models import Referral
from referrals.permissions.files import files_of
from referrals.views.as_sent import show_again


class AskSecondReader(OperationPage):
    model = Referral
    operation = operations.ask_second_reader
    form_class = forms.AskSecondReaderForm


class GiveSecondReading(OperationPage):
    """The referral as it was sent, and the question; whoever has answered it sees the referral no longer."""

    model = Referral
    operation = operations.give_second_reading
    form_class = forms.GiveSecondReadingForm

    def context(self, request, record):
        show_again(record, request.user)
        return {"files": files_of(record)}

    def destination(self, record, result):
        return "/"
