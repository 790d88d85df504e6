"""The pages of those who receive a referral: how urgent it is, and whether social care is told."""

from django.urls import reverse

from prevent_cases.access import rules
from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import receiving as forms
from referrals.models import Referral
from referrals.views.as_sent import show_again
from referrals.views.triage import settled


class JudgeUrgency(OperationPage):
    """Whoever triages too goes on to the assessment; a front door has passed the referral on."""

    model = Referral
    operation = operations.judge_urgency
    form_class = forms.JudgeUrgencyForm

    def form(self, request, record, *data):
        fetch_together(record, **settled(record))
        return super().form(request, record, *data)

    def context(self, request, record):
        show_again(record, request.user)
        return {}

    def destination(self, record, result):
        if rules["referrals.triage_referral"].permits(self.request.user, record):
            return reverse("referrals:assess_referral", args=[record.reference])
        return record.get_absolute_url()


class RecordParallelReferral(OperationPage):
    model = Referral
    operation = operations.record_parallel_referral
    form_class = forms.ParallelReferralForm
