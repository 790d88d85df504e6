"""The endpoints of those who receive a referral."""

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import receiving as forms
from referrals.models import Referral


class JudgeUrgency(OperationEndpoint):
    model = Referral
    operation = operations.judge_urgency
    form_class = forms.JudgeUrgencyForm


class RecordParallelReferral(OperationEndpoint):
    model = Referral
    operation = operations.record_parallel_referral
    form_class = forms.ParallelReferralForm
