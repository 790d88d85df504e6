"""The endpoints of a referrer."""

from django.urls import reverse

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.documents import api as documents
from referrals import operations
from referrals.forms import referring as forms
from referrals.models import Referral


class ReferrerEndpoint(OperationEndpoint):
    """What a referrer does, who sees their referral on a page of their own."""

    model = Referral

    def destination(self, record, result):
        return reverse("referrals:follow_referral", args=[record.reference])


class SubmitReferral(ReferrerEndpoint):
    """Its files are sent before, each by itself (``documents.ReceiveFile``), and named here by their references."""

    model = Area
    operation = operations.submit_referral
    form_class = forms.SubmitReferralForm

    def destination(self, record, result):
        return super().destination(result, result)


class BringIn(documents.BringIn):
    model = Area
    drafted = operations.submit_referral
    errand = "referrals.bring_in_form"


class BroughtIn(documents.BroughtIn):
    drafted = operations.submit_referral
    task_list_url = "referrals:draft"


class LetLeadKnow(OperationEndpoint):
    model = Referral
    operation = operations.let_lead_know
    form_class = forms.LetLeadKnowForm

    def destination(self, record, result):
        return record.address_for(self.request.user)


class AddToReferral(ReferrerEndpoint):
    operation = operations.add_to_referral
    form_class = forms.AddToReferralForm
