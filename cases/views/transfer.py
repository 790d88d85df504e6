"""The pages of a case that is offered to another area."""

from django.conf import settings
from django.shortcuts import resolve_url

from cases import operations
from cases.forms import transfer as forms
from cases.models import Case, CaseTransfer
from prevent_cases.look.forms import Form
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals.views.hold import StoppedByHold, known_hold


class OfferToArea(StoppedByHold):
    model = Case
    operation = operations.offer_to_area
    form_class = forms.OfferToAreaForm


class ViewCaseTransfer(RecordPage):
    """An offer as both sides read it, with the way to its pack."""

    model = CaseTransfer

    def context(self, request, record):
        return {"hold": known_hold(record.case, request.user)}


class SignTransfer(StoppedByHold):
    model = CaseTransfer
    operation = operations.sign_transfer
    form_class = Form


class TakeBackTransfer(OperationPage):
    model = CaseTransfer
    operation = operations.take_back_transfer
    form_class = Form


class PlaceTransfer(OperationPage):
    model = CaseTransfer
    operation = operations.place_transfer
    form_class = forms.PlaceTransferForm


class DeclineTransfer(OperationPage):
    model = CaseTransfer
    operation = operations.decline_transfer
    form_class = forms.DeclineTransferForm

    def destination(self, record, result):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
