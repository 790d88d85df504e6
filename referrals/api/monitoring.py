"""The endpoint of monitoring answers: they go in here, and come out nowhere."""

from prevent_cases.api.endpoints import OperationEndpoint
from referrals import operations
from referrals.forms import monitoring as forms
from referrals.models import Referral


class RecordMonitoring(OperationEndpoint):
    model = Referral
    operation = operations.record_monitoring
    form_class = forms.MonitoringForm
