"""The pages on which a case comes to a panel, and what was agreed to there."""

from django.conf import settings
from django.shortcuts import resolve_url

from cases.forms.consent import ConsentForm, WithdrawalForm
from cases.forms.panel_offer import AnswerPanelOfferForm
from cases.forms.section36 import Section36InErrorForm
from cases.forms.transfer import AnswerTransferForm
from cases.models import (
    Case,
    CaseTransfer,
    PanelOffer,
)
from panels import forms, operations
from panels.models import (
    ConferenceRequest,
)
from prevent_cases.pages.views import OperationPage
from referrals.models import awaits_gateway
from referrals.views.triage import DecideReferral


class AcceptReferral(DecideReferral):
    operation = operations.accept_referral
    form_class = forms.AcceptReferralForm

    def context(self, request, record):
        return {"awaits_gateway": awaits_gateway(record)}


class RecordConsent(OperationPage):
    model = Case
    operation = operations.record_consent
    form_class = ConsentForm


class RecordWithdrawal(OperationPage):
    model = Case
    operation = operations.record_withdrawal
    form_class = WithdrawalForm


class RecordSection36InError(OperationPage):
    model = Case
    operation = operations.record_section36_in_error
    form_class = Section36InErrorForm


class AnswerPanelOffer(OperationPage):
    model = PanelOffer
    operation = operations.answer_panel_offer
    form_class = AnswerPanelOfferForm

    def destination(self, record, result):
        taken_on = record.case.panel_id == record.to_panel_id
        return record.case.get_absolute_url() if taken_on else resolve_url(settings.LOGIN_REDIRECT_URL)


class AnswerTransfer(OperationPage):
    model = CaseTransfer
    operation = operations.answer_transfer
    form_class = AnswerTransferForm

    def context(self, request, record):
        asked = ConferenceRequest.objects.filter(referral__in=record.referred().order_by().values("pk"))
        return {"conferences": asked.not_held().order_by("pk")}

    def destination(self, record, result):
        return result.get_absolute_url() if result else resolve_url(settings.LOGIN_REDIRECT_URL)
