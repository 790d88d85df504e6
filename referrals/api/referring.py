"""The endpoints of a referrer."""

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import referring as forms
from referrals.models import Referral


class SubmitReferral(OperationEndpoint):
    model = Area
    operation = operations.submit_referral
    form_class = forms.SubmitReferralForm


class AddToReferral(OperationEndpoint):
    model = Referral
    operation = operations.add_to_referral
    form_class = forms.AddToReferralForm
