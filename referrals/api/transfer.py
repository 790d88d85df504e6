"""The endpoints by which a referral moves to another area."""

from django.urls import reverse

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import transfer as forms
from referrals.models import Referral


class OfferTransfer(OperationEndpoint):
    model = Referral
    operation = operations.offer_transfer
    form_class = forms.OfferTransferForm


class AcceptTransfer(OperationEndpoint):
    model = Referral
    operation = operations.accept_transfer


class DeclineTransfer(OperationEndpoint):
    model = Referral
    operation = operations.decline_transfer
    form_class = forms.DeclineTransferForm

    def destination(self, record, result):
        return reverse("referrals:list_referrals")


class TakeBackTransfer(OperationEndpoint):
    model = Referral
    operation = operations.take_back_transfer
    form_class = forms.TakeBackTransferForm
