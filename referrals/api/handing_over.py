"""The endpoints by which a referral in the making goes to a safeguarding lead and back."""

from django.urls import reverse

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import handing_over as forms
from referrals.models import DraftReferral


class HandOverDraft(OperationEndpoint):
    model = DraftReferral
    operation = operations.hand_over_draft
    form_class = forms.HandOverForm


class HandBackDraft(OperationEndpoint):
    model = DraftReferral
    operation = operations.hand_back_draft
    form_class = forms.HandBackForm

    def destination(self, record, result):
        return reverse("referrals:refer")


class TakeBackDraft(OperationEndpoint):
    model = DraftReferral
    operation = operations.take_back_draft
    form_class = forms.TakeBackForm
