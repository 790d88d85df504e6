"""The pages of those who receive referrals: the worklist, a referral, the decision."""

from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals import operations
from referrals.forms import triage as forms
from referrals.models import Referral, Stage


class ListReferrals(RecordList):
    """The worklist of those who receive and oversee referrals."""

    model = Referral

    def queryset(self, request):
        stage = request.GET.get("stage", Stage.SUBMITTED)
        return Referral.objects.filter(stage=stage) if stage in Stage.values else Referral.objects.all()

    def context(self, request, page):
        return {"stages": Stage.choices, "stage": request.GET.get("stage", Stage.SUBMITTED)}


class ViewReferral(RecordPage):
    model = Referral

    def context(self, request, record):
        return {"additions": record.additions.all()}


class EndReferral(OperationPage):
    model = Referral
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class RecordConcernType(OperationPage):
    model = Referral
    operation = operations.record_concern_type
    form_class = forms.ConcernTypeForm
