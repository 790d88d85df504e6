"""The endpoint of an answer about support."""

from cases import operations
from cases.forms.consent import ConsentForm
from cases.models import Case
from prevent_cases.api.endpoints import OperationEndpoint


class RecordConsent(OperationEndpoint):
    model = Case
    operation = operations.record_consent
    form_class = ConsentForm
