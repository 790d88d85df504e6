"""The pages on which a referral moves to another area."""

from django.urls import reverse

from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import transfer as forms
from referrals.models import Referral
from referrals.models.transfer import open_transfer


class OfferTransfer(OperationPage):
    model = Referral
    operation = operations.offer_transfer
    form_class = forms.OfferTransferForm

    def destination(self, record, result):
        return record.get_absolute_url()


class OfOffer(OperationPage):
    """An answer to an offer, which is shown above the question."""

    model = Referral

    def context(self, request, record):
        return {"transfer": open_transfer(record)}


class AcceptTransfer(OfOffer):
    operation = operations.accept_transfer


class DeclineTransfer(OfOffer):
    operation = operations.decline_transfer
    form_class = forms.DeclineTransferForm

    def destination(self, record, result):
        return reverse("referrals:list_referrals")


class TakeBackTransfer(OfOffer):
    operation = operations.take_back_transfer
    form_class = forms.TakeBackTransferForm
