"""The page on which it is recorded how somebody describes themselves. It asks, and shows nothing that was said."""

from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.forms import monitoring as forms
from referrals.models import Referral


class RecordMonitoring(OperationPage):
    model = Referral
    operation = operations.record_monitoring
    form_class = forms.MonitoringForm
